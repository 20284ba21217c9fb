/**
 * The six traits that suggest that work is toil, in the words of the field.
 * `growing` means that it grows with the service.
 *
 * @public
 */
export const TOIL_TRAITS = [
  'manual',
  'repetitive',
  'automatable',
  'tactical',
  'valueless',
  'growing',
] as const;

/** One of {@link TOIL_TRAITS}. @public */
export type ToilTrait = (typeof TOIL_TRAITS)[number];

/** From so many traits on, toil is suggested. */
const TOIL_FROM = 4;
/** From so many on, the answer is not clear. */
const ASK_FROM = 2;

/**
 * What six answers suggest: `toil` from four traits on, `ask` (decide it with
 * a colleague) with two or three, else `engineering`. While questions are open
 * that could still change it, nothing is suggested.
 *
 * It is a suggestion and never an answer: nothing saves it by itself.
 *
 * @param answers - whether the work has each trait; missing: not answered
 * @public
 */
export function suggestNature(
  answers: Partial<Record<ToilTrait, boolean>>,
): 'toil' | 'ask' | 'engineering' | undefined {
  const has = TOIL_TRAITS.filter(trait => answers[trait] === true).length;
  const open = TOIL_TRAITS.filter(trait => answers[trait] === undefined).length;
  const least = verdict(has);
  return least === verdict(has + open) ? least : undefined;
}

function verdict(traits: number): 'toil' | 'ask' | 'engineering' {
  if (traits >= TOIL_FROM) return 'toil';
  return traits >= ASK_FROM ? 'ask' : 'engineering';
}
