import {
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import {
  createFactDocument,
  FACT_ROOTS,
  FactDocument,
  FactRoot,
  FactSources,
  SloBox,
  SloFacts,
  ToilFacts,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import type { StoredChecks } from '../checks/CheckResultStore';
import { Directory, DirectoryEntity } from '../directory';

/** What the SLO feature tells of entities, and who answers for their SLOs. */
export interface SloReader {
  read(
    q: Knex,
    entities: readonly DirectoryEntity[],
  ): Promise<
    ReadonlyMap<string, { facts: SloFacts; owners: SloBox['owners'] }>
  >;
}

/** What the toil feature tells of Groups: only what everybody may see. */
export interface ToilFactReader {
  read(
    q: Knex,
    groupRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ToilFacts>>;
}

/** What other systems say of entities, by entity id. */
export interface CheckFactReader {
  /** @param at - milliseconds since the epoch; older reports have ended */
  read(
    q: Knex,
    entityIds: readonly string[],
    at: number,
  ): Promise<ReadonlyMap<string, StoredChecks>>;
}

/** Where facts come from. */
export interface FactReaders {
  directory: Directory;
  slo: SloReader;
  toil: ToilFactReader;
  checks: CheckFactReader;
}

/** All that is known of one entity. */
export interface EntityFacts {
  entity: DirectoryEntity;
  document: FactDocument;
  slo: SloFacts;
  sloOwners: SloBox['owners'];
  toil?: ToilFacts;
  /** What other systems say; undefined where nobody asks for it. */
  checks?: StoredChecks;
}

/** What is known of an entity without SLOs. */
export const NO_SLO: SloFacts = {
  journeys: 0,
  slos: 0,
  agreed: 0,
  waiting: 0,
  state: 'none',
  requiredSignaturesPresent: false,
};
const NO_TOIL: ToilFacts = { coverage: null, publicState: null };
const DEPENDENCIES = [RELATION_DEPENDS_ON, RELATION_CONSUMES_API];
const REFS_PER_STATEMENT = 500;
const EVERYTHING: ReadonlySet<FactRoot> = new Set(FACT_ROOTS);
/** What the facts of an entity say of others. */
const OTHERS: FactRoot[] = ['owner', 'system', 'dependencies'];

/**
 * Reads the facts of live entities; those that are gone are left out. The
 * number of statements does not grow with the number of entities.
 *
 * @param at - milliseconds since the epoch
 * @param roots - of which something will be asked; the others are not read
 */
export async function readEntityFacts(
  q: Knex,
  readers: FactReaders,
  entityIds: readonly string[],
  at: number,
  roots: ReadonlySet<FactRoot> = EVERYTHING,
): Promise<EntityFacts[]> {
  const entities = await readers.directory.findByIds(q, entityIds);
  const groups = [
    ...new Set(entities.flatMap(entity => groupOwner(entity) ?? [])),
  ];
  const others = OTHERS.some(root => roots.has(root))
    ? await findOthers(q, readers.directory, entities)
    : new Map<string, DirectoryEntity>();
  const slo = roots.has('slo')
    ? await readers.slo.read(q, entities)
    : new Map<string, never>();
  const toil = roots.has('toil')
    ? await readers.toil.read(q, groups)
    : new Map<string, never>();
  const checks = roots.has('checks')
    ? await readers.checks.read(q, entityIds, at)
    : new Map<string, never>();

  return entities.map(entity => {
    const group = groupOwner(entity);
    const facts = {
      entity,
      slo: slo.get(entity.id)?.facts ?? NO_SLO,
      sloOwners: slo.get(entity.id)?.owners ?? [],
      toil: group === undefined ? undefined : toil.get(group),
      checks: checks.get(entity.id),
    };
    return { ...facts, document: documentOf(facts, others, roots) };
  });
}

/** The owner, when it is a Group that the catalog has. */
export function groupOwner(entity: DirectoryEntity): string | undefined {
  return entity.ownerKind === 'group' && entity.ownerExists
    ? entity.ownerRef
    : undefined;
}

/** Owners, Systems and dependencies, by reference. */
async function findOthers(
  q: Knex,
  directory: Directory,
  entities: readonly DirectoryEntity[],
): Promise<Map<string, DirectoryEntity>> {
  const refs = new Set<string>();
  for (const entity of entities) {
    if (entity.ownerRef) refs.add(entity.ownerRef);
    if (entity.systemRef) refs.add(entity.systemRef);
    for (const ref of dependencyRefs(entity)) refs.add(ref);
  }
  const all = [...refs];
  const found = new Map<string, DirectoryEntity>();
  for (let start = 0; start < all.length; start += REFS_PER_STATEMENT) {
    const part = all.slice(start, start + REFS_PER_STATEMENT);
    for (const other of await directory.findByRefs(q, part)) {
      found.set(other.ref, other);
    }
  }
  return found;
}

function dependencyRefs(entity: DirectoryEntity): string[] {
  return entity.relations
    .filter(relation => DEPENDENCIES.includes(relation.type))
    .map(relation => relation.targetRef);
}

function documentOf(
  facts: Pick<EntityFacts, 'entity' | 'slo' | 'toil' | 'checks'>,
  others: ReadonlyMap<string, DirectoryEntity>,
  roots: ReadonlySet<FactRoot>,
): FactDocument {
  const { entity, slo, toil, checks } = facts;
  const owner = entity.ownerRef ? others.get(entity.ownerRef) : undefined;
  const sources: FactSources = {
    entity: catalogShape(entity),
    owner: {
      ref: entity.ownerRef,
      kind: entity.ownerKind,
      exists: owner !== undefined,
      email: emailOf(owner),
      links: owner?.links,
    },
    system: {
      ref: entity.systemRef,
      exists: entity.systemRef !== undefined && others.has(entity.systemRef),
    },
    dependencies: dependencyRefs(entity).map(ref => ({
      ref,
      kind: ref.slice(0, ref.indexOf(':')),
      type: others.get(ref)?.type,
      exists: others.has(ref),
    })),
    slo,
    toil: toil ?? NO_TOIL,
    checks: checks?.facts,
  };
  // What was not read must not look as if there were none of it.
  for (const root of FACT_ROOTS) {
    if (root !== 'entity' && !roots.has(root)) delete sources[root];
  }
  return createFactDocument(sources);
}

/** The entity as predicates know it from the catalog. */
function catalogShape(entity: DirectoryEntity): Record<string, unknown> {
  const { kind, namespace, name, title, description } = entity;
  const { annotations, labels, links, tags, spec, relations } = entity;
  return {
    kind,
    metadata: {
      namespace,
      name,
      title,
      description,
      annotations,
      labels,
      links,
      tags,
    },
    spec,
    relations,
  };
}

function emailOf(owner: DirectoryEntity | undefined): string | undefined {
  const profile = owner?.spec.profile;
  return typeof profile === 'object' &&
    profile !== null &&
    !Array.isArray(profile) &&
    typeof profile.email === 'string'
    ? profile.email
    : undefined;
}
