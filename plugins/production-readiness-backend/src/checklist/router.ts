import {
  checklistJsonSchema,
  checklistRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ReadinessDatabase } from '../database';
import { ApiRouter } from '../http';
import { AsOfReading } from './AsOfReading';
import { Answering } from './Answering';
import { ChecklistRegistry } from './ChecklistRegistry';
import { ReadinessReading } from './ReadinessReading';
import { WrittenItem } from './storeChange';

/** Serves the routes of the checklist. */
export function serveChecklist(
  api: ApiRouter,
  parts: {
    reading: ReadinessReading;
    past: AsOfReading;
    answering: Answering;
    registry: ChecklistRegistry;
    database: ReadinessDatabase;
  },
): void {
  const { reading, past, answering, registry, database } = parts;

  api.serve(checklistRoutes.getReadiness, async ({ caller, params }) =>
    reading.answer(caller, params),
  );
  api.serve(
    checklistRoutes.getReadinessAsOf,
    async ({ caller, params, query }) =>
      past.readiness(caller, params, query.at),
  );
  api.serve(checklistRoutes.getChecklist, async ({ params }) =>
    registry.definition(database.knex, params.digest),
  );
  const schema = checklistJsonSchema();
  api.serve(checklistRoutes.getChecklistSchema, async () => schema);
  api.serve(
    checklistRoutes.attestItem,
    async ({ caller, params: { itemId, ...entity }, body, ifMatch }) =>
      versioned(
        await answering.attest(
          caller,
          {
            entity,
            itemId,
            version: ifMatch,
            checklistDigest: body.checklistDigest,
          },
          body.evidence,
        ),
      ),
  );
  api.serve(
    checklistRoutes.acceptItem,
    async ({ caller, params: { itemId, ...entity }, ifMatch }) =>
      versioned(
        await answering.accept(caller, { entity, itemId, version: ifMatch }),
      ),
  );
  api.serve(
    checklistRoutes.returnItem,
    async ({ caller, params: { itemId, ...entity }, body, ifMatch }) =>
      versioned(
        await answering.giveBack(
          caller,
          { entity, itemId, version: ifMatch },
          body.comment,
        ),
      ),
  );
  api.serve(
    checklistRoutes.withdrawAnswer,
    async ({ caller, params: { itemId, ...entity }, ifMatch }) =>
      versioned(
        await answering.withdraw(caller, { entity, itemId, version: ifMatch }),
      ),
  );
  serveWaivers(api, answering);
  api.serve(
    checklistRoutes.takeOverAnswer,
    async ({ caller, params: { itemId, ...entity }, ifMatch }) =>
      versioned(
        await answering.takeOver(caller, { entity, itemId, version: ifMatch }),
      ),
  );
  api.serve(
    checklistRoutes.listItemHistory,
    async ({ caller, params: { itemId, ...entity } }) =>
      reading.history(caller, entity, itemId),
  );
  api.serve(checklistRoutes.evaluateEntity, async ({ caller, params }) =>
    reading.evaluate(caller, params),
  );
}

function serveWaivers(api: ApiRouter, answering: Answering): void {
  api.serve(
    checklistRoutes.requestWaiver,
    async ({ caller, params: { itemId, ...entity }, body, ifMatch }) =>
      versioned(
        await answering.requestWaiver(
          caller,
          { entity, itemId, version: ifMatch },
          body.waiver,
        ),
      ),
  );
  api.serve(
    checklistRoutes.withdrawWaiverRequest,
    async ({ caller, params: { itemId, ...entity }, ifMatch }) =>
      versioned(
        await answering.withdrawRequest(caller, {
          entity,
          itemId,
          version: ifMatch,
        }),
      ),
  );
  api.serve(
    checklistRoutes.approveWaiver,
    async ({ caller, params: { itemId, ...entity }, ifMatch }) =>
      versioned(
        await answering.approveWaiver(caller, {
          entity,
          itemId,
          version: ifMatch,
        }),
      ),
  );
  api.serve(
    checklistRoutes.returnWaiver,
    async ({ caller, params: { itemId, ...entity }, body, ifMatch }) =>
      versioned(
        await answering.returnWaiver(
          caller,
          { entity, itemId, version: ifMatch },
          body.comment,
        ),
      ),
  );
  api.serve(
    checklistRoutes.revokeWaiver,
    async ({ caller, params: { itemId, ...entity }, body, ifMatch }) =>
      versioned(
        await answering.revokeWaiver(
          caller,
          { entity, itemId, version: ifMatch },
          body.reason,
        ),
      ),
  );
}

function versioned(written: WrittenItem) {
  return { body: written, version: written.item.version };
}
