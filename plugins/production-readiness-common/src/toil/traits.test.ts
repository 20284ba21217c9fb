import fc from 'fast-check';
import { suggestNature, TOIL_TRAITS, ToilTrait } from './traits';

const answers = (has: number, answered: number = TOIL_TRAITS.length) =>
  Object.fromEntries(
    TOIL_TRAITS.slice(0, answered).map((trait, index) => [trait, index < has]),
  ) as Partial<Record<ToilTrait, boolean>>;

describe('is this toil?', () => {
  it.each([
    [0, 'engineering'],
    [1, 'engineering'],
    [2, 'ask'],
    [3, 'ask'],
    [4, 'toil'],
    [5, 'toil'],
    [6, 'toil'],
  ])('%i of six traits: %s', (has, suggested) => {
    expect(suggestNature(answers(has))).toBe(suggested);
  });

  it('suggests nothing while open questions could change it', () => {
    expect(suggestNature({})).toBeUndefined();
    expect(suggestNature(answers(3, 5))).toBeUndefined();
    expect(suggestNature(answers(4, 4))).toBe('toil');
    expect(suggestNature(answers(0, 5))).toBe('engineering');
  });

  it('stands once it is given, whatever the open answers turn out to be', () => {
    const answer = fc.option(fc.boolean(), { nil: undefined });
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 6, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (some, rest) => {
          const part = Object.fromEntries(
            TOIL_TRAITS.map((trait, index) => [trait, some[index]]),
          );
          const whole = Object.fromEntries(
            TOIL_TRAITS.map((trait, index) => [
              trait,
              some[index] ?? rest[index],
            ]),
          );
          const suggested = suggestNature(part);
          if (suggested) expect(suggestNature(whole)).toBe(suggested);
          expect(suggestNature(whole)).toBeDefined();
        },
      ),
    );
  });
});
