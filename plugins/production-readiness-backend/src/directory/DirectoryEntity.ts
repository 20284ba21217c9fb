import { JsonObject } from '@backstage/types';
import {
  Phase,
  Tier,
  TierOrigin,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntityRelation, ownersOf } from './EntityRecord';

/** What the catalog says of an entity, as the plugin's features see it. */
export interface DirectoryEntity {
  /** Surrogate id; another one when the name is used by another entity. */
  id: string;
  /** Canonical lower-case reference. */
  ref: string;
  /** `metadata.uid` of the catalog. */
  uid: string;
  /** Lower case. */
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  description?: string;
  type?: string;
  lifecycle?: string;
  tier: Tier;
  tierOrigin: TierOrigin;
  phase: Phase;
  /** Target of its ownedBy relation; a Group where there are several. */
  ownerRef?: string;
  ownerRefs: string[];
  ownerKind?: 'group' | 'user';
  /** False when nobody owns it or the catalog does not have the owner. */
  ownerExists: boolean;
  /** What people call the owner; undefined where it is not in the catalog. */
  ownerTitle?: string;
  systemRef?: string;
  /** Its own Domain, else that of its System. */
  domainRef?: string;
  annotations: Record<string, string>;
  labels: Record<string, string>;
  links: { type?: string; url: string; title?: string }[];
  tags: string[];
  spec: JsonObject;
  /** Outgoing relations, without those that mirror another entity's. */
  relations: EntityRelation[];
  /** Since when the directory knows it; milliseconds since the epoch. */
  adoptedAt: number;
}

/** A row of `directory_entities` as both databases give it. */
export interface DirectoryRow {
  id: string | number;
  ref: string;
  uid: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  type: string | null;
  lifecycle: string | null;
  tier: number;
  tier_origin: TierOrigin;
  phase: Phase;
  owner_ref: string | null;
  owner_exists: boolean | number;
  owner_title: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  entity: string;
  adopted_at: string | number;
}

/** The columns that {@link toDirectoryEntity} needs. */
export const DIRECTORY_COLUMNS = [
  'id',
  'ref',
  'uid',
  'kind',
  'namespace',
  'name',
  'title',
  'type',
  'lifecycle',
  'tier',
  'tier_origin',
  'phase',
  'owner_ref',
  'owner_exists',
  'owner_title',
  'system_ref',
  'domain_ref',
  'entity',
  'adopted_at',
] as const satisfies readonly (keyof DirectoryRow)[];

interface KeptEntity {
  metadata: {
    description?: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    links?: DirectoryEntity['links'];
    tags?: string[];
  };
  spec?: JsonObject;
  relations: EntityRelation[];
}

/** Maps a row of `directory_entities`. */
export function toDirectoryEntity(row: DirectoryRow): DirectoryEntity {
  const { metadata, spec, relations }: KeptEntity = JSON.parse(row.entity);
  return {
    id: String(row.id),
    ref: row.ref,
    uid: row.uid,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    description: metadata.description,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    tier: Number(row.tier) as Tier,
    tierOrigin: row.tier_origin,
    phase: row.phase,
    ownerRef: row.owner_ref ?? undefined,
    ownerRefs: ownersOf(relations),
    ownerKind: ownerKind(row.owner_ref),
    ownerExists: Boolean(row.owner_exists),
    ownerTitle: row.owner_title ?? undefined,
    systemRef: row.system_ref ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    annotations: metadata.annotations ?? {},
    labels: metadata.labels ?? {},
    links: metadata.links ?? [],
    tags: metadata.tags ?? [],
    spec: spec ?? {},
    relations,
    adoptedAt: Number(row.adopted_at),
  };
}

function ownerKind(ref: string | null): 'group' | 'user' | undefined {
  if (ref?.startsWith('group:')) return 'group';
  return ref?.startsWith('user:') ? 'user' : undefined;
}
