import { DelegationFact } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock, isSqlite } from '../../database';
import {
  AlertRecord,
  CriteriaRecord,
  DocumentRecord,
  JourneyRecord,
  NamedSpanRecord,
  NeedRecord,
  PlaceRecord,
  SetOwnerRecord,
  SloRecord,
  SourceRecord,
} from '../records';
import {
  SloRow,
  toAlert,
  toCriteria,
  toDelegation,
  toJourney,
  toNamedSpan,
  toNeed,
  toPlace,
  toPolicy,
  toQuestion,
  toRule,
  toSetOwner,
  toSignature,
  toSlo,
  toSource,
  toVersion,
} from './sloRows';
import { sloStatement } from './sloStatement';

/** All that is known of the SLOs of some entities. */
export interface SloRows {
  /** When it was read; milliseconds since the epoch. */
  now: number;
  slos: SloRecord[];
  journeys: JourneyRecord[];
  alerts: AlertRecord[];
  criteria: CriteriaRecord[];
  needs: NeedRecord[];
  setOwners: SetOwnerRecord[];
  /** The entities, their Systems and their Domains. */
  sources: SourceRecord[];
  /** Error-budget policies of the entities, their Systems and their Domains. */
  policies: DocumentRecord[];
  /** In which Systems and Domains the entities were; read with contents. */
  places: PlaceRecord[];
  /** Whom they and all these named for a role in the past and now. */
  named: NamedSpanRecord[];
  /** Delegations to the caller that are valid now. */
  delegations: DelegationFact[];
}

/**
 * Reads everything about the SLOs of some live entities in one statement,
 * whether it is one entity for its page or a batch for its facts.
 *
 * @param entityIds - at least one
 * @param options.withContent - whether to read the contents, which are long
 * @param options.withPolicies - whether to read error-budget policies, which
 *   are read with contents anyway
 * @param options.delegateRef - whose delegations are read; nobody's without
 */
export async function readSloRows(
  q: Knex,
  entityIds: readonly string[],
  options: {
    clock: Clock;
    withContent: boolean;
    withPolicies?: boolean;
    delegateRef?: string;
  },
): Promise<SloRows> {
  const now = options.clock.nowExpression(q);
  const isOneOf = isSqlite(q)
    ? `in (${entityIds.map(() => '?').join(', ')})`
    : '= any(?)';
  const result = await q.raw(
    sloStatement(isOneOf, {
      withContent: options.withContent,
      withPolicies: options.withPolicies ?? options.withContent,
    }),
    [
      ...(isSqlite(q) ? entityIds : [[...entityIds]]),
      options.delegateRef ?? '',
      now,
      now,
    ],
  );
  const rows: SloRow[] = Array.isArray(result) ? result : result.rows;
  return collect(rows);
}

function collect(rows: SloRow[]): SloRows {
  const of = (part: SloRow['part']) => rows.filter(row => row.part === part);
  const slos = of('slo').map(toSlo);
  const byId = new Map(slos.map(slo => [slo.id, slo]));
  for (const row of of('version')) {
    byId.get(String(row.parent))?.versions.push(toVersion(row));
  }
  for (const row of of('signature')) {
    byId.get(String(row.parent))?.signatures.push(toSignature(row));
  }
  for (const row of of('question')) {
    byId.get(String(row.parent))?.questions.push(toQuestion(row));
  }
  for (const row of of('running')) {
    const slo = byId.get(String(row.parent));
    if (slo) slo.running = row.key ?? undefined;
  }
  for (const row of of('rule')) {
    byId.get(String(row.parent))?.rules.push(toRule(row));
  }
  const policies = of('policy').map(toPolicy);
  const policyById = new Map(policies.map(one => [one.id, one]));
  for (const row of of('policy_version')) {
    policyById.get(String(row.parent))?.versions.push(toVersion(row));
  }
  for (const row of of('policy_signature')) {
    policyById.get(String(row.parent))?.signatures.push(toSignature(row));
  }
  return {
    now: Number(of('now')[0].at),
    slos,
    journeys: of('journey').map(toJourney),
    alerts: of('alert').map(toAlert),
    criteria: of('criteria').map(toCriteria),
    needs: of('need').map(toNeed),
    setOwners: of('owner').map(toSetOwner),
    sources: of('source').map(toSource),
    policies,
    places: of('place').map(toPlace),
    named: of('named').map(toNamedSpan),
    delegations: of('delegation').map(toDelegation),
  };
}
