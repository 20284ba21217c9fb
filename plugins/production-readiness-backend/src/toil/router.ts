import { toilRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../http';
import { serveFigures } from './figuresRouter';
import { groupOf } from './groupOf';
import { ToilImporting } from './import/ToilImporting';
import { ToilAllocating } from './ToilAllocating';
import { ToilChoices } from './ToilChoices';
import { ToilDeciding } from './ToilDeciding';
import { ToilLogging } from './ToilLogging';
import { ToilReading } from './ToilReading';

/** Serves the routes of the toil tracker. */
export function serveToil(
  api: ApiRouter,
  services: {
    reading: ToilReading;
    logging: ToilLogging;
    allocating: ToilAllocating;
    choices: ToilChoices;
    deciding: ToilDeciding;
    importing: ToilImporting;
  },
): void {
  const { reading, logging, allocating, importing } = services;
  serveFigures(api, services);
  api.serve(toilRoutes.listToilEntries, ({ caller, params, query }) =>
    reading.entries(caller, groupOf(params), query.week),
  );
  api.serve(toilRoutes.listUnsureToil, ({ caller, params }) =>
    reading.unsure(caller, groupOf(params)),
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
  api.serve(toilRoutes.getAllocation, ({ caller, params }) =>
    allocating.read(caller, groupOf(params), params.week),
  );
  api.serve(toilRoutes.putAllocation, ({ caller, params, body, ifMatch }) =>
    allocating.replace(caller, groupOf(params), params.week, ifMatch, body),
  );
  api.serve(
    toilRoutes.deleteAllocation,
    async ({ caller, params, ifMatch }) => {
      await allocating.remove(caller, groupOf(params), params.week, ifMatch);
      return {};
    },
  );
  api.serve(
    toilRoutes.importToil,
    ({ caller, params, query, file, idempotencyKey, progress }) =>
      importing.import(caller, groupOf(params), file, {
        dryRun: query.dryRun === 'true',
        skipRejected: query.skipRejected === 'true',
        mapping: query.mapping,
        key: idempotencyKey,
        progress,
      }),
  );
}
