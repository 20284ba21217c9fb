import type { AssessedItem } from './assessment';
import type { ChecklistDocument, Phase } from './document';
import { isUpTo } from './phase';
import { urgencyOf } from './urgency';

/**
 * What to do about an item: write an answer, confirm it again, answer again
 * after it came back, mend what the facts show, find out why they can't be
 * read, or wait for somebody.
 *
 * @public
 */
export const STEP_ACTIONS = [
  'answer',
  'reconfirm',
  'answer-again',
  'fix',
  'check',
  'wait',
] as const;

/** One of {@link STEP_ACTIONS}. @public */
export type StepAction = (typeof STEP_ACTIONS)[number];

/** So many of the next steps are sent to a screen. @public */
export const NEXT_STEPS_SHOWN = 12;

/** One thing to do, and what to do about it. @public */
export interface NextStep {
  /** The item that the step is about. */
  assessed: AssessedItem;
  /** What to do about it. */
  action: StepAction;
}

/**
 * What the owners of an entity should do next, best first. The owners' own
 * moves come before waiting for others, high weight before normal, what got
 * worse before what never was, and of equals what the checklist says to start
 * with, then releases. What the team has chosen to work on this quarter comes
 * before both.
 *
 * During the adoption period only the items to start with are put forward.
 *
 * @param context - `focus`: ids of the sections that the team works on
 * @public
 */
export function nextStepsOf(
  document: Pick<ChecklistDocument, 'startHere'>,
  items: readonly AssessedItem[],
  context: { phase: Phase; inAdoption: boolean; focus?: readonly string[] },
): NextStep[] {
  const isStart = ({ item }: AssessedItem) =>
    document.startHere.includes(item.id);
  const isChosen = ({ item }: AssessedItem) =>
    context.focus?.includes(item.section) ?? false;
  return items
    .filter(
      assessed =>
        assessed.required &&
        assessed.move !== 'nobody' &&
        (context.inAdoption
          ? isStart(assessed)
          : isUpTo(assessed.item.phase, context.phase)),
    )
    .map((assessed, index) => ({ assessed, index }))
    .sort(
      (one, other) =>
        urgencyOf(one.assessed) - urgencyOf(other.assessed) ||
        Number(isChosen(other.assessed)) - Number(isChosen(one.assessed)) ||
        Number(isStart(other.assessed)) - Number(isStart(one.assessed)) ||
        Number(isFocus(other.assessed)) - Number(isFocus(one.assessed)) ||
        one.index - other.index,
    )
    .map(({ assessed }) => ({ assessed, action: actionOf(assessed) }));
}

/** Releases come first for a team that has chosen nothing else. */
function isFocus({ item }: AssessedItem): boolean {
  return item.id.startsWith('REL-');
}

/** What to do about an item. @public */
export function actionOf({ item, move, standing }: AssessedItem): StepAction {
  if (move === 'reviewer' || move === 'slo-owner') return 'wait';
  switch (standing.state) {
    case 'returned':
      return 'answer-again';
    case 'lapsed':
      return item.kind === 'automatic' ? 'fix' : 'reconfirm';
    case 'failed':
    case 'regressed':
      return 'fix';
    case 'unknown':
      return 'check';
    case 'open':
      return 'answer';
    default:
      return item.kind === 'automatic' ? 'fix' : 'reconfirm';
  }
}
