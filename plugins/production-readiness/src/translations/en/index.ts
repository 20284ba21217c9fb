import { checklist } from './checklist';
import { delegation } from './delegation';
import { documentProblem } from './documentProblem';
import { gate } from './gate';
import { inbox } from './inbox';
import { openSlo } from './openSlo';
import { openSloProblem } from './openSloProblem';
import { portfolio } from './portfolio';
import { portfolioViews } from './portfolioViews';
import { question } from './question';
import { records } from './records';
import { refusals } from './refusals';
import { severity } from './severity';
import { review } from './review';
import { shell } from './shell';
import { slo } from './slo';
import { sloChain } from './sloChain';
import { sloEditor } from './sloEditor';
import { sloNeed } from './sloNeed';
import { sloOwners } from './sloOwners';
import { sloPolicy } from './sloPolicy';
import { sloReview } from './sloReview';
import { sloSigning } from './sloSigning';
import { states } from './states';
import { studio } from './studio';
import { telemetry } from './telemetry';
import { toil } from './toil';
import { toilAllocation } from './toilAllocation';
import { toilFigures } from './toilFigures';
import { toilHelp } from './toilHelp';
import { toilImport } from './toilImport';
import { upkeep } from './upkeep';

/**
 * Every English message, by feature.
 *
 * @internal
 */
export const en = {
  checklist,
  delegation,
  documentProblem,
  gate,
  inbox,
  openSlo,
  openSloProblem,
  portfolio,
  portfolioViews,
  question,
  records,
  refusals,
  severity,
  review,
  shell,
  slo,
  sloChain,
  sloEditor,
  sloNeed,
  sloOwners,
  sloPolicy,
  sloReview,
  sloSigning,
  states,
  studio,
  telemetry,
  toil,
  toilAllocation,
  toilFigures,
  toilHelp,
  toilImport,
  upkeep,
};
