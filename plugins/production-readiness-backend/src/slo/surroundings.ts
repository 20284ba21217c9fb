import {
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import {
  compareTargets,
  SignerSurroundings,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock } from '../database';
import { Directory } from '../directory';
import { SloConfig } from './config';
import { EntitySlos, readEntitySlos } from './EntitySlos';

/** What the checklist can tell of an entity. */
export interface EvidenceReader {
  /**
   * How many levels of its checklist the entity reached, in one statement;
   * null when no checklist is about it.
   */
  levelsReached(q: Knex, entityId: string): Promise<number | null>;
}

const DEPENDENCIES = [RELATION_DEPENDS_ON, RELATION_CONSUMES_API];
const MOST_DEPENDENCIES = 50;

/**
 * Reads what a signer is shown beside the content: what the checklist says of
 * the entity, and what the entities that it depends on have signed. Those that
 * the reader may not see are left out. Five statements at most.
 */
export async function readSurroundings(
  q: Knex,
  context: EntitySlos,
  deps: {
    clock: Clock;
    config: SloConfig;
    directory: Directory;
    evidence?: EvidenceReader;
  },
): Promise<SignerSurroundings> {
  const { entity } = context;
  const levelsReached =
    (await deps.evidence?.levelsReached(q, entity.id)) ?? null;
  const refs = [
    ...new Set(
      (entity.relations ?? [])
        .filter(one => DEPENDENCIES.includes(one.type))
        .map(one => one.targetRef),
    ),
  ].slice(0, MOST_DEPENDENCIES);
  if (refs.length === 0 || !entity.visibility) {
    return { levelsReached, dependencies: [] };
  }
  const visible = q('directory_entities as e')
    .whereIn('e.ref', refs)
    .whereNull('e.deleted_at')
    .select('e.id');
  entity.visibility.apply(visible, 'e');
  const ids = (await visible).map(row => String(row.id));
  const entities = ids.length > 0 ? await deps.directory.findByIds(q, ids) : [];
  const all = await readEntitySlos(q, entities, {
    config: deps.config,
    clock: deps.clock,
    withContent: false,
  });
  return {
    levelsReached,
    dependencies: entities.map(one => ({
      entityRef: one.ref,
      title: one.title ?? one.name,
      target: weakestTarget(all.get(one.id)),
    })),
  };
}

/** The lowest number in force: the journey that breaks first. */
function weakestTarget(context: EntitySlos | undefined): string | null {
  const targets = (context?.slos ?? []).flatMap(({ record, standing }) => {
    const inForce = record.versions.find(
      one => one.version === standing.inForce,
    );
    return inForce ? [inForce.target] : [];
  });
  return targets.sort(compareTargets)[0] ?? null;
}
