import fc from 'fast-check';
import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { bookChanges, CHANGE_COUNTS } from '../checklist/changesOverTime';
import { SummaryRow } from '../checklist/summaryRow';
import { describeOnDatabases } from '../testing';
import { setUpPortfolio, NOW } from '../testing/portfolio';
import { seedSummaries } from '../testing/summaries';
import { DayChange, readEntityChanges, trendOf } from './TrendStore';

const summary = (
  required: number,
  satisfied: number,
  blockers: number,
): SummaryRow =>
  ({
    required_count: required,
    satisfied_count: satisfied,
    blocker_count: blockers,
    level_rank: 0,
  } as SummaryRow);

const none = Object.fromEntries(
  CHANGE_COUNTS.map(count => [count, 0]),
) as unknown as DayChange;

describe('a trend', () => {
  it('ends with the sum of all changes, however many days lie between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(800), fc.integer({ min: -5, max: 5 })), {
          minLength: 1,
          maxLength: 30,
        }),
        steps => {
          const today = NOW / DAY;
          const changes = steps
            .map(([ago, satisfied]) => ({
              ...none,
              day: today - ago,
              satisfied,
            }))
            .sort((a, b) => a.day - b.day);
          const { points } = trendOf(changes, { days: 365, now: NOW });
          expect(points[points.length - 1]).toMatchObject({
            date: '2026-11-22',
            satisfied: steps.reduce((sum, [, one]) => sum + one, 0),
          });
          expect(points.every(({ date }) => date >= '2025-11-22')).toBe(true);
        },
      ),
    );
  });

  it('has no points without any history', () => {
    expect(trendOf([], { days: 365, now: NOW }).points).toEqual([]);
  });
});

describeOnDatabases('changes by day', db => {
  it('add up on a day, and leave nothing of an entity that is gone', async () => {
    const [id] = await seedSummaries(db.knex, [{ name: 'checkout' }]);
    const first = summary(10, 4, 2);
    const second = summary(10, 6, 0);
    await db.database.transaction(async tx => {
      const entityId = id;
      await bookChanges(tx, [
        { entityId, before: undefined, after: first, at: NOW - 5 * DAY },
        { entityId, before: first, after: second, at: NOW - 2 * DAY },
      ]);
      await bookChanges(tx, [
        { entityId, before: second, after: first, at: NOW - 2 * DAY },
      ]);
    });
    const trend = trendOf(await readEntityChanges(db.knex, id), {
      days: 365,
      now: NOW,
    });
    expect(trend.points).toMatchObject([
      { date: '2026-11-17', entities: 1, satisfied: 4, blocked: 1 },
      { date: '2026-11-20', entities: 1, satisfied: 4, blocked: 1 },
      { date: '2026-11-22', entities: 1, satisfied: 4, blocked: 1 },
    ]);
    await db.database.transaction(tx =>
      bookChanges(tx, [
        { entityId: id, before: first, after: undefined, at: NOW },
      ]),
    );
    const { points } = trendOf(await readEntityChanges(db.knex, id), {
      days: 365,
      now: NOW,
    });
    expect(points[points.length - 1]).toMatchObject({
      entities: 0,
      blocked: 0,
    });
  });
});

describeOnDatabases('the portfolio summed up', db => {
  it('counts what the filters by the same value would leave', async () => {
    const ids = await seedSummaries(db.knex, [
      { name: 'a', owners: ['group:default/one'], blocker_count: 2 },
      { name: 'b', owners: ['group:default/one', 'group:default/two'] },
      { name: 'c', owners: ['group:default/two'], tier: 1 },
    ]);
    await db.knex('directory_memberships').insert([
      {
        member_ref: 'group:default/two',
        group_ref: 'group:default/two',
        depth: 0,
      },
      {
        member_ref: 'group:default/one',
        group_ref: 'group:default/one',
        depth: 0,
      },
    ]);
    await db.knex('readiness_summary_sections').insert(
      ids.map(entity_id => ({
        entity_id,
        checklist_id: 'default',
        section: 'operations',
        required: 4,
        satisfied: 3,
      })),
    );
    const { rollup, page, exported, names } = setUpPortfolio(db.database);
    const { total, lines } = await rollup({ by: 'team' });
    expect(total).toMatchObject({ entities: 3, blocked: 1 });
    for (const line of lines) {
      const filtered = await page({ owner: line.value });
      expect(filtered.total).toBe(line.entities);
      expect(line.sections).toEqual([[4 * line.entities, 3 * line.entities]]);
    }
    expect(lines.map(line => line.value)).toEqual([
      'group:default/one',
      'group:default/two',
    ]);
    expect((await rollup({ by: 'tier' })).lines).toHaveLength(2);
    expect(await names({ section: 'operations', blocked: 'false' })).toEqual([
      'b',
      'c',
    ]);
    const csv = await exported({ format: 'csv', blocked: 'true' });
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    expect(csv).toContain('component:default/a,a,component');
    expect(JSON.parse(await exported({ format: 'json' }))).toHaveLength(3);
  });

  it('begins with what is due, in either direction', async () => {
    await seedSummaries(db.knex, [
      { name: 'never' },
      { name: 'late', next_due: 2000 },
      { name: 'soon', next_due: 1000 },
    ]);
    const { names } = setUpPortfolio(db.database);
    expect(await names({ sort: 'nextDue', direction: 'desc' })).toEqual([
      'late',
      'soon',
      'never',
    ]);
    expect(await names({ sort: 'nextDue', direction: 'asc' })).toEqual([
      'soon',
      'late',
      'never',
    ]);
  });
});
