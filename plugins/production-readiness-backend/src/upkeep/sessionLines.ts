import {
  AssessedItem,
  isInSession,
  ItemRecord,
  SESSION_EVERY,
  UpkeepSession,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller, Visibility } from '../access';
import { ChecklistConfig } from '../checklist/config';
import { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import type { LoadedChecklist } from '../checklist/document';
import { answersHeld, isTakenOver } from '../checklist/inheritance';
import { ItemRow } from '../checklist/itemRow';
import { judgeStored } from '../checklist/subject';
import { readSummaries } from '../checklist/SummaryStore';
import { SummaryRow } from '../checklist/summaryRow';
import { Directory, DirectoryEntity } from '../directory';

/** More than a team gets through in one sitting. */
const MOST_LINES = 300;

/** An accepted answer that a session walks through. */
export interface ExpiringAnswer {
  entity: DirectoryEntity;
  checklist: LoadedChecklist;
  assessed: AssessedItem;
  record: ItemRecord;
}

/** What reading sessions needs of the other parts. */
export interface SessionDeps {
  directory: Directory;
  registry: ChecklistRegistry;
  config: ChecklistConfig;
}

/** Whose answers a session walks through. */
export interface SessionScope {
  /** Holds the session, or would hold one. */
  group: DirectoryEntity;
  /** Of the Groups whose entities it walks through. */
  ownerRefs: readonly string[];
  /** Undefined: there is none; then the next quarter. */
  session?: UpkeepSession;
  /** Only what this person answers for. */
  answerer?: Caller;
}

/**
 * The accepted answers that a session walks through: those of its entities and,
 * for the Group at the top, those that it gave for everybody. They expire before
 * the next session, and no newer answer waits. By item in the checklist's order,
 * then by entity.
 */
export async function readExpiring(
  q: Knex,
  deps: SessionDeps,
  scope: SessionScope,
  visibility: Visibility,
  now: number,
): Promise<{ answers: ExpiringAnswer[]; isCut: boolean }> {
  const { answerer, group, session } = scope;
  const held =
    !answerer || answerer.isAdmin || answersFor(answerer, group)
      ? answersHeld(group, deps.registry)
      : undefined;
  const query = itemsOfTeams(q, scope.ownerRefs, visibility);
  if (answerer) ownedBy(query, answerer);
  const rows: ItemRow[] = [
    ...(held ? await expiring(heldItems(q, held), scope, now) : []),
    ...(await expiring(query, scope, now)),
  ];
  const byEntity = new Map<string, Map<string, ItemRow>>();
  for (const row of rows.slice(0, MOST_LINES)) {
    const id = String(row.entity_id);
    const own = byEntity.get(id) ?? new Map<string, ItemRow>();
    byEntity.set(id, own.set(row.item_id, row));
  }
  const ids = [...byEntity.keys()];
  const entities = await deps.directory.findByIds(q, ids);
  const summaries = await readSummaries(q, ids);
  const answers = entities.flatMap((entity): ExpiringAnswer[] => {
    const summary =
      entity.id === group.id ? held : summaries.get(entity.id)?.row;
    const checklist =
      summary && deps.registry.byDigest(summary.checklist_digest);
    // One that was judged by another checklist is judged anew soon.
    if (!summary || !checklist) return [];
    const own = byEntity.get(entity.id)!;
    const { items, records } = judgeStored(
      { entity, summary, now },
      checklist,
      own,
      deps.config,
    );
    return items.flatMap((assessed): ExpiringAnswer[] => {
      const { item, required, standing } = assessed;
      const record = own.has(item.id) ? records.get(item.id) : undefined;
      // Whoever is excused has nothing to answer, unless others rely on it.
      const matters = required || isTakenOver(entity.kind, item);
      if (!record?.acceptance || !matters || standing.state === 'exempt') {
        return [];
      }
      return isInSession(record.acceptance, session, now)
        ? [{ entity, checklist, assessed, record }]
        : [];
    });
  });
  return {
    answers: answers.sort(byItemThenEntity),
    isCut: rows.length > MOST_LINES,
  };
}

/** Those of some item rows that expire before the next session. */
async function expiring(
  query: Knex.QueryBuilder,
  { session }: SessionScope,
  now: number,
): Promise<ItemRow[]> {
  return query
    .where('i.accepted_until', '<', session?.followingAt ?? now + SESSION_EVERY)
    .where((answer: Knex.QueryBuilder) =>
      answer.whereNull('i.decision').orWhereNot('i.decision', 'waiting'),
    )
    .orderBy([{ column: 'i.accepted_until' }, { column: 'i.entity_id' }])
    .limit(MOST_LINES + 1)
    .select('i.*');
}

function heldItems(q: Knex, held: SummaryRow) {
  return q('item_states as i').where({
    'i.entity_id': held.entity_id,
    'i.checklist_id': held.checklist_id,
  });
}

function ownedBy(query: Knex.QueryBuilder, { principals }: Caller): void {
  query.whereExists((owner: Knex.QueryBuilder) =>
    owner
      .select('o.owner_ref')
      .from('directory_entity_owners as o')
      .whereRaw('?? = ??', ['o.entity_id', 'e.id'])
      .whereIn('o.owner_ref', principals),
  );
}

function answersFor({ principals }: Caller, { ownerRefs }: DirectoryEntity) {
  return ownerRefs.some(ref => principals.includes(ref));
}

/** A Group for which answers of a team wait. */
export interface WaitingForGroup {
  reviewerRef: string | null;
  count: number;
  oldestSince: number;
}

/** For whom the answers of some teams wait, the longest wait first. */
export async function readWaitingOf(
  q: Knex,
  ownerRefs: readonly string[],
  visibility: Visibility,
): Promise<WaitingForGroup[]> {
  const rows: Record<string, unknown>[] = await itemsOfTeams(
    q,
    ownerRefs,
    visibility,
  )
    .where('i.decision', 'waiting')
    .groupBy('i.reviewer_ref')
    .select('i.reviewer_ref')
    .count({ count: '*' })
    .min({ since: 'i.attested_at' });
  return rows
    .map(row => ({
      reviewerRef: row.reviewer_ref === null ? null : String(row.reviewer_ref),
      count: Number(row.count),
      oldestSince: Number(row.since),
    }))
    .sort((one, other) => one.oldestSince - other.oldestSince);
}

/** The sections of the checklists of a team's entities. */
export async function readSectionsOf(
  q: Knex,
  registry: ChecklistRegistry,
  groupRef: string,
  visibility: Visibility,
) {
  const query = q('readiness_summaries as s')
    .join('directory_entities as e', 'e.id', 's.entity_id')
    .whereNull('e.deleted_at')
    .where('s.owner_ref', groupRef)
    .distinct('s.checklist_digest as digest');
  visibility.apply(query, 'e');
  const rows: { digest: string }[] = await query;
  const sections = rows.flatMap(
    ({ digest }) => registry.byDigest(digest)?.document.sections ?? [],
  );
  return [...new Map(sections.map(one => [one.id, one] as const)).values()];
}

/** The item rows (`i`) of the readable live entities (`e`) of some teams. */
function itemsOfTeams(
  q: Knex,
  ownerRefs: readonly string[],
  visibility: Visibility,
) {
  const query = q('readiness_summaries as s')
    .join('item_states as i', {
      'i.entity_id': 's.entity_id',
      'i.checklist_id': 's.checklist_id',
    })
    .join('directory_entities as e', 'e.id', 's.entity_id')
    .whereNull('e.deleted_at')
    .whereIn('s.owner_ref', [...ownerRefs]);
  visibility.apply(query, 'e');
  return query;
}

function byItemThenEntity(one: ExpiringAnswer, other: ExpiringAnswer): number {
  const order = ({ assessed, checklist }: ExpiringAnswer) =>
    checklist.document.items.findIndex(({ id }) => id === assessed.item.id);
  return (
    order(one) - order(other) ||
    one.assessed.item.id.localeCompare(other.assessed.item.id) ||
    one.entity.ref.localeCompare(other.entity.ref)
  );
}
