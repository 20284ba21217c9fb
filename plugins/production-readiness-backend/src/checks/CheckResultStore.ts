import {
  CheckFacts,
  checkKey,
  CheckValue,
  DAY,
  Evidence,
  PUSHED_CHECKS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { whereAnyOf } from '../database';
import { batchesOf } from '../directory/batches';

/** One answer to one check of one entity, or why there is none. */
export interface CheckAnswer {
  entityId: string;
  providerId: string;
  checkId: string;
  /** Undefined: it could not be read, and the last good value stays. */
  value?: CheckValue;
  error?: string;
  /** Of what a service reported. */
  report?: { by: string; evidence?: Evidence; validUntil: number };
}

interface CheckRow {
  entity_id: string | number;
  provider_id: string;
  check_id: string;
  value: string | null;
  read_at: string | number | null;
  valid_until: string | number | null;
  reported_by: string | null;
  evidence: string | null;
  error: string | null;
}

/** What is known of the checks of an entity at a moment. */
export interface StoredChecks {
  facts: CheckFacts;
  /** When the next answer stops counting. */
  changesAt: number | null;
}

/** How long an answer counts that nothing has asked for again. */
const VALID = DAY;
/** How old the moment of an unchanged answer may get before it is written. */
const WRITTEN_AGAIN_AFTER = DAY / 4;

/** Reads what is known of the checks of some entities, by entity id. */
export async function readChecks(
  q: Knex,
  entityIds: readonly string[],
  at: number,
): Promise<Map<string, StoredChecks>> {
  const found = new Map<string, CheckRow[]>(entityIds.map(id => [id, []]));
  for (const row of await readRows(q, entityIds)) {
    found.get(String(row.entity_id))?.push(row);
  }
  return new Map([...found].map(([id, rows]) => [id, storedChecks(rows, at)]));
}

function storedChecks(rows: readonly CheckRow[], at: number): StoredChecks {
  const values: Record<string, CheckValue> = {};
  const errors: Record<string, string> = {};
  const reports: Record<string, CheckFacts['reports'][string]> = {};
  const moments: number[] = [];
  for (const row of rows) {
    const key = checkKey({
      providerId: row.provider_id,
      checkId: row.check_id,
    });
    const validUntil = Number(row.valid_until ?? 0);
    if (row.reported_by !== null) {
      reports[key] = {
        by: row.reported_by,
        at: Number(row.read_at),
        ...(row.evidence !== null && { evidence: JSON.parse(row.evidence) }),
      };
    }
    if (row.error !== null) {
      errors[key] = row.error;
    } else if (validUntil <= at) {
      errors[key] =
        row.provider_id === PUSHED_CHECKS
          ? `${row.check_id}: nothing was reported in time`
          : `${row.provider_id}: not asked for lately`;
    } else if (row.value !== null) {
      values[key] = JSON.parse(row.value);
      moments.push(validUntil);
    }
  }
  return {
    facts: { values, errors, reports },
    changesAt: moments.length > 0 ? Math.min(...moments) : null,
  };
}

/**
 * Stores answers. An error leaves the last good value and its moment, and what
 * is as it was is not written. The caller holds the entities' locks.
 *
 * @returns ids of the entities for which something is different now
 */
export async function storeAnswers(
  tx: Knex.Transaction,
  answers: readonly CheckAnswer[],
  at: number,
): Promise<string[]> {
  const ids = [...new Set(answers.map(({ entityId }) => entityId))];
  const stored = new Map(
    (await readRows(tx, ids)).map(row => [
      `${row.entity_id} ${row.provider_id} ${row.check_id}`,
      row,
    ]),
  );
  const changed = new Set<string>();
  const rows: CheckRow[] = [];
  for (const answer of answers) {
    const { entityId, providerId, checkId } = answer;
    const before = stored.get(`${entityId} ${providerId} ${checkId}`);
    const row = rowOf(answer, before, at);
    if (isNews(before, row, at)) rows.push(row);
    if (before?.value !== row.value || before?.error !== row.error) {
      changed.add(entityId);
    } else if (answer.report) changed.add(entityId);
  }
  for (const batch of batchesOf(rows)) {
    await tx('check_results')
      .insert(batch)
      .onConflict(['entity_id', 'provider_id', 'check_id'])
      .merge();
  }
  return [...changed];
}

/**
 * Those of the entities that nobody has asked about since a moment: a run that
 * took its time must not undo what a later one was told. The caller holds the
 * entities' locks.
 */
export async function notAskedSince(
  tx: Knex.Transaction,
  entityIds: readonly string[],
  at: number,
): Promise<string[]> {
  const query = tx('check_runs').where('asked_at', '>', at);
  whereAnyOf(tx, query, 'entity_id', entityIds);
  const later = new Set((await query.pluck('entity_id')).map(String));
  return entityIds.filter(id => !later.has(id));
}

/** Notes that entities were asked about. */
export async function noteRun(
  tx: Knex.Transaction,
  entityIds: readonly string[],
  at: number,
): Promise<void> {
  for (const batch of batchesOf(entityIds)) {
    await tx('check_runs')
      .insert(batch.map(entity_id => ({ entity_id, asked_at: at })))
      .onConflict('entity_id')
      .merge();
  }
}

function rowOf(
  { entityId, providerId, checkId, value, error, report }: CheckAnswer,
  before: CheckRow | undefined,
  at: number,
): CheckRow {
  const key = {
    entity_id: entityId,
    provider_id: providerId,
    check_id: checkId,
  };
  if (value === undefined) {
    return {
      value: null,
      read_at: null,
      valid_until: null,
      reported_by: null,
      evidence: null,
      ...before,
      ...key,
      error: error ?? null,
    };
  }
  return {
    ...key,
    value: JSON.stringify(value),
    read_at: at,
    valid_until: report?.validUntil ?? at + VALID,
    reported_by: report?.by ?? null,
    evidence: report?.evidence ? JSON.stringify(report.evidence) : null,
    error: null,
  };
}

function isNews(
  before: CheckRow | undefined,
  row: CheckRow,
  at: number,
): boolean {
  return (
    before === undefined ||
    before.value !== row.value ||
    before.error !== row.error ||
    row.reported_by !== null ||
    (row.error === null && Number(before.read_at) + WRITTEN_AGAIN_AFTER <= at)
  );
}

async function readRows(
  q: Knex,
  entityIds: readonly string[],
): Promise<CheckRow[]> {
  const query = q<CheckRow>('check_results');
  whereAnyOf(q, query, 'entity_id', entityIds);
  return query.select();
}
