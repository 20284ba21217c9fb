import { delegation } from './delegation';
import { openSlo } from './openSlo';
import { openSloProblem } from './openSloProblem';
import { question } from './question';
import { severity } from './severity';
import { slo } from './slo';
import { sloChain } from './sloChain';
import { sloEditor } from './sloEditor';
import { sloNeed } from './sloNeed';
import { sloOwners } from './sloOwners';
import { sloPolicy } from './sloPolicy';
import { sloReview } from './sloReview';
import { sloSigning } from './sloSigning';
import { telemetry } from './telemetry';

/**
 * The Japanese messages of the screens about SLOs, by feature.
 *
 * @internal
 */
export const sloScreens = {
  delegation,
  openSlo,
  openSloProblem,
  question,
  severity,
  slo,
  sloChain,
  sloEditor,
  sloNeed,
  sloOwners,
  sloPolicy,
  sloReview,
  sloSigning,
  telemetry,
};
