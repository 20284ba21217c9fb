import { Knex } from 'knex';

/**
 * What checklists and lists know from a provider, by entity: the targets that
 * run, and which rules watch. Firing and budgets are no facts; they come and
 * go by the minute.
 */
export type WatchedFacts = ReadonlyMap<string, string>;

/** Reads what is stored of it; a text for each entity, to be compared. */
export async function readWatchedFacts(
  q: Knex,
  provider: string,
): Promise<WatchedFacts> {
  const slos: {
    slo_id: string | number;
    entity_id: string | number;
    external_id: string;
    objective: string | null;
  }[] = await q('slo_telemetry_bindings as b')
    .join('slos as s', 's.id', 'b.slo_id')
    .leftJoin('slo_telemetry_states as t', 't.slo_id', 'b.slo_id')
    .where('b.provider', provider)
    .whereNotNull('b.external_id')
    .orderBy('b.slo_id')
    .select('b.slo_id', 's.entity_id', 'b.external_id', 't.objective');
  const rules: {
    external_id: string;
    name: string;
    severity: string;
    runbook_url: string | null;
  }[] = await q('slo_telemetry_alerts')
    .where({ provider })
    .orderBy(['external_id', 'name', 'severity'])
    .select('external_id', 'name', 'severity', 'runbook_url');
  const byId = new Map<string, unknown[]>();
  for (const { external_id: id, ...rule } of rules) {
    const own = byId.get(id) ?? [];
    own.push([rule.name, rule.severity, rule.runbook_url]);
    byId.set(id, own);
  }
  const facts = new Map<string, string>();
  for (const slo of slos) {
    const entityId = String(slo.entity_id);
    const text = JSON.stringify([
      String(slo.slo_id),
      slo.objective,
      byId.get(slo.external_id) ?? [],
    ]);
    facts.set(entityId, `${facts.get(entityId) ?? ''}${text}`);
  }
  return facts;
}

/** The entities of which something else is known now. */
export function changedEntities(
  before: WatchedFacts,
  after: WatchedFacts,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    id => before.get(id) !== after.get(id),
  );
}
