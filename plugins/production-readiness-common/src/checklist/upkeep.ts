import type { ReviewMode } from '../review/rules';
import type { ChecklistItem } from './document';
import type { AcceptanceBasis, Evidence, ItemRecord } from './record';
import type { ItemState } from './states';

/** States in which nothing new has to be judged about an accepted answer. */
const STILL_TRUE: ItemState[] = ['accepted', 'lapsed'];

/**
 * Why an answer needs no second person, before the sample is drawn.
 *
 * An unchanged reconfirmation of an item of ordinary weight counts by itself;
 * one of high weight never does. A team that is configured to certify its own
 * work accepts its own answers.
 *
 * @returns undefined when somebody else has to accept it
 * @public
 */
export function basisWithoutSecondPerson(
  item: Pick<ChecklistItem, 'weight'>,
  context: {
    record: ItemRecord;
    state: ItemState;
    evidence: Evidence;
    mode: ReviewMode;
  },
): Exclude<AcceptanceBasis, 'second_person'> | undefined {
  const { record, state, evidence, mode } = context;
  if (mode === 'self_certified') return 'self_certification';
  const isUnchanged =
    record.answer?.decision === 'accepted' &&
    record.acceptance !== undefined &&
    isSameEvidence(record.acceptance.evidence, evidence);
  return item.weight !== 'high' && isUnchanged && STILL_TRUE.includes(state)
    ? 'reconfirmation'
    : undefined;
}

/** Whether two pieces of evidence say the same, but for spaces around them. */
function isSameEvidence(one: Evidence, other: Evidence): boolean {
  const textOf = (evidence: Evidence) =>
    evidence.kind === 'url' ? evidence.url : evidence.text.trim();
  return one.kind === other.kind && textOf(one) === textOf(other);
}
