import fc from 'fast-check';
import { durationText, humanDuration } from './durationText';
import {
  allowedDowntimeSeconds,
  burnRate,
  burnRateAlerts,
  errorRatioOf,
  eventBudget,
  failuresOutOf,
  remainingBudget,
  serialTarget,
  timeToExhaustionSeconds,
  timeToFireSeconds,
  valueOfTargetChange,
} from './errorBudget';
import vectors from './slo.vectors.json';

const DAY = 86_400;

describe('worked examples', () => {
  it.each(vectors.allowedDowntimeSeconds)(
    '$target over $windowDays days allows $seconds s of outage',
    ({ target, windowDays, seconds, text }) => {
      expect(allowedDowntimeSeconds(target, windowDays * DAY)).toBe(seconds);
      if (text) expect(durationText(seconds)).toBe(text);
    },
  );

  it.each(vectors.eventBudget)('$target of $events events', one => {
    expect(eventBudget(one.target, one.events)).toBe(String(one.budget));
  });

  it.each(vectors.burnRate)('burn rate at $errorRatio', one => {
    expect(burnRate(one.target, one.errorRatio)).toBe(one.burn);
  });

  it.each(vectors.remaining)('remaining at $sli', one => {
    expect(remainingBudget(one.target, errorRatioOf(one.sli))).toBe(
      one.remaining,
    );
  });

  it.each(vectors.timeToFireSeconds)('time to fire at burn $burn', one => {
    expect(
      timeToFireSeconds(
        one.target,
        one.errorRatio,
        one.windowSeconds,
        one.burn,
      ),
    ).toBe(one.seconds);
  });

  it.each(vectors.valueOfNine)('value of $from to $to', one => {
    expect(valueOfTargetChange(one.valuePerYear, one.from, one.to)).toBe(
      one.value,
    );
    expect(valueOfTargetChange(one.valuePerYear, one.to, one.from)).toBe(
      `-${one.value}`,
    );
  });

  it('a year and a mean month at 99.9', () => {
    expect(allowedDowntimeSeconds('99.9', 365 * DAY)).toBe('31536');
    expect(allowedDowntimeSeconds('99.9', 2_629_746)).toBe('2629.746');
  });

  it('three serial dependencies of 99.9', () => {
    expect(serialTarget(['99.9', '99.9', '99.9'])).toBe('99.7002999');
    expect(serialTarget([])).toBe('100');
  });
});

describe('burn-rate alerts', () => {
  const burns = (days: number) =>
    burnRateAlerts('99.9', days * DAY).map(alert => alert.burn);

  it('have the known burn rates for 30 and 28 days', () => {
    expect(burns(30)).toEqual(['14.4', '6', '3', '1']);
    expect(burns(28)).toEqual([
      '13.44',
      '5.6',
      '2.8',
      '0.93333333333333333333',
    ]);
  });

  it('have thresholds of burn × (1 − T)', () => {
    expect(burnRateAlerts('99.9', 30 * DAY).map(one => one.threshold)).toEqual([
      '0.0144',
      '0.006',
      '0.003',
      '0.001',
    ]);
  });
});

describe('a target of 100', () => {
  it('has no budget, and nothing is divided by it', () => {
    expect(allowedDowntimeSeconds('100', DAY)).toBe('0');
    expect(eventBudget('100', 1000)).toBe('0');
    expect(burnRate('100', '0.01')).toBeNull();
    expect(remainingBudget('100', '0')).toBeNull();
    expect(failuresOutOf('100')).toBeNull();
    expect(burnRateAlerts('100', DAY)).toEqual([]);
  });
});

it('exhausts a budget in W / burn, and never when nothing burns', () => {
  expect(timeToExhaustionSeconds(30 * DAY, '14.4')).toBe('180000');
  expect(timeToExhaustionSeconds(30 * DAY, '0')).toBeNull();
  expect(timeToFireSeconds('99.9', '0', 3600, '14.4')).toBeNull();
});

it.each([
  ['99.9', '1', '1000'],
  ['99.95', '1', '2000'],
  ['97', '3', '100'],
  ['99.3', '7', '1000'],
  ['50', '1', '2'],
  ['99.99999999', '1', '10000000000'],
])('%s means %s in %s', (target, failures, outOf) => {
  expect(failuresOutOf(target)).toEqual({ failures, outOf });
});

