import fc from 'fast-check';
import { daysPaused } from './budgetHistory';

const ratio = fc
  .integer({ min: 0, max: 10_000 })
  .map(share => ({ errorRatio: String(share / 10_000) }));

describe('daysPaused', () => {
  it('counts the days on which the whole window had spent the budget', () => {
    const days = ['0', '0.0005', '0.001', '0.002'].map(errorRatio => ({
      errorRatio,
    }));
    expect(daysPaused('99.9', days)).toEqual({ paused: 2, known: 4 });
    expect(daysPaused('99.5', days)).toEqual({ paused: 0, known: 4 });
    expect(daysPaused('99.95', days)).toEqual({ paused: 3, known: 4 });
  });

  it('knows nothing without days', () => {
    expect(daysPaused('99.9', [])).toEqual({ paused: 0, known: 0 });
  });

  it('never pauses less often for a higher target', () => {
    fc.assert(
      fc.property(fc.array(ratio), days => {
        const paused = ['90', '99', '99.9', '99.99'].map(
          target => daysPaused(target, days).paused,
        );
        expect([...paused].sort((a, b) => a - b)).toEqual(paused);
      }),
    );
  });
});
