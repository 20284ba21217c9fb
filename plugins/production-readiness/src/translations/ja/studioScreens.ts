import { documentProblem } from './documentProblem';
import { records } from './records';
import { studio } from './studio';

/**
 * The Japanese messages of the studio, by feature.
 *
 * @internal
 */
export const studioScreens = {
  documentProblem,
  records,
  studio,
};
