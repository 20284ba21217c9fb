import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../http';
import { InboxOptions, InboxReading } from './InboxReading';

/** The inbox, put together. */
export interface InboxFeature {
  readonly reading: InboxReading;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
}

/** Puts the inbox together. */
export function createInboxFeature(options: InboxOptions): InboxFeature {
  const reading = new InboxReading(options);
  return {
    reading,
    serve(api) {
      api.serve(routes.listInbox, ({ caller, query }) =>
        reading.list(caller, query),
      );
    },
  };
}
