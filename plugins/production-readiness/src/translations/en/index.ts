import { checklist } from './checklist';
import { gate } from './gate';
import { inbox } from './inbox';
import { portfolio } from './portfolio';
import { portfolioViews } from './portfolioViews';
import { refusals } from './refusals';
import { review } from './review';
import { roles } from './roles';
import { shell } from './shell';
import { sloTarget } from './sloTarget';
import { states } from './states';
import { toil } from './toil';
import { toilAllocation } from './toilAllocation';
import { toilFigures } from './toilFigures';
import { toilHelp } from './toilHelp';
import { toilImport } from './toilImport';
import { upkeep } from './upkeep';

/**
 * The English messages that several screens have, by feature.
 *
 * @internal
 */
export const en = {
  checklist,
  gate,
  inbox,
  portfolio,
  portfolioViews,
  refusals,
  review,
  roles,
  shell,
  sloTarget,
  states,
  toil,
  toilAllocation,
  toilFigures,
  toilHelp,
  toilImport,
  upkeep,
};
