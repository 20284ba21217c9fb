import { Knex } from 'knex';

const CHANGES = 25;
const DAYS = 360;

/**
 * Gives every entity a past: on some days of the last year one required item
 * more or less was in place. The sum of it all is what stands today.
 */
export async function seedPast(q: Knex): Promise<void> {
  await q.raw(
    `
insert into readiness_changes (entity_id, day, entities, required, satisfied,
  blocked, level_1, level_2, level_3)
select c.entity_id, c.day - 1 - (h.h % :days), 0, 0,
  case when n.n % 2 = 0 then 1 else -1 end, 0, 0, 0, 0
from (select entity_id, min(day) as day from readiness_changes group by entity_id) c
cross join generate_series(1, cast(:changes as int)) as n(n)
cross join lateral (select abs(hashtext(c.entity_id || ' ' || n.n)) as h) h
on conflict do nothing`,
    { changes: CHANGES, days: DAYS },
  );
}
