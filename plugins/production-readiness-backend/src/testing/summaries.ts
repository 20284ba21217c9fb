import { Knex } from 'knex';
import { NEVER, SummaryRow } from '../checklist/summaryRow';
import { asSearched } from '../directory/asSearched';

/** An entity with its summary, as lists see them. */
export interface SummarySeed extends Partial<Omit<SummaryRow, 'entity_id'>> {
  name: string;
  title?: string;
  owners?: string[];
  blockers?: string[];
  /** Annotations, for rules of the catalog's permissions. */
  annotations?: Record<string, string>;
}

const PER_STATEMENT = 100;

/**
 * Stores entities with summaries that say what a test wants, without judging
 * anything.
 *
 * @returns the ids, in the same order
 */
export async function seedSummaries(
  knex: Knex,
  seeds: readonly SummarySeed[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < seeds.length; start += PER_STATEMENT) {
    const part = seeds.slice(start, start + PER_STATEMENT);
    const rows = await knex('directory_entities')
      .insert(part.map(entityRow))
      .returning(['id', 'ref']);
    const byRef = new Map(rows.map(row => [row.ref, String(row.id)]));
    const idOf = (seed: SummarySeed) => byRef.get(refOf(seed))!;
    await knex('readiness_summaries').insert(
      part.map(seed => summaryRow(seed, idOf(seed))),
    );
    await insertAll(
      knex,
      'directory_entity_owners',
      part.flatMap(seed =>
        ownersOf(seed).map(owner_ref => ({
          entity_id: idOf(seed),
          owner_ref,
        })),
      ),
    );
    await insertAll(
      knex,
      'readiness_summary_blockers',
      part.flatMap(seed =>
        (seed.blockers ?? []).map(item_id => ({
          entity_id: idOf(seed),
          checklist_id: 'default',
          item_id,
        })),
      ),
    );
    await insertAll(
      knex,
      'directory_search',
      part.flatMap(seed =>
        Object.entries(seed.annotations ?? {}).map(([key, value]) => ({
          entity_id: idOf(seed),
          key: `metadata.annotations.${key}`,
          value,
        })),
      ),
    );
    ids.push(...part.map(idOf));
  }
  return ids;
}

async function insertAll(
  knex: Knex,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += PER_STATEMENT) {
    await knex(table).insert(rows.slice(start, start + PER_STATEMENT));
  }
}

function refOf({ name, kind = 'component' }: SummarySeed): string {
  return `${kind}:default/${name}`;
}

function ownersOf({ owners, owner_ref }: SummarySeed): string[] {
  return owners ?? (owner_ref ? [owner_ref] : []);
}

function entityRow(seed: SummarySeed) {
  return {
    ref: refOf(seed),
    uid: `uid-${seed.name}`,
    kind: seed.kind ?? 'component',
    namespace: 'default',
    name: seed.name,
    title: seed.title ?? null,
    search_text: asSearched(`${seed.title ?? ''} ${refOf(seed)}`),
    lifecycle: seed.lifecycle || null,
    tier: seed.tier ?? 2,
    tier_origin: 'default',
    phase: seed.phase ?? 'design',
    owner_ref: ownersOf(seed)[0] ?? null,
    owner_exists: false,
    system_ref: seed.system_ref ?? null,
    domain_ref: seed.domain_ref ?? null,
    entity: JSON.stringify({ metadata: {}, relations: [] }),
    digest: '',
    missed: 0,
    adopted_at: 0,
    updated_at: 0,
  };
}

function summaryRow(seed: SummarySeed, id: string) {
  const { name, title, owners, blockers, annotations, ...columns } = seed;
  return {
    entity_id: id,
    checklist_id: 'default',
    checklist_digest: 'digest',
    kind: 'component',
    sort_title: (title ?? name).toLowerCase(),
    tier: 2,
    phase: 'design',
    lifecycle: '',
    owner_ref: ownersOf(seed)[0] ?? '',
    owner_title: (ownersOf(seed)[0] ?? '').replace(/^.*\//, ''),
    score: 500,
    level: 'none',
    level_rank: 0,
    required_count: 10,
    satisfied_count: 5,
    waiting_count: 0,
    blocker_count: blockers?.length ?? 0,
    top_blocker: blockers?.[0] ?? null,
    next_due: NEVER,
    slo_state: 'none',
    slo_rank: 2,
    slo_agreed: 0,
    slo_waiting: 0,
    facts: '{}',
    updated_at: 0,
    ...columns,
  };
}
