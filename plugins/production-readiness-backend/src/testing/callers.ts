import { mockCredentials } from '@backstage/backend-test-utils';
import { people, Person } from './organisation';

/**
 * Who may send a request: nobody signed in, a person, another backend plugin
 * or an external service with a token, or a service that acts for the owner.
 */
export type CallerName = 'none' | Person | 'service' | 'onBehalfOf';

/** The `Authorization` header of a caller. */
export function authorization(caller: CallerName): string {
  switch (caller) {
    case 'none':
      return mockCredentials.none.header();
    case 'service':
      return mockCredentials.service.header();
    case 'onBehalfOf':
      return `Bearer ${mockCredentials.user.token(people.owner, {
        actor: { subject: 'plugin:assistant' },
      })}`;
    default:
      return mockCredentials.user.header(people[caller]);
  }
}
