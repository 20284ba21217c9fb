import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  RESOURCE_TYPE_CATALOG_ENTITY,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  checklistAttestPermission,
  readinessAdminPermission,
  sloEditPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { PrincipalClosure } from './PrincipalClosure';

/** Entities with this annotation set to "true" are for their owners only. */
export const CONFIDENTIAL_ANNOTATION = 'production-readiness.io/confidential';

/** Who plays which part, as canonical references of Users and Groups. */
export interface DemoPolicyOptions {
  administrators: string[];
  guests: string[];
}

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * The policy of the demo organisation, written as one would for a real one:
 * administrators may everything, guests read, people change what they own.
 * What hangs on a role (reviewer, product owner, member of a team) is decided
 * by the plugin itself, so those permissions are open to every person here.
 */
export class DemoPolicy implements PermissionPolicy {
  constructor(
    private readonly options: DemoPolicyOptions,
    private readonly closure: PrincipalClosure,
  ) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const principals = await this.closure.of(user.info);
    if (contains(principals, this.options.administrators)) {
      return ALLOW;
    }
    const reads = permission.attributes.action === 'read';
    if (contains(principals, this.options.guests) && !reads) {
      return DENY;
    }
    return decideForPerson(permission, principals);
  }
}

function decideForPerson(
  permission: Permission,
  principals: string[],
): PolicyDecision {
  if (isPermission(permission, readinessAdminPermission)) {
    return DENY;
  }
  if (isPermission(permission, catalogEntityReadPermission)) {
    return createCatalogConditionalDecision(permission, {
      anyOf: [
        {
          not: catalogConditions.hasAnnotation({
            annotation: CONFIDENTIAL_ANNOTATION,
            value: 'true',
          }),
        },
        catalogConditions.isEntityOwner({ claims: principals }),
      ],
    });
  }
  if (
    isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY) &&
    OWNERS_ONLY.some(({ name }) => name === permission.name)
  ) {
    return createCatalogConditionalDecision(
      permission,
      catalogConditions.isEntityOwner({ claims: principals }),
    );
  }
  return ALLOW;
}

const OWNERS_ONLY: Permission[] = [
  checklistAttestPermission,
  sloEditPermission,
  catalogEntityDeletePermission,
];

function contains(principals: string[], refs: string[]): boolean {
  return refs.some(ref => principals.includes(ref));
}
