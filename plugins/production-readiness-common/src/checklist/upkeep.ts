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

/**
 * Whether an answer to an item that can block a release only confirms the one
 * before it: the same link again, or words without a day in them.
 *
 * The first answer has nothing that it could confirm: its day is the one on which
 * it was given, a second person reads it, and what counts as evidence of some of
 * these items has no day, such as the name of a secret store.
 *
 * @public
 */
export function isBareConfirmation(
  item: Pick<ChecklistItem, 'weight'>,
  record: ItemRecord,
  evidence: Evidence,
): boolean {
  if (item.weight !== 'high' || record.acceptance === undefined) return false;
  return evidence.kind === 'url'
    ? isSameEvidence(record.acceptance.evidence, evidence)
    : !namesDay(evidence.text);
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** Days as people write them, in full-width digits too once normalised. */
const DAYS = [
  /(?<!\d)\d{4}[-/]\d{1,2}([-/]\d{1,2})?(?!\d)/,
  /(?<!\d)\d{1,2}\/\d{1,2}(\/\d{2,4})?(?!\d)/,
  /(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}(?!\d)/,
  /\d{1,2}月(\d{1,2}日)?/,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?(?:${MONTHS})\\b`, 'i'),
  new RegExp(`\\b(?:${MONTHS})\\.? \\d{1,4}(?:st|nd|rd|th)?\\b`, 'i'),
];

/**
 * Whether a text names a day or a month, in one of the ways in which people
 * write them in English or Japanese.
 *
 * @public
 */
export function namesDay(text: string): boolean {
  const normal = text.normalize('NFKC');
  return DAYS.some(day => day.test(normal));
}

/** Whether two pieces of evidence say the same, but for spaces around them. */
function isSameEvidence(one: Evidence, other: Evidence): boolean {
  const textOf = (evidence: Evidence) =>
    evidence.kind === 'url' ? evidence.url : evidence.text.trim();
  return one.kind === other.kind && textOf(one) === textOf(other);
}
