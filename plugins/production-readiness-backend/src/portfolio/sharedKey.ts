import { EVERYTHING } from '../access';
import { PortfolioScope } from './filters';

/**
 * The name of an answer that is the same for everybody who may see the whole
 * catalog. Whoever may not gets answers of their own: undefined.
 *
 * @param what - tells it from other answers to the same filters
 */
export function sharedKey(
  scope: PortfolioScope,
  what: unknown[],
): string | undefined {
  if (scope.visibility !== EVERYTHING || scope.filters.mine) return undefined;
  const toil = scope.filters.toilState && scope.principals;
  return JSON.stringify([what, scope.filters, toil]);
}
