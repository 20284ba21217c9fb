import {
  ChecklistItem,
  InheritedAnswer,
  inheritedAnswers,
  ItemRecord,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { rowVersion, runPrepared } from '../database';
import { DirectoryEntity, Visibility } from '../directory';
import { AncestorEntity, readAncestors } from '../directory/ancestors';
import { batchesOf } from '../directory/batches';
import { NEVER, NO_SCORE, sloRank, SummaryRow } from './summaryRow';
import type { ChecklistRegistry } from './ChecklistRegistry';
import type { LoadedChecklist } from './document';
import { ITEM_COLUMNS, ItemRow, toItemRecord } from './itemRow';
import { ItemRows } from './ItemStateStore';

/** Items of a checklist that may be taken over. */
export function inheritableIds({ document }: LoadedChecklist): string[] {
  return document.items.filter(isInheritable).map(({ id }) => id);
}

function isInheritable(item: ChecklistItem): boolean {
  return item.inheritable !== undefined && item.kind !== 'automatic';
}

/** Whether others may take over what an entity of this kind answers. */
export function isTakenOver(
  kind: string,
  { inheritable }: ChecklistItem,
): boolean {
  return inheritable?.some(source => source === kind) ?? false;
}

// One text: to quote each of these names takes longer than to read the rows.
const COLUMNS = ITEM_COLUMNS.map(column => `i.${column}`).join(', ');

/** Item rows of an entity, read with what it may take over. */
export interface RowsWithAncestors {
  rows: ItemRows;
  /** Ids of the entities above that the reader may not see. */
  hidden: ReadonlySet<string>;
  /** Says whether all of them are as they were; undefined on SQLite. */
  version?: string;
}

/** Which item rows an entity's readiness rests on. */
export interface RowsInPlay {
  entityId: string;
  ancestors: readonly AncestorEntity[];
  checklist: LoadedChecklist;
}

/**
 * Reads the rows of an entity and what it may take over, in one statement.
 *
 * @param visibility - what of the catalog the reader may see: a row of another
 *   entity says whether it is part of that
 */
export async function readRowsWithAncestors(
  q: Knex,
  inPlay: RowsInPlay,
  visibility?: Visibility,
): Promise<RowsWithAncestors> {
  const { entityId, ancestors } = inPlay;
  const query = rowsInPlay(q, inPlay).select(q.raw(COLUMNS));
  const version = rowVersion(q, 'i');
  if (version) query.select({ row_version: version });
  if (visibility && ancestors.length > 0) {
    const readable = q('directory_entities as v')
      .select('v.id')
      .whereRaw('?? = ??', ['v.id', 'i.entity_id']);
    visibility.apply(readable, 'v');
    query.select({ readable_id: readable });
  }
  const found = await runPrepared<
    ItemRow & { readable_id?: string | number | null; row_version?: string }
  >(q, query);
  const rows: ItemRows = new Map(
    [entityId, ...ancestors.map(({ id }) => id)].map(id => [id, new Map()]),
  );
  const hidden = new Set<string>();
  const versions: (string | undefined)[] = [];
  for (const { readable_id, row_version, ...row } of found) {
    const id = String(row.entity_id);
    rows.get(id)?.set(row.item_id, row as ItemRow);
    if (readable_id === null && id !== entityId) hidden.add(id);
    versions.push(row_version);
  }
  return {
    rows,
    hidden,
    ...(version && { version: versions.sort().join(' ') }),
  };
}

/** The rows that the readiness of an entity rests on, as `i`. */
function rowsInPlay(
  q: Knex,
  { entityId, ancestors, checklist }: RowsInPlay,
): Knex.QueryBuilder {
  const takenOver = inheritableIds(checklist);
  return q<ItemRow>('item_states as i')
    .where('i.checklist_id', checklist.document.id)
    .where(which => {
      which.where('i.entity_id', entityId);
      if (ancestors.length === 0 || takenOver.length === 0) return;
      which.orWhere(above =>
        above
          .whereIn(
            'i.entity_id',
            ancestors.map(({ id }) => id),
          )
          .whereIn('i.item_id', takenOver)
          .whereNotNull('i.accepted_at'),
      );
    });
}

/**
 * Reads the version that {@link readRowsWithAncestors} tells, and nothing else,
 * as part of another statement on PostgreSQL. What was written since has the
 * number of a transaction that none of the rows had, and what was removed makes
 * them fewer, so that the numbers in their order say it all.
 */
export function versionOfRows(q: Knex, inPlay: RowsInPlay): Knex.QueryBuilder {
  return rowsInPlay(q, inPlay).select(
    q.raw(
      `coalesce(string_agg(??::text, ' ' order by ??::text collate "C"), '')`,
      ['i.xmin', 'i.xmin'],
    ),
  );
}

/** What an entity may take over, by item id. */
export function inheritedOf(
  { document }: LoadedChecklist,
  ancestors: readonly AncestorEntity[],
  rows: ItemRows,
  hidden: ReadonlySet<string> = new Set(),
): Map<string, InheritedAnswer> {
  const items = document.items.filter(isInheritable);
  if (items.length === 0 || ancestors.length === 0) return new Map();
  const found = inheritedAnswers(
    items,
    ancestors.map(({ id, ref }) => ({
      ref,
      records: recordsOf(rows.get(id), document.id),
    })),
  );
  const hiddenRefs = new Set(
    ancestors.filter(({ id }) => hidden.has(id)).map(({ ref }) => ref),
  );
  for (const [itemId, answer] of found) {
    if (hiddenRefs.has(answer.ref)) {
      found.set(itemId, { ...answer, hidden: true });
    }
  }
  return found;
}

function recordsOf(
  rows: ReadonlyMap<string, ItemRow> = new Map(),
  checklistId: string,
): Map<string, ItemRecord> {
  return new Map(
    [...rows]
      .filter(([, row]) => row.checklist_id === checklistId)
      .map(([itemId, row]) => [itemId, toItemRecord(row)]),
  );
}

/** What many entities may take over. */
export interface Above {
  /** By entity id, the nearest first. */
  ancestors: ReadonlyMap<string, AncestorEntity[]>;
  /** Accepted answers of the ancestors. */
  rows: ItemRows;
}

/**
 * Reads what entities may take over; nothing where no checklist in use has an
 * item that may be.
 */
export async function readAbove(
  q: Knex,
  loaded: readonly LoadedChecklist[],
  entities: readonly DirectoryEntity[],
): Promise<Above> {
  const itemIds = [...new Set(loaded.flatMap(inheritableIds))];
  if (itemIds.length === 0) return { ancestors: new Map(), rows: new Map() };
  const ancestors = await readAncestors(q, entities);
  return {
    ancestors,
    rows: await readAcceptedRows(q, [...ancestors.values()].flat(), itemIds),
  };
}

/** The accepted answers of some entities to some items. */
export async function readAcceptedRows(
  q: Knex,
  entities: readonly AncestorEntity[],
  itemIds: readonly string[],
): Promise<ItemRows> {
  const rows: ItemRows = new Map(entities.map(({ id }) => [id, new Map()]));
  for (const batch of batchesOf([...rows.keys()])) {
    const found: ItemRow[] = await q<ItemRow>('item_states')
      .whereIn('entity_id', batch)
      .whereIn('item_id', [...itemIds])
      .whereNotNull('accepted_at')
      .select();
    for (const row of found) {
      rows.get(String(row.entity_id))?.set(row.item_id, row);
    }
  }
  return rows;
}

/** Whether the Group stands at the top of its hierarchy. */
function isTop({ kind, relations }: DirectoryEntity): boolean {
  return kind === 'group' && !relations.some(({ type }) => type === 'childOf');
}

/**
 * A Group has no checklist of its own and so no stored summary. The one at the
 * top holds the answers that all may take over: it is read as if it had a
 * summary with exactly these items, none of them required.
 *
 * @returns undefined for any other entity, and where nothing can be taken over
 */
export function answersHeld(
  entity: DirectoryEntity,
  registry: ChecklistRegistry,
): SummaryRow | undefined {
  if (!isTop(entity)) return undefined;
  for (const checklist of registry.loaded) {
    const items = checklist.document.items.filter(
      item => isInheritable(item) && item.inheritable?.includes('group'),
    );
    if (items.length === 0) continue;
    return {
      entity_id: entity.id,
      checklist_id: checklist.document.id,
      checklist_digest: checklist.digest,
      kind: entity.kind,
      sort_title: '',
      tier: entity.tier,
      phase: entity.phase,
      lifecycle: '',
      owner_ref: '',
      owner_title: '',
      system_ref: null,
      domain_ref: null,
      score: NO_SCORE,
      level: 'none',
      level_rank: 0,
      required_count: 0,
      satisfied_count: 0,
      waiting_count: 0,
      blocker_count: 0,
      top_blocker: null,
      next_due: NEVER,
      adoption_until: null,
      slo_state: 'none',
      slo_rank: sloRank('none'),
      slo_agreed: 0,
      slo_waiting: 0,
      toil_state: null,
      valid_until: null,
      facts: JSON.stringify({
        applicable: items.map(({ id }) => ({ itemId: id, required: false })),
        sloOwners: [],
      }),
    };
  }
  return undefined;
}
