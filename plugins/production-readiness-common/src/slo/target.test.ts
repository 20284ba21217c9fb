import fc from 'fast-check';
import vectors from './slo.vectors.json';
import { readTarget, targetSchema } from './target';

const problem = (text: string) => {
  const result = readTarget(text);
  return 'problem' in result ? result.problem : undefined;
};

it.each(vectors.refusedTargets)('refuses %j', text => {
  expect(problem(text)).toBeDefined();
  expect(targetSchema.safeParse(text).success).toBe(false);
});

it.each([
  ['99.9', '99.9'],
  ['99.90', '99.9'],
  ['99.0', '99'],
  ['99', '99'],
  ['9.5', '9.5'],
  ['09.50', '9.5'],
  ['0.5', '0.5'],
  ['90', '90'],
  ['0.00000001', '0.00000001'],
  ['99.99999999', '99.99999999'],
])('reads %s as %s', (text, target) => {
  expect(readTarget(text)).toEqual({ target });
  expect(targetSchema.parse(text)).toBe(target);
});

it.each([
  ['100', 'TARGET_IS_100', undefined],
  ['100.000', 'TARGET_IS_100', undefined],
  ['101', 'TARGET_ABOVE_100', undefined],
  ['0', 'TARGET_NOT_POSITIVE', undefined],
  ['0.0', 'TARGET_NOT_POSITIVE', undefined],
  ['-1', 'TARGET_NOT_POSITIVE', undefined],
  ['99,9', 'TARGET_DECIMAL_COMMA', '99.9'],
  ['1e2', 'TARGET_EXPONENT', undefined],
  ['９９．９', 'TARGET_FULL_WIDTH', '99.9'],
  ['99.9％', 'TARGET_FULL_WIDTH', '99.9'],
  ['99.9%', 'TARGET_PERCENT_SIGN', '99.9'],
  ['+99.9', 'TARGET_NOT_A_DECIMAL', '99.9'],
  ['099.9', 'TARGET_NOT_A_DECIMAL', '99.9'],
  [' 99.9', 'TARGET_NOT_A_DECIMAL', '99.9'],
  ['99.', 'TARGET_NOT_A_DECIMAL', undefined],
  ['.9', 'TARGET_NOT_A_DECIMAL', undefined],
  ['99.999999999', 'TARGET_TOO_PRECISE', undefined],
  ['NaN', 'TARGET_NOT_A_DECIMAL', undefined],
  ['Infinity', 'TARGET_NOT_A_DECIMAL', undefined],
  ['', 'TARGET_EMPTY', undefined],
])('says why %j is refused', (text, code, suggestion) => {
  expect(problem(text)).toMatchObject({ code });
  expect(problem(text)?.suggestion).toBe(suggestion);
});

it('explains 100 rather than only refusing it', () => {
  expect(problem('100')?.message).toMatch(/no error budget/);
});

it('reads any text or says why not, and reading again changes nothing', () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[0-9.,e+%-]{0,8}$/),
    fc.double().map(String),
  );
  fc.assert(
    fc.property(text, input => {
      const result = readTarget(input);
      if ('target' in result) {
        expect(readTarget(result.target)).toEqual(result);
        expect(Number(result.target)).toBeGreaterThan(0);
        expect(Number(result.target)).toBeLessThan(100);
      } else {
        expect(result.problem.message).toMatch(/\.$/);
        const { suggestion } = result.problem;
        if (suggestion) {
          expect(readTarget(suggestion)).toEqual({ target: suggestion });
        }
      }
    }),
  );
});
