import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { DemoPolicy, DemoPolicyOptions } from './DemoPolicy';
import { CatalogPrincipalClosure } from './PrincipalClosure';

/** Installs the demo organisation's permission policy. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'demo-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
      },
      async init({ auth, catalog, config, policy }) {
        policy.setPolicy(
          new DemoPolicy(
            readOptions(config),
            new CatalogPrincipalClosure(auth, catalog),
          ),
        );
      },
    });
  },
});

function readOptions(config: Config): DemoPolicyOptions {
  const refs = (key: string) =>
    (config.getOptionalStringArray(key) ?? []).map(ref =>
      stringifyEntityRef(parseEntityRef(ref)),
    );
  return {
    administrators: refs('productionReadiness.administrators'),
    guests: refs('demo.guests'),
  };
}
