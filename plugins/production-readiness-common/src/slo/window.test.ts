import fc from 'fast-check';
import { DateTime } from 'luxon';
import { allowedDowntimeSeconds } from './errorBudget';
import {
  SloWindow,
  sloWindowSchema,
  windowBounds,
  windowSeconds,
} from './window';

const at = (iso: string, zone: string) =>
  DateTime.fromISO(iso, { zone }).toMillis();
const calendar = (
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year',
  timeZone: string,
  more: { n?: number; startTime?: string } = {},
): SloWindow => ({ kind: 'calendar', n: 1, unit, timeZone, ...more });

describe('calendar windows', () => {
  it('have the real length of the month', () => {
    const month = calendar('month', 'Asia/Tokyo');
    const seconds = (iso: string) =>
      windowSeconds(month, at(iso, 'Asia/Tokyo'));
    expect(seconds('2026-01-15')).toBe(31 * 86_400);
    expect(seconds('2026-02-28T23:59:59')).toBe(28 * 86_400);
    expect(seconds('2028-02-01')).toBe(29 * 86_400);
    expect(allowedDowntimeSeconds('99.9', seconds('2026-02-10'))).toBe(
      '2419.2',
    );
  });

  it('know daylight saving', () => {
    const zone = 'Europe/Berlin';
    expect(
      windowSeconds(calendar('day', zone), at('2026-03-29T12:00', zone)),
    ).toBe(23 * 3600);
    expect(windowSeconds(calendar('month', zone), at('2026-10-01', zone))).toBe(
      31 * 86_400 + 3600,
    );
  });

  it('start weeks on Monday and quarters in January', () => {
    const zone = 'America/New_York';
    const start = (window: SloWindow) =>
      DateTime.fromMillis(windowBounds(window, at('2026-11-22', zone)).start, {
        zone,
      }).toISODate();
    expect(start(calendar('week', zone))).toBe('2026-11-16');
    expect(start(calendar('quarter', zone))).toBe('2026-10-01');
    expect(start(calendar('year', zone))).toBe('2026-01-01');
  });

  it('count from the start that was given, without drifting', () => {
    const zone = 'UTC';
    const window = calendar('month', zone, {
      startTime: '2026-01-31T09:00:00',
    });
    const { start, end } = windowBounds(window, at('2026-04-01', zone));
    expect(new Date(start).toISOString()).toBe('2026-03-31T09:00:00.000Z');
    expect(new Date(end).toISOString()).toBe('2026-04-30T09:00:00.000Z');
  });

  it('belong to their zone: the month ends earlier in Tokyo', () => {
    const moment = at('2026-01-31T15:30', 'UTC');
    expect(windowSeconds(calendar('month', 'Asia/Tokyo'), moment)).toBe(
      28 * 86_400,
    );
    expect(windowSeconds(calendar('month', 'UTC'), moment)).toBe(31 * 86_400);
  });

  it('hold their moment and join without a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
        fc.constantFrom(
          'UTC',
          'Asia/Tokyo',
          'Europe/Berlin',
          'America/Sao_Paulo',
          'Pacific/Apia',
        ),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        (unit, timeZone, n, moment) => {
          const window = calendar(unit as 'day', timeZone, { n });
          const { start, end } = windowBounds(window, moment);
          expect(start).toBeLessThanOrEqual(moment);
          expect(end).toBeGreaterThan(moment);
          expect(windowBounds(window, end).start).toBe(end);
          expect(windowBounds(window, end - 1)).toEqual({ start, end });
        },
      ),
    );
  });
});

describe('rolling windows', () => {
  it.each([
    [{ kind: 'rolling', n: 28, unit: 'day' }, 2_419_200],
    [{ kind: 'rolling', n: 4, unit: 'week' }, 2_419_200],
    [{ kind: 'rolling', n: 1, unit: 'month' }, 2_629_746],
  ] as [SloWindow, number][])('%j', (window, seconds) => {
    expect(windowSeconds(window, 0)).toBe(seconds);
    expect(windowBounds(window, 5).end).toBe(5);
  });
});

it.each([
  [{ kind: 'rolling', n: 0, unit: 'day' }, 'n', /whole number from 1/],
  [{ kind: 'rolling', n: 1.5, unit: 'day' }, 'n', /whole number from 1/],
  [{ kind: 'rolling', n: '28', unit: 'day' }, 'n', /whole number from 1/],
  [{ kind: 'rolling', n: 401, unit: 'day' }, 'n', /at most 400 days/],
  [{ kind: 'rolling', n: 28, unit: 'days' }, 'unit', /hour, day, week/],
  [{ kind: 'rolling', n: 28 }, 'unit', /hour, day, week/],
  [
    { kind: 'rolling', n: 28, unit: 'day', timeZone: 'UTC' },
    '',
    /calendar window.*one kind/,
  ],
  [{ n: 28, unit: 'day' }, 'kind', /"rolling" or "calendar"/],
  [{ kind: 'both', n: 28, unit: 'day' }, 'kind', /"rolling" or "calendar"/],
  [{ kind: 'calendar', n: 1, unit: 'hour' }, 'unit', /shorter.*rolling/],
  [{ kind: 'calendar', n: 0, unit: 'month' }, 'n', /from 1 to 12/],
  [{ kind: 'calendar', n: 1, unit: 'month' }, 'timeZone', /Asia\/Tokyo/],
  [
    { kind: 'calendar', n: 1, unit: 'month', timeZone: 'Mars/Base' },
    'timeZone',
    /Asia\/Tokyo/,
  ],
  [
    {
      kind: 'calendar',
      n: 1,
      unit: 'month',
      timeZone: 'UTC',
      startTime: '2026-02-30T00:00:00',
    },
    'startTime',
    /exists in the calendar/,
  ],
])('refuses %j at %s', (window, field, says) => {
  const { error } = sloWindowSchema.safeParse(window);
  const issue = error?.issues.find(one => one.path.join('.') === field);
  expect(issue?.message).toMatch(says);
});
