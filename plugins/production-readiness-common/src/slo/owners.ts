import { ANNOTATIONS } from '../entity/annotations';
import { canonicalRef } from '../entity/ref';

/** Who may answer for an SLO. @public */
export const OWNER_ROLES = ['product-owner', 'cto'] as const;

/** @public */
export type OwnerRole = (typeof OWNER_ROLES)[number];

/** The annotation that names the holder of a role. @public */
export const OWNER_ANNOTATION: Record<OwnerRole, string> = {
  'product-owner': ANNOTATIONS.productOwner,
  cto: ANNOTATIONS.cto,
};

/** How far from the entity its owner was found. @public */
export const OWNER_PLACES = ['entity', 'system', 'domain'] as const;

/** @public */
export type OwnerPlace = (typeof OWNER_PLACES)[number];

/**
 * What one entity says about its owners.
 *
 * @public
 */
export interface OwnerSource {
  place: OwnerPlace;
  entityRef: string;
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
  role: OwnerRole;
  /** Canonical User reference; null when nobody is named. */
  userRef: string | null;
  origin: {
    place: OwnerPlace;
    entityRef: string;
    by: 'annotation' | 'set';
  } | null;
  /** Nobody is named, or the person named is not in the catalog any more. */
  vacant: boolean;
}

/**
 * Finds the holder of a role: the entity's annotation, else what was set on
 * the entity, else the same of its System, else of its Domain. The nearest
 * wins even when that person is gone: a vacancy is shown, not papered over.
 *
 * @param sources - nearest first
 * @param exists - whether a User is in the catalog
 * @public
 */
export function resolveOwner(
  role: OwnerRole,
  sources: OwnerSource[],
  exists: (userRef: string) => boolean,
): ResolvedOwner {
  for (const source of sources) {
    const { place, entityRef } = source;
    const annotation = source.annotations[OWNER_ANNOTATION[role]]?.trim();
    const userRef = annotation ? userRefOf(annotation) : source.set[role];
    if (userRef) {
      const by = annotation ? ('annotation' as const) : ('set' as const);
      return {
        role,
        userRef,
        origin: { place, entityRef, by },
        vacant: !exists(userRef),
      };
    }
  }
  return { role, userRef: null, origin: null, vacant: true };
}

/**
 * Every User reference that the sources name, to look them up at once.
 *
 * @public
 */
export function namedOwners(sources: OwnerSource[]): string[] {
  const refs = OWNER_ROLES.flatMap(role =>
    sources.map(source => {
      const annotation = source.annotations[OWNER_ANNOTATION[role]]?.trim();
      return annotation ? userRefOf(annotation) : source.set[role];
    }),
  );
  return [...new Set(refs.filter(ref => ref !== undefined))];
}

/** Annotations may leave out kind and namespace: `hanako`. */
function userRefOf(text: string): string {
  const [, kind = 'user', namespace = 'default', name = text] =
    /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(text) ?? [];
  return canonicalRef({ kind, namespace, name });
}
