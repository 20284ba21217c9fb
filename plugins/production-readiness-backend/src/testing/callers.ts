import { mockCredentials } from '@backstage/backend-test-utils';
import { people, Person } from './organisation';

/**
 * Who may send a request: nobody signed in, a person, another backend plugin
 * or an external service with a token, or a service that acts for the owner.
 */
export type CallerName = 'none' | Person | 'service' | 'onBehalfOf';

/** The headers that say who calls. */
export function authorization(caller: CallerName): Record<string, string> {
  const token = tokenOf(caller);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

function tokenOf(caller: CallerName): string | undefined {
  switch (caller) {
    case 'none':
      return undefined;
    case 'service':
      return mockCredentials.service.token();
    case 'onBehalfOf':
      return mockCredentials.user.token(people.owner, {
        actor: { subject: 'plugin:assistant' },
      });
    default:
      return mockCredentials.user.token(people[caller]);
  }
}
