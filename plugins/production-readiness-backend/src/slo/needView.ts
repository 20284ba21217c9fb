import { SloNeedView } from '@prodready/backstage-plugin-production-readiness-common';
import { EntitySlos, nameOf } from './EntitySlos';
import { CallerStanding } from './standingOfCaller';

/** What was decided about the need for an SLO, as a caller sees it. */
export function toNeedView(
  context: EntitySlos,
  caller: CallerStanding,
): SloNeedView {
  const { need, people } = context;
  return {
    notNeeded:
      need && need.reason !== null
        ? {
            because: need.reason,
            by: { userRef: need.setBy, name: nameOf(people, need.setBy) },
            at: need.setAt,
          }
        : null,
    mayDecide: mayDecideNeed(context, caller),
    version: need?.version ?? 0,
  };
}

/**
 * Whether somebody may decide that no SLO is needed: who may also sign one.
 * While nobody holds a role, or the tier asks for no signature, the team may.
 */
export function mayDecideNeed(
  context: EntitySlos,
  caller: CallerStanding,
): boolean {
  if (!caller.isPerson) return false;
  if (caller.capacities.length > 0) return true;
  const asksNobody =
    context.policy.approval === 'none' ||
    context.owners.every(one => one.vacant);
  return asksNobody && caller.mayEdit;
}

/** Whether it was decided that this entity, which has no SLO, needs none. */
export function isNotNeeded(context: EntitySlos): boolean {
  return !hasSlo(context) && (context.need?.reason ?? null) !== null;
}

/** Whether a number is promised or proposed; a retired one is neither. */
export function hasSlo(context: EntitySlos): boolean {
  return context.slos.some(one => one.standing.state !== 'retired');
}
