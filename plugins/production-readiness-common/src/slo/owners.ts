import { z } from 'zod';
import { ANNOTATIONS } from '../entity/annotations';
import { canonicalRef } from '../entity/ref';

/** The roles that exist without any configuration. @public */
export const BUILT_IN_ROLES = ['product-owner', 'cto'] as const;

/** One of {@link BUILT_IN_ROLES}. @public */
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number];

/**
 * Who may answer for an SLO: one of {@link BUILT_IN_ROLES}, or a role that the
 * organisation added in its configuration.
 *
 * @public
 */
export type OwnerRole = string;

/** What a signer can be who holds no role of an owner. @public */
export const OTHER_SIGNER_ROLES = [
  'technical-reviewer',
  'team-member',
] as const;

/** The id of a role, in paths, rows and configuration. @public */
export const ownerRoleSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,19}$/, {
    error:
      'must be 2 to 20 lower-case letters, digits and hyphens, such as business-owner',
  })
  .refine(role => !OTHER_SIGNER_ROLES.some(other => other === role), {
    error: 'is a word for signers who hold no role; choose another one',
  });

/** A role of owners, as it is configured. @public */
export interface OwnerRoleRule {
  /** Such as `product-owner`. */
  role: OwnerRole;
  /** Names the holder in `catalog-info.yaml`. */
  annotation: string;
  /** The Group that the holder has to be in, transitively; else vacant. */
  group?: string;
}

/** The annotation that names the holder of a role. @public */
export function ownerAnnotation(role: OwnerRole): string {
  if (role === 'product-owner') return ANNOTATIONS.productOwner;
  if (role === 'cto') return ANNOTATIONS.cto;
  return `production-readiness.io/${role}`;
}

/** The roles when none is configured. @public */
export const DEFAULT_OWNER_ROLES: readonly OwnerRoleRule[] = BUILT_IN_ROLES.map(
  role => ({ role, annotation: ownerAnnotation(role) }),
);

/** How far from the entity its owner was found. @public */
export const OWNER_PLACES = ['entity', 'system', 'domain'] as const;

/** One of {@link OWNER_PLACES}. @public */
export type OwnerPlace = (typeof OWNER_PLACES)[number];

/**
 * What one entity says about its owners.
 *
 * @public
 */
export interface OwnerSource {
  /** What the entity is to the one whose owners are looked for. */
  place: OwnerPlace;
  /** Canonical reference. */
  entityRef: string;
  /** `metadata.annotations` */
  annotations: Record<string, string>;
  /** Set in the UI, by role. */
  set: Partial<Record<OwnerRole, string>>;
}

/**
 * Who holds a role, and where that was said.
 *
 * @public
 */
export interface ResolvedOwner {
  /** That is held. */
  role: OwnerRole;
  /** Canonical User reference; null when nobody is named. */
  userRef: string | null;
  /** The entity that says so, and how. */
  origin: {
    place: OwnerPlace;
    entityRef: string;
    by: 'annotation' | 'set';
  } | null;
  /**
   * Nobody is named, or the person named is not in the catalog any more, or
   * not in the Group that the role asks for.
   */
  vacant: boolean;
}

/**
 * Finds the holder of a role: the entity's annotation, else what was set on
 * the entity, else the same of its System, else of its Domain. The nearest
 * wins even when that person is gone: a vacancy is shown, not papered over.
 *
 * @param sources - nearest first
 * @param canHold - whether a User is in the catalog, and in the Group that the
 *   role asks for
 * @public
 */
export function resolveOwner(
  rule: OwnerRoleRule,
  sources: readonly OwnerSource[],
  canHold: (userRef: string, role: OwnerRole) => boolean,
): ResolvedOwner {
  const { role } = rule;
  for (const source of sources) {
    const { place, entityRef } = source;
    const said = ownerSaidBy(source, rule);
    if (said) {
      return {
        role,
        userRef: said.userRef,
        origin: { place, entityRef, by: said.by },
        vacant: !canHold(said.userRef, role),
      };
    }
  }
  return { role, userRef: null, origin: null, vacant: true };
}

/** Whom one entity names; its annotation comes before what was set. */
function ownerSaidBy(
  source: OwnerSource,
  { role, annotation: key }: OwnerRoleRule,
): { userRef: string; by: 'annotation' | 'set' } | undefined {
  const annotation = source.annotations[key]?.trim();
  if (annotation) return { userRef: userRefOf(annotation), by: 'annotation' };
  const set = source.set[role];
  return set ? { userRef: set, by: 'set' } : undefined;
}

/**
 * Every User reference that the sources name, to look them up at once.
 *
 * @public
 */
export function namedOwners(
  rules: readonly OwnerRoleRule[],
  sources: readonly OwnerSource[],
): string[] {
  const refs = rules.flatMap(rule =>
    sources.map(source => ownerSaidBy(source, rule)?.userRef),
  );
  return [...new Set(refs.filter(ref => ref !== undefined))];
}

/**
 * Reads a User from an annotation, which may leave out kind and namespace:
 * `hanako`.
 *
 * @public
 */
export function userRefOf(text: string): string {
  const [, kind = 'user', namespace = 'default', name = text] =
    /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(text) ?? [];
  return canonicalRef({ kind, namespace, name });
}