describe('durations for reading', () => {
  it.each([
    ['2419.2', '40 m 19 s', '40分19秒'],
    ['0.864', '0.864 s', '0.864秒'],
    ['59.9999', '1 m', '1分'],
    ['3599.7', '1 h', '1時間'],
    ['3153600', '36 d 12 h', '36日12時間'],
    ['0', '0 s', '0秒'],
  ])('%s', (seconds, english, japanese) => {
    expect(humanDuration(seconds, 'en')).toBe(english);
    expect(humanDuration(seconds, 'ja-JP')).toBe(japanese);
  });
});

const target = fc.integer({ min: 1, max: 9_999_999_999 }).map(units => {
  const text = String(units).padStart(10, '0');
  return `${text.slice(0, -8)}.${text.slice(-8)}`;
});

it('never spends more events than the target allows', () => {
  fc.assert(
    fc.property(target, fc.nat(1_000_000_000), (percent, events) => {
      const budget = BigInt(eventBudget(percent, events));
      const units = BigInt(percent.replace('.', ''));
      const failing = (10_000_000_000n - units) * BigInt(events);
      expect(budget * 10_000_000_000n <= failing).toBe(true);
      expect((budget + 1n) * 10_000_000_000n > failing).toBe(true);
    }),
  );
});

it('leaves a budget exactly when the burn rate of the window is below 1', () => {
  fc.assert(
    fc.property(target, target, (percent, sli) => {
      const ratio = errorRatioOf(sli);
      const burn = Number(burnRate(percent, ratio));
      const remaining = Number(remainingBudget(percent, ratio));
      expect(remaining).toBeCloseTo(1 - burn, 5);
    }),
  );
});

/** A target in units of 10⁻¹⁰, so that all is checked with whole numbers. */
const WHOLE = 10_000_000_000n;
const failing = (percent: string) => WHOLE - BigInt(percent.replace('.', ''));
const seconds = fc.integer({ min: 1, max: 400 * DAY });
const scaled = (text: string, digits: number) => {
  const [whole, fraction = ''] = text.split('.');
  expect(fraction.length).toBeLessThanOrEqual(digits);
  return BigInt(whole + fraction.padEnd(digits, '0'));
};

it('allows exactly (1 − T) × W of outage', () => {
  fc.assert(
    fc.property(target, seconds, (percent, length) => {
      const allowed = allowedDowntimeSeconds(percent, length);
      expect(scaled(allowed, 10)).toBe(failing(percent) * BigInt(length));
    }),
  );
});

it('burns a whole budget in exactly the time that it says', () => {
  fc.assert(
    fc.property(target, seconds, (percent, length) => {
      // A total outage: burn = 1 / (1 − T), so W / burn = (1 − T) × W.
      const burn = burnRate(percent, '1')!;
      const gone = Number(timeToExhaustionSeconds(length, burn));
      const allowed = Number(allowedDowntimeSeconds(percent, length));
      expect(Math.abs(gone - allowed)).toBeLessThanOrEqual(
        allowed * 1e-9 + 1e-9,
      );
    }),
  );
});

it('fires after the share of the budget that the alert is about', () => {
  fc.assert(
    fc.property(target, seconds, (percent, length) => {
      for (const one of burnRateAlerts(percent, length)) {
        const fire = Number(
          timeToFireSeconds(percent, '1', one.longSeconds, one.burn),
        );
        const share =
          Number(allowedDowntimeSeconds(percent, length)) * Number(one.budget);
        expect(Math.abs(fire - share)).toBeLessThanOrEqual(share * 1e-9 + 1e-9);
      }
    }),
  );
});

it('leaves nothing to repair: what a change is worth, it is worth back', () => {
  const money = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }).map(String);
  fc.assert(
    fc.property(money, target, target, (value, from, to) => {
      const there = valueOfTargetChange(value, from, to);
      const back = valueOfTargetChange(value, to, from);
      const opposite = there.startsWith('-') ? there.slice(1) : `-${there}`;
      expect(back).toBe(there === '0' ? '0' : opposite);
    }),
  );
});

it('says a serial target that is no better than its weakest part', () => {
  fc.assert(
    fc.property(fc.array(target, { minLength: 1, maxLength: 5 }), targets => {
      const together = Number(serialTarget(targets));
      expect(together).toBeLessThanOrEqual(Math.min(...targets.map(Number)));
      expect(serialTarget([...targets].reverse())).toBe(serialTarget(targets));
    }),
  );
});

it('fails in lowest terms as often as the target says', () => {
  fc.assert(
    fc.property(target, percent => {
      const { failures, outOf } = failuresOutOf(percent)!;
      expect(BigInt(failures) * WHOLE).toBe(failing(percent) * BigInt(outOf));
    }),
  );
});
