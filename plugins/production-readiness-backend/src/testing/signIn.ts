import {
  AuthService,
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

const serviceTokenPrefix = 'mock-service-token:';

/**
 * Sign-in for tests: a token says in the clear whose it is, as Backstage's test
 * utilities make them. Everything behind the token is the real thing.
 */
export function signIn(): BackendFeature[] {
  return [
    createServiceFactory({
      service: coreServices.auth,
      deps: { plugin: coreServices.pluginMetadata },
      factory: ({ plugin }) =>
        rememberingActors(mockServices.auth({ pluginId: plugin.getId() })),
    }),
    mockServices.userInfo.factory(),
  ];
}

/**
 * A plugin that calls another one for a person is the actor in that person's
 * credentials. The real auth service says so and the permission backend asks
 * for it; the one of the test utilities forgets.
 */
function rememberingActors(auth: AuthService): AuthService {
  const authenticate: AuthService['authenticate'] = async (token, options) => {
    const credentials = await auth.authenticate(token, options);
    if (
      token.startsWith(serviceTokenPrefix) &&
      auth.isPrincipal(credentials, 'user')
    ) {
      return mockCredentials.user(credentials.principal.userEntityRef, {
        actor: { subject: 'plugin:test' },
      });
    }
    return credentials;
  };
  return new Proxy(auth, {
    get(target, property) {
      if (property === 'authenticate') return authenticate;
      const value = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
