import fc from 'fast-check';
import { errorRatioOf, remainingBudget } from './errorBudget';
import { errorRatioBehind, hasDrifted, telemetryStateOf } from './telemetry';

describe('what telemetry says', () => {
  it('tells drift from rounding', () => {
    expect(hasDrifted('99.9', '99.9')).toBe(false);
    expect(hasDrifted('99.9', '99.90000001')).toBe(false);
    expect(hasDrifted('99.9', '99.9000002')).toBe(true);
    expect(hasDrifted('99.9', '99.5')).toBe(true);
  });

  it('names the state of a budget', () => {
    expect(telemetryStateOf('0.62', '0.4')).toBe('ok');
    expect(telemetryStateOf('0.62', null)).toBe('ok');
    expect(telemetryStateOf('0.62', '1.01')).toBe('burning');
    expect(telemetryStateOf('0', '0')).toBe('exhausted');
    expect(telemetryStateOf('-0.3', '0')).toBe('exhausted');
  });

  it('finds the error ratio that a remaining budget came from', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('90', '99', '99.5', '99.9', '99.99'),
        fc.integer({ min: 0, max: 1000 }),
        (target, thousandths) => {
          const ratio = errorRatioOf(String(100 - thousandths / 10));
          const remaining = remainingBudget(target, ratio)!;
          expect(Number(errorRatioBehind(target, remaining))).toBeCloseTo(
            Number(ratio),
            9,
          );
        },
      ),
    );
  });
});
