import { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Who is behind a request, resolved on the server from credentials and the
 * directory; never from anything that the request says of itself.
 *
 * @alpha
 */
export interface Caller {
  /** A person, also when a service acts for them; or a service by itself. */
  kind: 'user' | 'service';
  /** Canonical reference of the User; absent for services. */
  userRef?: string;
  /** What the catalog calls the person; absent where it does not. */
  displayName?: string;
  /** The User and every Group that it belongs to, upward; canonical refs. */
  principals: string[];
  /** Whether the configured administrators are among the principals. */
  isAdmin: boolean;
  /** A service that acts for a person. It may read, but not sign or accept. */
  onBehalfOf: boolean;
  /** The service that acts for the person, as its token names it. */
  actingService?: string;
  /** Which service it is, as its token names it; absent for people. */
  serviceName?: string;
  /** As the request brought them, to ask other plugins in their name. */
  credentials: BackstageCredentials;
}
