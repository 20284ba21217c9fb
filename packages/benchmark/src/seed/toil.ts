import { Knex } from 'knex';

const WEEKS = 52;

/** Stores a year of work of every team, with its sums by week. */
export async function seedToil(
  q: Knex,
  { entries, now }: { entries: number; now: number },
): Promise<void> {
  await q.raw(
    `
with teams as (
  select ref, row_number() over (order by ref) as n from directory_entities
  where kind = 'group' and type = 'team'
)
insert into toil_entries (public_id, group_ref, week, day, version, minutes,
  trigger_axis, nature_axis, category, handover, source)
select gen_random_uuid(), t.ref,
  to_char(d.day, 'IYYY"-W"IW'), to_char(d.day, 'YYYY-MM-DD'), 1,
  30 + abs(hashtext(t.ref || s.n)) % 900,
  case when h.h % 3 = 0 then 'reactive' else 'proactive' end,
  (array['toil', 'toil', 'engineering', 'engineering', 'engineering', 'overhead', 'unsure'])[1 + h.h % 7],
  (array['manual_release', 'error_monitoring', 'automation', 'feature_work', 'customer_inquiry', 'meeting_admin'])[1 + h.h % 6],
  false, 'manual'
from generate_series(0, cast(:entries as int) - 1) as s(n)
join teams t on t.n = 1 + s.n % (select count(*) from teams)
cross join lateral (select abs(hashtext(t.ref || 'work' || s.n)) as h) h
cross join lateral (
  select to_timestamp(cast(:now as bigint) / 1000.0)::date
    - 7 * (1 + (s.n / (select count(*) from teams)) % cast(:weeks as int))::int as day
) d`,
    { entries, now, weeks: WEEKS },
  );
  for (const [table, extra] of [
    ['toil_weeks', ''],
    ['toil_week_categories', ', category'],
  ]) {
    const counts =
      table === 'toil_weeks'
        ? ', entries, carried_by_one, carried_by_more'
        : '';
    await q.raw(`
insert into ${table} (group_ref, week${extra}, toil, engineering, overhead,
  unsure, reactive, proactive${counts})
select group_ref, week${extra},
  ${sum(`nature_axis = 'toil'`)}, ${sum(`nature_axis = 'engineering'`)},
  ${sum(`nature_axis = 'overhead'`)}, ${sum(`nature_axis = 'unsure'`)},
  ${sum(
    `nature_axis in ('toil', 'engineering') and trigger_axis = 'reactive'`,
  )},
  ${sum(
    `nature_axis in ('toil', 'engineering') and trigger_axis = 'proactive'`,
  )}
  ${counts && ', count(*), 0, 0'}
from toil_entries group by group_ref, week${extra}`);
  }
}

function sum(condition: string): string {
  return `coalesce(sum(minutes) filter (where ${condition}), 0)`;
}
