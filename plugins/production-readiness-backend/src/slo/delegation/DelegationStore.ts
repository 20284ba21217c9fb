import { DelegationFact } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';

/** A delegation with all that its people see of it. */
export interface DelegationRecord extends DelegationFact {
  reason: string;
  createdAt: number;
  version: number;
}

/** More than anybody can look through. */
const MOST_LISTED = 100;

interface Row {
  public_id: string;
  delegator_ref: string;
  delegate_ref: string;
  scope_ref: string | null;
  reason: string;
  created_at: string | number;
  valid_until: string | number;
  revoked_at: string | number | null;
  version: number;
}

/** The delegations that a person gave or received, newest first. */
export async function readDelegations(
  q: Knex,
  userRef: string,
  side: 'delegator_ref' | 'delegate_ref',
): Promise<DelegationRecord[]> {
  const rows: Row[] = await q('slo_delegations')
    .where({ [side]: userRef })
    .orderBy('valid_until', 'desc')
    .limit(MOST_LISTED);
  return rows.map(toRecord);
}

/** Delegations of a person that hold now and end before a moment. */
export async function readEnding(
  q: Knex,
  delegatorRef: string,
  between: { now: number; until: number },
): Promise<DelegationRecord[]> {
  const rows: Row[] = await q('slo_delegations')
    .where({ delegator_ref: delegatorRef })
    .whereNull('revoked_at')
    .where('valid_until', '>', between.now)
    .where('valid_until', '<=', between.until)
    .orderBy('valid_until')
    .limit(MOST_LISTED);
  return rows.map(toRecord);
}

/** The delegation of an id, locked until the transaction ends. */
export async function lockDelegation(
  tx: Knex.Transaction,
  publicId: string,
): Promise<DelegationRecord | undefined> {
  const row: Row | undefined = await tx('slo_delegations')
    .where({ public_id: publicId })
    .forUpdate()
    .first();
  return row && toRecord(row);
}

/** Adds a delegation. */
export async function insertDelegation(
  tx: Knex.Transaction,
  one: DelegationRecord,
): Promise<void> {
  await tx('slo_delegations').insert({
    public_id: one.publicId,
    delegator_ref: one.delegatorRef,
    delegate_ref: one.delegateRef,
    scope_ref: one.scopeRef,
    reason: one.reason,
    created_at: one.createdAt,
    valid_until: one.validUntil,
    revoked_at: one.revokedAt,
    version: one.version,
  });
}

/** Writes when a delegation ends, and what it is about. */
export async function updateDelegation(
  tx: Knex.Transaction,
  one: DelegationRecord,
): Promise<void> {
  await tx('slo_delegations').where({ public_id: one.publicId }).update({
    scope_ref: one.scopeRef,
    valid_until: one.validUntil,
    revoked_at: one.revokedAt,
    version: one.version,
  });
}

function toRecord(row: Row): DelegationRecord {
  return {
    publicId: row.public_id,
    delegatorRef: row.delegator_ref,
    delegateRef: row.delegate_ref,
    scopeRef: row.scope_ref,
    reason: row.reason,
    createdAt: Number(row.created_at),
    validUntil: Number(row.valid_until),
    revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
    version: Number(row.version),
  };
}
