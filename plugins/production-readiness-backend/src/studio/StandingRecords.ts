import {
  EMPTY_RECORD,
  Evidence,
  ItemRecord,
  Person,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { ItemRow } from '../checklist/itemRow';
import { whereAnyOf } from '../database';

/** The columns that decide where an item stands. */
const COLUMNS = [
  'entity_id',
  'checklist_id',
  'item_id',
  'decision',
  'accepted_at',
  'accepted_until',
  'fact',
  'fact_since',
  'fact_due_at',
  'fact_until',
  'fact_unread_since',
  'has_passed',
  'waiver_kind',
  'waiver_until',
  'request_kind',
  'request_decision',
] as const satisfies readonly (keyof ItemRow)[];

type StandingRow = Pick<ItemRow, (typeof COLUMNS)[number]>;

/** Records of one entity, by the id of the checklist and then of the item. */
export type StandingRecords = ReadonlyMap<
  string,
  ReadonlyMap<string, ItemRecord>
>;

/**
 * Reads what decides where the items of entities stand, in one statement and by
 * entity id: no words and no people, which are most of a row, and nothing that
 * a whole catalog has to be sent for. Where they would be, the records say
 * nothing.
 */
export async function readStandingRecords(
  q: Knex,
  entityIds: readonly string[],
): Promise<Map<string, StandingRecords>> {
  const query = q('item_states').select(...COLUMNS);
  whereAnyOf(q, query, 'entity_id', entityIds);
  const rows: StandingRow[] = await query;
  const found = new Map<string, Map<string, Map<string, ItemRecord>>>();
  for (const row of rows) {
    const id = String(row.entity_id);
    const checklists = found.get(id) ?? new Map();
    found.set(id, checklists);
    const records = checklists.get(row.checklist_id) ?? new Map();
    checklists.set(row.checklist_id, records);
    records.set(row.item_id, toStandingRecord(row));
  }
  return found;
}

const NOBODY: Person = { ref: '', name: '' };
const UNTOLD: Evidence = { kind: 'text', text: '' };

/** What decides where an item stands, of one row. */
export function toStandingRecord(row: StandingRow): ItemRecord {
  return {
    ...EMPTY_RECORD,
    ...(row.decision !== null && {
      answer: {
        evidence: UNTOLD,
        by: NOBODY,
        at: 0,
        decision: row.decision,
      },
    }),
    ...(row.accepted_at !== null && {
      acceptance: {
        evidence: UNTOLD,
        attestedBy: NOBODY,
        attestedAt: 0,
        acceptedBy: NOBODY,
        acceptedAt: Number(row.accepted_at),
        basis: 'second_person',
        until: optional(row.accepted_until) ?? null,
      },
    }),
    ...(row.fact_since !== null && {
      fact: {
        value: row.fact,
        since: Number(row.fact_since),
        dueAt: optional(row.fact_due_at),
        until: optional(row.fact_until),
        unreadSince: optional(row.fact_unread_since),
        hasPassed: Boolean(row.has_passed),
      },
    }),
    ...waiversOf(row),
  };
}

function waiversOf(
  row: StandingRow,
): Pick<ItemRecord, 'waiver' | 'waiverRequest'> {
  const asked = { reason: '', requestedBy: NOBODY, requestedAt: 0 };
  return {
    ...(row.waiver_kind !== null && {
      waiver: {
        ...asked,
        ...(row.waiver_kind === 'exemption'
          ? {
              kind: row.waiver_kind,
              compensatingControl: '',
              until: Number(row.waiver_until),
            }
          : { kind: row.waiver_kind }),
        approvedBy: NOBODY,
        approvedAt: 0,
      },
    }),
    ...(row.request_kind !== null &&
      row.request_decision !== null && {
        waiverRequest: {
          ...asked,
          kind: 'not_applicable' as const,
          decision: row.request_decision,
        },
      }),
  };
}

function optional(value: string | number | null): number | undefined {
  return value === null ? undefined : Number(value);
}
