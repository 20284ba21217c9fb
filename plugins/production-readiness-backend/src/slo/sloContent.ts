import {
  ReadinessError,
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
  return sloMaterialSchema.parse({
    ...rest,
    sloId,
    entityRef: context.entity.ref,
    journey: snapshotOf(journey),
    accountableOwner: accountableOf(context, accountableRole),
  });
}

/** What a content keeps of a journey. */
export function snapshotOf(journey: JourneyRecord): SloMaterial['journey'] {
  const { id, publicId, entityId, version, ...said } = journey;
  return { ...said, id: publicId };
}

/** Who holds the role; where nobody does, who holds the other one. */
export function accountableOf(
  context: EntitySlos,
  role: 'product-owner' | 'cto',
): SloMaterial['accountableOwner'] {
  const present = context.owners.filter(one => !one.vacant);
  const holder = present.find(one => one.role === role) ?? present[0];
  return holder?.userRef
    ? { userRef: holder.userRef, role: holder.role }
    : null;
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
export function requireOwner(material: SloMaterial): void {
  if (material.accountableOwner) return;
  throw ReadinessError.conflict(
    'OWNER_VACANT',
    'Nobody can sign: this entity has neither a product owner nor a CTO who is in the catalog. Name one, then ask for signatures.',
  );
}
