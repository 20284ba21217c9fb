import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
  UserEntity,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  createProxyAuthenticator,
  ProfileInfo,
} from '@backstage/plugin-auth-node';

/** The header in which the sign-in page names the chosen person. */
export const DEMO_USER_HEADER = 'x-demo-user';

/** Who was chosen on the sign-in page, as a canonical User reference. */
export interface DemoSignInResult {
  userRef: string;
}

/**
 * Takes the name of a person at its word, from the header of the sign-in page
 * or from `?user=`. The header comes first: browsers send it across origins
 * only after asking, so that a foreign page can't sign anybody in.
 */
export const demoAuthenticator = createProxyAuthenticator<
  void,
  DemoSignInResult,
  DemoSignInResult
>({
  async defaultProfileTransform({ userRef }, context) {
    // This is the first look at the catalog, so it says who is missing there.
    const { entity } = await context
      .findCatalogUser({ entityRef: userRef })
      .catch(error => {
        throw error.name === 'NotFoundError'
          ? new NotFoundError(`There is no ${userRef} in this catalog`)
          : error;
      });
    return { profile: readProfile(entity) };
  },
  initialize: () => {},
  async authenticate({ req }) {
    const chosen = req.header(DEMO_USER_HEADER) ?? req.query.user;
    const result = { userRef: readUserRef(chosen) };
    return { result, providerInfo: result };
  },
});

function readProfile(entity: Entity): ProfileInfo {
  const { metadata } = entity;
  const profile = (entity as UserEntity).spec?.profile;
  return {
    displayName: profile?.displayName ?? metadata.title ?? metadata.name,
    email: profile?.email,
    picture: profile?.picture,
  };
}

function readUserRef(chosen: unknown): string {
  if (typeof chosen !== 'string' || chosen.trim() === '') {
    throw new InputError(
      `Nobody was chosen: name a User entity in the header ${DEMO_USER_HEADER} or in ?user=, for example user:default/guest`,
    );
  }
  const ref = parseEntityRef(chosen.trim(), {
    defaultKind: 'User',
    defaultNamespace: 'default',
  });
  if (ref.kind.toLocaleLowerCase('en-US') !== 'user') {
    throw new InputError(
      `'${chosen}' is no person: only User entities can sign in`,
    );
  }
  return stringifyEntityRef(ref);
}
