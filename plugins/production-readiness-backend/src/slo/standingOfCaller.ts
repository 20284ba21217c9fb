import {
  capacitiesOf,
  SignerStanding,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access/Caller';
import { SloConfig } from './config';
import { EntitySlos } from './EntitySlos';

/** What a caller is to an entity, found out on the server. */
export interface CallerStanding extends SignerStanding {
  /** A person who administers the plugin. */
  isAdmin: boolean;
}

/**
 * What a caller is to an entity. Nothing of it comes from the request.
 *
 * @param context - read with the caller among `people` and as the delegate
 */
export function standingOfCaller(
  caller: Caller,
  context: EntitySlos,
  config: SloConfig,
): CallerStanding {
  const userRef = caller.userRef ?? '';
  // A guest has no User entity, so nobody can tell who would have signed.
  const isPerson =
    caller.kind === 'user' && !caller.onBehalfOf && context.people.has(userRef);
  const belongsTo = (ref: string | undefined) =>
    ref !== undefined && caller.principals.includes(ref);
  const capacities = isPerson
    ? capacitiesOf(userRef, context.owners, context.delegations)
    : [];
  const inTeam = context.entity.ownerRefs.some(belongsTo);
  const reviewers = config.reviewerGroups[context.entity.tier];
  // A delegation is for deciding, not for writing.
  const isOwner = capacities.some(one => one.onBehalfOf === undefined);
  return {
    isPerson,
    userRef,
    capacities,
    mayReview: isPerson && (inTeam || belongsTo(reviewers)),
    mayEdit: isPerson && (inTeam || isOwner || caller.isAdmin),
    isAdmin: isPerson && caller.isAdmin,
  };
}
