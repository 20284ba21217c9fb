import {
  OwnerRole,
  ReadinessError,
  SloCase,
  SloContentInput,
  SloMaterial,
  sloMaterialSchema,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntitySlos } from './EntitySlos';
import { JourneyRecord } from './records';

/** The content with what only the server may say. */
export function assemble(
  context: EntitySlos,
  sloId: string,
  journey: JourneyRecord,
  content: SloContentInput,
): SloMaterial {
  const { journeyId, accountableRole, ...rest } = content;
  requireRole(context.owners, accountableRole);
  return sloMaterialSchema.parse({
    ...rest,
    sloId,
    entityRef: context.entity.ref,
    journey: snapshotOf(journey),
    accountableOwner: accountableOf(context, accountableRole),
  });
}

/**
 * Lets roles pass that are configured.
 *
 * @throws ReadinessError 400 UNKNOWN_ROLE
 */
export function requireRole(
  owners: EntitySlos['owners'],
  role: OwnerRole,
  field = 'body.content.accountableRole',
): void {
  if (owners.some(one => one.role === role)) return;
  throw ReadinessError.badInput(
    'UNKNOWN_ROLE',
    `There is no role ${role}. Choose one of ${owners
      .map(one => one.role)
      .join(', ')}.`,
    { field },
  );
}

/** What a content keeps of a journey. */
export function snapshotOf(journey: JourneyRecord): SloMaterial['journey'] {
  const { id, publicId, entityId, version, ...said } = journey;
  return { ...said, id: publicId };
}

/** Who holds the role; where nobody does, the next who may sign. */
export function accountableOf(
  { owners, policy }: Pick<SloCase, 'owners' | 'policy'>,
  role: OwnerRole,
): SloMaterial['accountableOwner'] {
  for (const wanted of [role, ...policy.roles]) {
    const holder = owners.find(one => one.role === wanted && !one.vacant);
    if (holder?.userRef) return { userRef: holder.userRef, role: wanted };
  }
  return null;
}

/**
 * The journey of an entity.
 *
 * @throws ReadinessError 400 UNKNOWN_JOURNEY
 */
export function journeyOf(
  context: EntitySlos,
  journeyId: string,
): JourneyRecord {
  const journey = context.journeys.find(one => one.publicId === journeyId);
  if (journey) return journey;
  throw ReadinessError.badInput(
    'UNKNOWN_JOURNEY',
    `${context.entity.ref} has no such journey. Add the journey first, then the SLO about it.`,
    { field: 'body.content.journeyId' },
  );
}

/**
 * Lets contents pass that somebody answers for.
 *
 * @throws ReadinessError 409 OWNER_VACANT
 */
export function requireOwner(
  material: Pick<SloMaterial, 'accountableOwner'>,
): void {
  if (material.accountableOwner) return;
  throw ReadinessError.conflict(
    'OWNER_VACANT',
    'Nobody can sign: none of the roles that could is held by somebody who is in the catalog and in the group that the role asks for. Name one, such as the product owner or the CTO, then ask for signatures.',
  );
}
