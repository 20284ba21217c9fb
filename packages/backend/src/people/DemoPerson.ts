import {
  Entity,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Annotations of the demo organisation that only the sign-in page reads. */
export const DEMO_ANNOTATIONS = {
  /** What the person is good for in a demo, see `packages/app/src/signIn/personas.ts`. */
  persona: 'demo.production-readiness.io/persona',
  /** Job title, and the same in Japanese. */
  role: 'demo.production-readiness.io/role',
  roleJa: 'demo.production-readiness.io/role-ja',
  /** What one sees when signed in as them, and the same in Japanese. */
  story: 'demo.production-readiness.io/story',
  storyJa: 'demo.production-readiness.io/story-ja',
} as const;

/** A sentence in the languages that it was written in. */
export interface Bilingual {
  en?: string;
  ja?: string;
}

/** One person as the sign-in page lists them. */
export interface DemoPerson {
  ref: string;
  displayName: string;
  persona?: string;
  role: Bilingual;
  story: Bilingual;
  /** Names of the groups that the person is a direct member of. */
  groups: string[];
}

/**
 * Turns a User into what the sign-in page shows.
 * @param groupNames - display names by Group reference
 */
export function toDemoPerson(
  user: Entity,
  groupNames: Map<string, string>,
): DemoPerson {
  const annotations = user.metadata.annotations ?? {};
  return {
    ref: stringifyEntityRef(user),
    displayName: displayNameOf(user),
    persona: annotations[DEMO_ANNOTATIONS.persona],
    role: {
      en: annotations[DEMO_ANNOTATIONS.role],
      ja: annotations[DEMO_ANNOTATIONS.roleJa],
    },
    story: {
      en: annotations[DEMO_ANNOTATIONS.story],
      ja: annotations[DEMO_ANNOTATIONS.storyJa],
    },
    groups: (user.relations ?? [])
      .filter(relation => relation.type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => groupNames.get(targetRef) ?? targetRef),
  };
}

/** The name of a User or Group as people write it. */
export function displayNameOf({ metadata, spec }: Entity): string {
  const profile = spec?.profile;
  const name =
    profile && typeof profile === 'object' && !Array.isArray(profile)
      ? profile.displayName
      : undefined;
  return typeof name === 'string' ? name : metadata.title ?? metadata.name;
}
