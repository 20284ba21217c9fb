import { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_CHILD_OF } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** The part of a signed-in user that ownership depends on. */
export interface PrincipalSource {
  userEntityRef: string;
  /** Direct groups only, in a default Backstage. */
  ownershipEntityRefs: string[];
}

/** Everyone whom a user may act for: themselves and all groups upward. */
export interface PrincipalClosure {
  of(user: PrincipalSource): Promise<string[]>;
}

const CACHE_MS = 60_000;

/**
 * Climbs from the direct groups of a user to the root of the organisation.
 * Answers are kept for a minute, since a policy is asked many times per page.
 */
export class CatalogPrincipalClosure implements PrincipalClosure {
  readonly #cache = new Map<
    string,
    { until: number; refs: Promise<string[]> }
  >();

  constructor(
    private readonly auth: AuthService,
    private readonly catalog: CatalogService,
  ) {}

  of(user: PrincipalSource): Promise<string[]> {
    const key = [user.userEntityRef, ...user.ownershipEntityRefs].join();
    const cached = this.#cache.get(key);
    if (cached && cached.until > Date.now()) {
      return cached.refs;
    }
    const refs = this.#climb(user);
    this.#cache.set(key, { until: Date.now() + CACHE_MS, refs });
    // A failure must not be remembered: the catalog may be back in a second.
    refs.catch(() => this.#cache.delete(key));
    return refs;
  }

  async #climb(user: PrincipalSource): Promise<string[]> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const found = new Set([user.userEntityRef, ...user.ownershipEntityRefs]);
    let frontier = [...found].filter(ref => ref.startsWith('group:'));

    while (frontier.length > 0) {
      const { items } = await this.catalog.getEntitiesByRefs(
        { entityRefs: frontier, fields: ['relations'] },
        { credentials },
      );
      frontier = items
        .flatMap(group => group?.relations ?? [])
        .filter(relation => relation.type === RELATION_CHILD_OF)
        .map(relation => relation.targetRef)
        .filter(ref => !found.has(ref));
      frontier.forEach(ref => found.add(ref));
    }
    return [...found];
  }
}
