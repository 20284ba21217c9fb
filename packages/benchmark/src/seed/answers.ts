import { Knex } from 'knex';

const DAY = 86_400_000;

/** Items that the measurements answer; the seed leaves them open. */
export const OPEN_ITEMS = ['SEC-5', 'CAP-4', 'OPS-3', 'REL-4', 'OBS-6'];

/**
 * Stores what teams answered: about two in three of the items that ask a
 * person, most of them accepted, some waiting, at any time of the last year.
 * Where each entity then stands is left to the plugin.
 *
 * @returns the number of rows
 */
export async function seedAnswers(
  q: Knex,
  checklist: { id: string; items: readonly string[] },
  now: number,
): Promise<number> {
  const items = checklist.items.filter(item => !OPEN_ITEMS.includes(item));
  const result = await q.raw(
    `
insert into item_states (entity_id, checklist_id, item_id, version,
  evidence_kind, evidence, attested_by, attested_by_name, attested_at,
  decision, decided_by, decided_by_name, decided_at, reviewer_ref,
  accepted_evidence_kind, accepted_evidence, accepted_attested_by,
  accepted_attested_by_name, accepted_attested_at, accepted_by,
  accepted_by_name, accepted_at, accepted_until, has_passed, state, updated_at)
select e.id, :checklist, i.item, case when a.accepted then 2 else 1 end,
  'text', 'Tried with the whole team, notes are in our log book.',
  'user:default/person-1', 'person-1', a.at,
  case when a.accepted then 'accepted' else 'waiting' end,
  case when a.accepted then 'user:default/person-2' end,
  case when a.accepted then 'person-2' end,
  case when a.accepted then a.at + cast(:day as bigint) end, null,
  case when a.accepted then 'text' end,
  case when a.accepted then 'Tried with the whole team, notes are in our log book.' end,
  case when a.accepted then 'user:default/person-1' end,
  case when a.accepted then 'person-1' end,
  case when a.accepted then a.at end,
  case when a.accepted then 'user:default/person-2' end,
  case when a.accepted then 'person-2' end,
  case when a.accepted then a.at + cast(:day as bigint) end,
  case when a.accepted then a.at + 365 * cast(:day as bigint) end,
  false, 'open', cast(:now as bigint)
from directory_entities e
cross join unnest(:items::text[]) as i(item)
cross join lateral (
  select cast(:now as bigint) - (abs(hashtext(e.ref || i.item || 'at')) % 360 + 2) * cast(:day as bigint) as at,
    abs(hashtext(e.ref || i.item || 'accepted')) % 100 < 88 as accepted
) a
where e.kind = 'component'
  and abs(hashtext(e.ref || i.item)) % 100 < 35 + abs(hashtext(e.ref)) % 60
on conflict do nothing`,
    { checklist: checklist.id, items, now, day: DAY },
  );
  return result.rowCount;
}
