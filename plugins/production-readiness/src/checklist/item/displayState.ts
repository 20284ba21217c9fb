import type { ItemView } from '@prodready/backstage-plugin-production-readiness-common';
import type { StateName } from '../../state';

/**
 * The one state that a list shows of an item: its base state, unless something
 * beside it says more (it waits for somebody, or it expires soon).
 *
 * @internal
 */
export function displayState(view: ItemView): StateName<'checklist'> {
  if (view.state === 'attested' || isWaiting(view)) return 'waiting';
  return view.due && view.satisfied ? 'due' : view.state;
}

/**
 * Whether somebody else has to act before the item counts.
 *
 * @internal
 */
export function isWaiting(view: ItemView): boolean {
  return view.move === 'reviewer' || view.move === 'slo-owner';
}
