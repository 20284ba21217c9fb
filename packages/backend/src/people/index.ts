import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { assertDevelopmentOnly } from '../signIn/developmentOnly';
import { listPeople } from './listPeople';

/**
 * Tells the sign-in page whom one can sign in as, before anybody is signed in:
 * `GET /api/demo-people/people`. Development only.
 */
export default createBackendPlugin({
  pluginId: 'demo-people',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auth, catalog, config, httpRouter }) {
        assertDevelopmentOnly(config);
        httpRouter.use((req, res, next) => {
          if (req.method !== 'GET' || req.path !== '/people') {
            next();
            return;
          }
          listPeople({ auth, catalog })
            .then(items => res.json({ items }))
            .catch(next);
        });
        httpRouter.addAuthPolicy({ path: '/people', allow: 'unauthenticated' });
      },
    });
  },
});
