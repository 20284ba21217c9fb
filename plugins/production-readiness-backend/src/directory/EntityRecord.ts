import { createHash } from 'node:crypto';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  canonicalRef,
  Phase,
  phaseOf,
  Tier,
  tierOf,
  TierOrigin,
} from '@prodready/backstage-plugin-production-readiness-common';
import canonicalize from 'canonicalize';
import { asSearched } from './asSearched';
import { SearchRow, searchRows } from './searchRows';

/** An outgoing relation of an entity. */
export interface EntityRelation {
  type: string;
  targetRef: string;
}

/** What the directory keeps of one entity, before it has an id. */
export interface EntityRecord {
  ref: string;
  uid: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  searchText: string;
  type: string | null;
  lifecycle: string | null;
  tier: Tier;
  tierOrigin: TierOrigin;
  phase: Phase;
  /** The target of `ownedBy` that counts; null when there is none. */
  ownerRef: string | null;
  /** The System that it is part of, by its own relations. */
  systemRef: string | null;
  /** The Domain that it is part of, by its own relations. */
  domainRef: string | null;
  relations: EntityRelation[];
  search: SearchRow[];
  /** The kept part of the entity as JSON. */
  json: string;
  /** Changes when anything above does. */
  digest: string;
}

/** The kinds that the directory follows, in the order they depend on others. */
export const DIRECTORY_KINDS = [
  ['group', 'user'],
  ['domain', 'system'],
  ['component', 'api', 'resource'],
] as const;

/** The fields that are asked of the catalog. */
export const DIRECTORY_FIELDS = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'relations',
];

// The other ends hold these as well. They change on the one side whenever
// something changes on the other: kept, they would make a Group look changed
// with each entity that it comes to own.
const INVERSE_RELATIONS = new Set([
  'ownerOf',
  'hasPart',
  'hasMember',
  'parentOf',
  'dependencyOf',
  'apiProvidedBy',
  'apiConsumedBy',
]);

/** Texts such as an API's definition are cut to this length. */
const LONGEST_TEXT = 4000;
/** A type, a lifecycle or the name of a relation is no longer than this. */
const LONGEST_WORD = 100;

/**
 * What the directory keeps of a catalog entity.
 *
 * @throws TypeError when the entity is not one, such as without a name
 */
export function toEntityRecord(entity: Entity): EntityRecord {
  const ref = canonicalRef({
    kind: entity.kind,
    namespace: entity.metadata.namespace,
    name: entity.metadata.name,
  });
  const relations = keptRelations(entity);
  const lifecycle = wordOf(entity.spec?.lifecycle);
  const source = {
    annotations: entity.metadata.annotations,
    lifecycle: lifecycle ?? undefined,
  };
  const { tier, origin } = tierOf(source);
  // In the order in which Backstage names Groups and Users on screen.
  const title = displayName(entity) ?? textOf(entity.metadata.title);
  const kept = keptEntity(entity, relations);
  const record = {
    ref,
    uid: entity.metadata.uid ?? '',
    kind: ref.slice(0, ref.indexOf(':')),
    namespace: ref.slice(ref.indexOf(':') + 1, ref.indexOf('/')),
    name: entity.metadata.name,
    title,
    searchText: asSearched(`${title ?? ''} ${entity.metadata.name} ${ref}`),
    type: wordOf(entity.spec?.type),
    lifecycle,
    tier,
    tierOrigin: origin,
    phase: phaseOf(source),
    ownerRef: ownerOf(relations),
    systemRef: partOf(relations, 'system'),
    domainRef: partOf(relations, 'domain'),
    relations,
    search: searchRows(entity),
    json: JSON.stringify(kept),
  };
  return { ...record, digest: digestOf(record) };
}

/** Refs of the owners, the one that counts first. */
export function ownersOf(relations: readonly EntityRelation[]): string[] {
  return relations
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => relation.targetRef);
}

function keptRelations(entity: Entity): EntityRelation[] {
  const kept = new Map<string, EntityRelation>();
  for (const { type, targetRef } of entity.relations ?? []) {
    if (INVERSE_RELATIONS.has(type) || type.length > LONGEST_WORD) continue;
    const relation = { type, targetRef: canonicalRef(targetRef) };
    kept.set(`${type} ${relation.targetRef}`, relation);
  }
  // Groups sort before users, so the first owner is a team where there is one.
  return [...kept.keys()].sort().map(key => kept.get(key)!);
}

function ownerOf(relations: EntityRelation[]): string | null {
  return ownersOf(relations)[0] ?? null;
}

function partOf(relations: EntityRelation[], kind: string): string | null {
  const found = relations.find(
    ({ type, targetRef }) =>
      type === 'partOf' && targetRef.startsWith(`${kind}:`),
  );
  return found?.targetRef ?? null;
}

function displayName(entity: Entity): string | null {
  const profile = entity.spec?.profile;
  return textOf((profile as JsonObject | undefined)?.displayName);
}

function textOf(value: unknown): string | null {
  // PostgreSQL can't store NUL.
  const text = typeof value === 'string' ? value.replace(/\0/g, '').trim() : '';
  return text === '' ? null : text;
}

function wordOf(value: unknown): string | null {
  return textOf(value)?.slice(0, LONGEST_WORD) ?? null;
}

function keptEntity(entity: Entity, relations: EntityRelation[]): unknown {
  // The etag changes with every relation of the entity, also with inverse ones.
  const { etag, ...metadata } = entity.metadata;
  const { apiVersion, kind, spec } = entity;
  return cut({ apiVersion, kind, metadata, spec, relations });
}

function cut(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST_TEXT);
  if (Array.isArray(value)) return value.map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, cut(inner)]),
  );
}

function digestOf(record: Omit<EntityRecord, 'digest'>): string {
  // The JSON goes in parsed: the catalog may give the keys in any order.
  const { json, ...rest } = record;
  const text = canonicalize({ ...rest, entity: JSON.parse(json) });
  return createHash('sha256').update(text!).digest('hex');
}
