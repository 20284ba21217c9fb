import type { JsonObject, JsonValue } from '@backstage/types';
import type { CheckFacts } from './checkFacts';
import type { SloFacts } from '../slo/facts';
import type { ToilFacts } from '../toil/facts';
import type { FACT_ROOTS } from './predicate';

/** One of {@link FACT_ROOTS}. @public */
export type FactRoot = (typeof FACT_ROOTS)[number];

/**
 * The owner of an entity, from its first `ownedBy` relation.
 *
 * @public
 */
export interface OwnerFacts {
  /** Canonical reference; absent when nobody is named. */
  ref?: string;
  /** `group` or `user`. */
  kind?: string;
  /** Whether the catalog has the entity that the relation points to. */
  exists: boolean;
  /** `spec.profile.email` */
  email?: string;
  /** `metadata.links` */
  links?: readonly unknown[];
}

/**
 * The other end of a `dependsOn` or `consumesApi` relation.
 *
 * @public
 */
export interface DependencyFacts {
  /** Canonical reference. */
  ref: string;
  /** In lower case, such as `component`. */
  kind: string;
  /** `spec.type` */
  type?: string;
  /** Whether the catalog has it. */
  exists: boolean;
}

/**
 * What is known about an entity at the moment. A part that could not be read
 * is undefined: what asks for it is unknown, which is never passed.
 *
 * @public
 */
export interface FactSources {
  /** The catalog's entity with its relations. */
  entity: Record<string, unknown>;
  /** Who owns it; without a reference when nobody does. */
  owner?: OwnerFacts;
  /** The entity's System, if it has one. */
  system?: { ref?: string; exists: boolean };
  /** What it depends on or calls; empty when it does neither. */
  dependencies?: DependencyFacts[];
  /** What is recorded of its SLOs. */
  slo?: SloFacts;
  /** What its team has recorded of its work. */
  toil?: ToilFacts;
  /** What other systems say. */
  checks?: CheckFacts;
}

/**
 * The document that the predicates of a checklist are evaluated on.
 *
 * - `entity.*` as in the catalog
 * - `owner.ref`, `owner.kind` (`group` or `user`), `owner.exists`,
 *   `owner.email`, `owner.links`
 * - `system.ref`, `system.exists`
 * - `dependencies`, a list of `{ ref, kind, type, exists }`, kinds in lower
 *   case
 * - `slo.journeys`, `slo.slos`, `slo.agreed`, `slo.waiting`, `slo.state`,
 *   `slo.reviewBy`, `slo.requiredSignaturesPresent`, `slo.notRequired` when an
 *   owner said why none is needed; while alerts are recorded
 *   `slo.pagingAlerts`, `slo.pagingAlertsWithoutRunbook`,
 *   `slo.alertsWithoutSlo`, `slo.alertsNotReviewed`
 * - `toil.coverage`, and `toil.covered`: at least half of the weeks
 * - `checks.<provider>.<check>`: what other systems say; one that can't be read
 *   is unread by itself, whatever the others are
 *
 * @public
 */
export interface FactDocument {
  /** By root; a root that could not be read is left out. */
  facts: JsonObject;
  /** The roots that could not be read. */
  unread: ReadonlySet<FactRoot>;
  /** What is known of the checks beside their values. */
  checks?: Pick<CheckFacts, 'errors' | 'reports'>;
}

/** Below this share of weeks with a record, toil figures say nothing. */
const SUFFICIENT_COVERAGE = 0.5;

/**
 * Builds the fact document. Blank texts, empty lists and empty objects are
 * left out, since `$exists` would take them for an answer.
 *
 * @public
 */
export function createFactDocument(sources: FactSources): FactDocument {
  const { entity, owner, system, dependencies, slo, toil, checks } = sources;
  const roots: Record<FactRoot, unknown> = {
    entity,
    owner,
    system,
    dependencies,
    slo,
    toil: toil && {
      coverage: toil.coverage,
      covered: (toil.coverage ?? 0) >= SUFFICIENT_COVERAGE,
    },
    checks: checks?.values,
  };
  const facts: JsonObject = {};
  const unread = new Set<FactRoot>();
  for (const [root, value] of Object.entries(roots)) {
    if (value === undefined) unread.add(root as FactRoot);
    else facts[root] = withoutBlanks(value) ?? {};
  }
  return { facts, unread, ...(checks && { checks }) };
}

function withoutBlanks(value: unknown): JsonValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const kept = value.map(withoutBlanks).filter(isPresent);
    return kept.length > 0 ? kept : undefined;
  }
  const kept = Object.entries(value as object)
    .map(([key, inner]) => [key, withoutBlanks(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return kept.length > 0 ? (Object.fromEntries(kept) as JsonObject) : undefined;
}

function isPresent(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined;
}
