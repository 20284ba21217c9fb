import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/**
 * Gives whoever asks the token of a person, as any sign-in would: the tokens
 * are the auth backend's own, signed and verified like every other. The server
 * listens on this machine only, and only while it is measured.
 */
export const signInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'benchmark-sign-in',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        const factory = createProxyAuthProviderFactory({
          authenticator: createProxyAuthenticator({
            defaultProfileTransform: async () => ({ profile: {} }),
            initialize: () => {},
            async authenticate({ req }) {
              const result = String(req.get('x-demo-user') ?? req.query.user);
              return { result, providerInfo: { user: result } };
            },
          }),
          signInResolver: async ({ result }, context) =>
            context.issueToken({ claims: { sub: result, ent: [result] } }),
        });
        // The app of the demo asks for the second one.
        for (const providerId of ['benchmark', 'demo']) {
          providers.registerProvider({ providerId, factory });
        }
      },
    });
  },
});
