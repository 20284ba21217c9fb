import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

// Permissions about an entity carry the catalog's resource type, so that a
// policy can reuse the catalog's rules, such as isEntityOwner.

/** Answer an item of an entity's checklist with evidence. @public */
export const checklistAttestPermission = createPermission({
  name: 'readiness.checklist.attest',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Report what another system found; for services. @public */
export const checklistReportPermission = createPermission({
  name: 'readiness.checklist.report',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Accept or return what somebody else attested. @public */
export const checklistAcceptPermission = createPermission({
  name: 'readiness.checklist.accept',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Choose how a Group keeps its checklists: session, focus, sharing. @public */
export const teamChoosePermission = createPermission({
  name: 'readiness.team.choose',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Draft journeys and SLOs of an entity, and name its owners. @public */
export const sloEditPermission = createPermission({
  name: 'readiness.slo.edit',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Sign, review or refuse an SLO of an entity. @public */
export const sloSignPermission = createPermission({
  name: 'readiness.slo.sign',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Let somebody decide on SLOs in one's own place. @public */
export const sloDelegatePermission = createPermission({
  name: 'readiness.slo.delegate',
  attributes: { action: 'update' },
});

/** Log, change and delete toil entries of a Group. @public */
export const toilLogPermission = createPermission({
  name: 'readiness.toil.log',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Read the toil figures of a Group, within its privacy rules. @public */
export const toilReadPermission = createPermission({
  name: 'readiness.toil.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Administer the plugin: verify journals, answer for ownerless entities. @public */
export const readinessAdminPermission = createPermission({
  name: 'readiness.admin',
  attributes: { action: 'update' },
});

/** Every permission of the plugin. @public */
export const readinessPermissions = [
  checklistAttestPermission,
  checklistAcceptPermission,
  checklistReportPermission,
  teamChoosePermission,
  sloEditPermission,
  sloSignPermission,
  sloDelegatePermission,
  toilLogPermission,
  toilReadPermission,
  readinessAdminPermission,
];
