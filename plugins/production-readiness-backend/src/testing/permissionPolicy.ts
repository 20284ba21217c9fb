import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityReadPermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  checklistAttestPermission,
  readinessAdminPermission,
  sloEditPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { CONFIDENTIAL_ANNOTATION, people, principalsOf } from './organisation';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * A policy such as an adopter writes: administrators may everything, guests
 * read, people change what they own, confidential entities are for their
 * owners. What hangs on a role is open here and decided by the plugin.
 */
class OrganisationPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const userRef = user?.info.userEntityRef;
    if (!userRef) return deny;
    if (userRef === people.administrator) return allow;
    const claims = principalsOf(userRef);

    if (isPermission(permission, catalogEntityReadPermission)) {
      return createCatalogConditionalDecision(permission, {
        anyOf: [
          {
            not: catalogConditions.hasAnnotation({
              annotation: CONFIDENTIAL_ANNOTATION,
              value: 'true',
            }),
          },
          catalogConditions.isEntityOwner({ claims }),
        ],
      });
    }
    if (userRef === people.guest && permission.attributes.action !== 'read') {
      return deny;
    }
    if (isPermission(permission, readinessAdminPermission)) return deny;
    if (
      isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY) &&
      [checklistAttestPermission.name, sloEditPermission.name].includes(
        permission.name,
      )
    ) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims }),
      );
    }
    return allow;
  }
}

/** Installs the test organisation's policy in the real permission backend. */
export const organisationPolicyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'organisation-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new OrganisationPolicy());
      },
    });
  },
});
