import {
  canonicalRef,
  toilRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../http';
import { ToilLogging } from './ToilLogging';
import { ToilReading } from './ToilReading';

/** Serves the routes of the toil tracker. */
export function serveToil(
  api: ApiRouter,
  reading: ToilReading,
  logging: ToilLogging,
): void {
  api.serve(toilRoutes.getTeamToil, ({ caller, params }) =>
    reading.team(caller, groupOf(params)),
  );
  api.serve(toilRoutes.listToilEntries, ({ caller, params, query }) =>
    reading.entries(caller, groupOf(params), query.week),
  );
  api.serve(toilRoutes.logToil, ({ caller, params, body, idempotencyKey }) =>
    logging.log(caller, groupOf(params), body, idempotencyKey),
  );
  api.serve(toilRoutes.updateToilEntry, ({ caller, params, body, ifMatch }) =>
    logging.update(caller, groupOf(params), params.entryId, ifMatch, body),
  );
  api.serve(toilRoutes.deleteToilEntry, async ({ caller, params, ifMatch }) => {
    await logging.remove(caller, groupOf(params), params.entryId, ifMatch);
    return {};
  });
}

function groupOf({
  namespace,
  name,
}: {
  namespace: string;
  name: string;
}): string {
  return canonicalRef({ kind: 'group', namespace, name });
}
