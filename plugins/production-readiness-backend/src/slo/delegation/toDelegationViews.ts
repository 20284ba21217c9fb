import { DelegationView } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Visibility } from '../../directory';
import { nameOf } from '../EntitySlos';
import { findPeople } from '../SloStore';
import { DelegationRecord } from './DelegationStore';

/**
 * Delegations as a reader sees them, in their order and in two statements. An
 * entity that the reader may not see is not named.
 */
export async function toDelegationViews(
  q: Knex,
  records: DelegationRecord[],
  options: { visibility: Visibility; asOf: number },
): Promise<DelegationView[]> {
  if (records.length === 0) return [];
  const people = await findPeople(
    q,
    records.flatMap(one => [one.delegatorRef, one.delegateRef]),
  );
  const scopes = await titlesOf(
    q,
    records.flatMap(one => one.scopeRef ?? []),
    options.visibility,
  );
  const person = (userRef: string) => ({
    userRef,
    name: nameOf(people, userRef),
  });
  return records.map(one => {
    const title = one.scopeRef === null ? undefined : scopes.get(one.scopeRef);
    return {
      id: one.publicId,
      delegator: person(one.delegatorRef),
      delegate: person(one.delegateRef),
      scope:
        one.scopeRef === null
          ? null
          : {
              entityRef: title === undefined ? null : one.scopeRef,
              title: title ?? null,
            },
      reason: one.reason,
      createdAt: one.createdAt,
      validUntil: one.validUntil,
      revokedAt: one.revokedAt,
      state: stateOf(one, options.asOf),
      version: one.version,
    };
  });
}

function stateOf(one: DelegationRecord, asOf: number): DelegationView['state'] {
  if (one.revokedAt !== null) return 'revoked';
  return asOf < one.validUntil ? 'active' : 'ended';
}

async function titlesOf(
  q: Knex,
  refs: readonly string[],
  visibility: Visibility,
): Promise<Map<string, string>> {
  if (refs.length === 0) return new Map();
  const query = q('directory_entities as e')
    .whereIn('e.ref', [...new Set(refs)])
    .whereNull('e.deleted_at')
    .select('e.ref', 'e.title', 'e.name');
  visibility.apply(query, 'e');
  const rows: { ref: string; title: string | null; name: string }[] =
    await query;
  return new Map(rows.map(row => [row.ref, row.title ?? row.name]));
}
