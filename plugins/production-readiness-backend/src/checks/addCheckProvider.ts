import {
  CHECK_PROVIDER_ID,
  LONGEST_PROVIDER_ID,
  PUSHED_CHECKS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ReadinessCheckProvider } from '@prodready/backstage-plugin-production-readiness-node';

/**
 * Adds what a module answers checks with.
 *
 * @throws Error when its id can't stand in the path of a check, or is taken
 */
export function addCheckProvider(
  providers: ReadinessCheckProvider[],
  provider: ReadinessCheckProvider,
): void {
  const { id } = provider;
  if (!CHECK_PROVIDER_ID.test(id) || id.length > LONGEST_PROVIDER_ID) {
    throw new Error(
      `The id of a check provider has to be lower-case words joined by hyphens, at most ${LONGEST_PROVIDER_ID} characters, and not ${id}`,
    );
  }
  if (id === PUSHED_CHECKS || providers.some(one => one.id === id)) {
    throw new Error(`The id ${id} of a check provider is taken`);
  }
  providers.push(provider);
}
