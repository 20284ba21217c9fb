import fc from 'fast-check';
import {
  addWeeks,
  dateProblem,
  firstDayOfWeek,
  fullWeeksBefore,
  futureWeekProblem,
  weekOfDate,
  weekOfInstant,
  weekProblem,
} from './week';

describe('week', () => {
  it('knows which years have 53 weeks', () => {
    expect(weekProblem('2026-W53')).toBeUndefined();
    expect(weekProblem('2025-W53')).toBe(
      '2025-W53 does not exist: 2025 has 52 ISO weeks, 2025-W01 to 2025-W52.',
    );
    expect(weekProblem('2026-W00')).toContain('does not exist');
  });

  it.each(['2026-47', '2026-W7', '2026W47', ' 2026-W47', '26-W47', ''])(
    'refuses %p as a week',
    text => expect(weekProblem(text)).toContain('for example 2026-W47'),
  );

  it.each(['2026-02-30', '2026-11-22T10:00', '22.11.2026', '2026-W47-1'])(
    'refuses %p as a date',
    text => expect(dateProblem(text)).toContain('for example 2026-11-22'),
  );

  it('puts days at the turn of a year into the right week', () => {
    expect(weekOfDate('2027-01-03')).toBe('2026-W53');
    expect(weekOfDate('2027-01-04')).toBe('2027-W01');
    expect(weekOfDate('2024-12-30')).toBe('2025-W01');
  });

  it('lets the configured time zone decide in which week an instant falls', () => {
    const sundayEvening = Date.UTC(2026, 10, 22, 16);
    expect(weekOfInstant(sundayEvening, 'UTC')).toBe('2026-W47');
    expect(weekOfInstant(sundayEvening, 'Asia/Tokyo')).toBe('2026-W48');
  });

  it('gives the last 13 full weeks, the running one excluded', () => {
    const weeks = fullWeeksBefore('2026-W06');
    expect(weeks).toHaveLength(13);
    expect(weeks[0]).toBe('2025-W45');
    expect(weeks[12]).toBe('2026-W05');
  });

  it('refuses weeks that have not begun anywhere', () => {
    expect(futureWeekProblem('2026-W47', '2026-W47')).toBeUndefined();
    expect(futureWeekProblem('2026-W48', '2026-W47')).toBeUndefined();
    expect(futureWeekProblem('2026-W49', '2026-W47')).toBe(
      '2026-W49 has not begun. Record work up to 2026-W48; this week is 2026-W47.',
    );
    expect(futureWeekProblem('9999-W01', '2026-W47')).toBeDefined();
  });

  it('counts weeks forth and back, and text order is time order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 500 }),
        (start, step) => {
          const week = addWeeks('2001-W01', start);
          const later = addWeeks(week, step);
          expect(weekProblem(later)).toBeUndefined();
          expect(addWeeks(later, -step)).toBe(week);
          expect(later > week).toBe(true);
          expect(weekOfDate(firstDayOfWeek(later))).toBe(later);
        },
      ),
    );
  });
});
