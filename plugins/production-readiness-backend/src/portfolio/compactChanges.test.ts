import fc from 'fast-check';
import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { CHANGE_COUNTS, dayOf } from '../checklist/changesOverTime';
import { describeOnDatabases } from '../testing';
import { compactChanges } from './compactChanges';
import { readEntityChanges } from './TrendStore';

const NOW = Date.UTC(2026, 10, 22);
const day = (date: string) => dayOf(Date.parse(`${date}T00:00:00Z`));
const change = (entity_id: number, onDay: number, satisfied: number) => ({
  ...Object.fromEntries(CHANGE_COUNTS.map(count => [count, 0])),
  entity_id,
  day: onDay,
  satisfied,
});

describeOnDatabases('old changes of readiness', db => {
  const stored = async (id: number) =>
    (await readEntityChanges(db.knex, String(id))).map(row => [
      row.day,
      row.satisfied,
    ]);
  const standsAt = async (id: number, onDay: number) =>
    (await stored(id))
      .filter(([at]) => at <= onDay)
      .reduce((sum, [, satisfied]) => sum + satisfied, 0);

  it('are kept by the month, and the last thirteen months by the day', async () => {
    await db.knex('readiness_changes').insert([
      change(1, day('2024-02-03'), 5),
      change(1, day('2024-02-29'), -1),
      change(1, day('2025-09-01'), 2),
      change(1, day('2025-09-30'), 1),
      change(1, day('2025-10-01'), 3),
      change(1, day('2025-10-02'), 4),
      change(1, day('2026-11-20'), -6),
      // Comes to nothing, and another entity is another sum.
      change(2, day('2024-02-03'), 5),
      change(2, day('2024-02-04'), -5),
    ]);
    await expect(compactChanges(db.database, NOW)).resolves.toBe(4);
    expect(await stored(1)).toEqual([
      [day('2024-02-29'), 4],
      [day('2025-09-30'), 3],
      [day('2025-10-01'), 3],
      [day('2025-10-02'), 4],
      [day('2026-11-20'), -6],
    ]);
    expect(await stored(2)).toEqual([]);
    await expect(compactChanges(db.database, NOW)).resolves.toBe(0);
  });

  it('leave every end of a month and every recent day as it was', async () => {
    let id = 10;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.tuple(fc.nat(1200), fc.integer({ min: -5, max: 5 })),
          { minLength: 1, maxLength: 12, selector: ([ago]) => ago },
        ),
        async steps => {
          id += 1;
          const today = NOW / DAY;
          await db
            .knex('readiness_changes')
            .insert(
              steps.map(([ago, satisfied]) =>
                change(id, today - ago, satisfied),
              ),
            );
          const days = [day('2024-02-29'), day('2025-09-30'), today - 400];
          for (let ago = 0; ago < 365; ago += 30) days.push(today - ago);
          const before = [];
          for (const one of days) before.push(await standsAt(id, one));
          await compactChanges(db.database, NOW);
          const after = [];
          for (const one of days) after.push(await standsAt(id, one));
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('stop when told to', async () => {
    await db
      .knex('readiness_changes')
      .insert([change(1, day('2024-02-03'), 5)]);
    const stop = new AbortController();
    stop.abort();
    await expect(compactChanges(db.database, NOW, stop.signal)).resolves.toBe(
      0,
    );
    expect(await stored(1)).toEqual([[day('2024-02-03'), 5]]);
  });
});
