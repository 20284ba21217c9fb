import { type RouteRef, useRouteRef } from '@backstage/core-plugin-api';

/**
 * The path of a page of this plugin, in either frontend system.
 *
 * @returns nothing where the app has not mounted the page
 * @internal
 */
export function usePagePath(page: RouteRef<undefined>): string | undefined {
  try {
    // It throws after its own hooks, when it knows that there is no path.
    return useRouteRef(page)();
  } catch {
    return undefined;
  }
}
