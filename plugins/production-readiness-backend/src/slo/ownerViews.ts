import {
  ownerHistoryOf,
  OwnerSpanView,
  OwnerView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntitySlos, nameOf } from './EntitySlos';

/** Who holds each role. */
export function toOwnerViews(context: EntitySlos): OwnerView[] {
  return context.owners.map(owner => {
    const { place, by } = owner.origin ?? {};
    const set = context.setOwners.find(one => one.role === owner.role);
    return {
      role: owner.role,
      holder: owner.userRef ? toPerson(context, owner.userRef) : null,
      origin: owner.origin && toOrigin(context, owner.origin),
      vacant: owner.vacant,
      group: context.groups.get(owner.role) ?? null,
      settable: !(place === 'entity' && by === 'annotation'),
      version: set?.version ?? 0,
    };
  });
}

/** Who held the roles, newest first. */
export function toOwnerHistory(context: EntitySlos): OwnerSpanView[] {
  return context.owners
    .flatMap(({ role }) => ownerHistoryOf(role, context.named))
    .map(({ role, userRef, origin, from, until, changedBy }) => ({
      role,
      holder: toPerson(context, userRef),
      origin: toOrigin(context, origin),
      from,
      until,
      changedBy: changedBy === null ? null : toPerson(context, changedBy),
    }))
    .sort((one, other) => other.from - one.from);
}

/** A person, by the name that the catalog knows. */
export function toPerson(context: EntitySlos, userRef: string) {
  return { userRef, name: nameOf(context.people, userRef) };
}

/** A System or Domain that the reader may not see is not named. */
function toOrigin(
  { hiddenPlaces }: EntitySlos,
  origin: NonNullable<EntitySlos['owners'][number]['origin']>,
) {
  const { entityRef } = origin;
  return {
    ...origin,
    entityRef: hiddenPlaces.has(entityRef) ? null : entityRef,
  };
}
