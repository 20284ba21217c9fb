import { recordRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../http';
import { RecordMoving } from './RecordMoving';

/** The care of records whose entity is gone, put together. */
export interface RecordsFeature {
  readonly moving: RecordMoving;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
}

/** Puts it together. */
export function createRecordsFeature(
  deps: ConstructorParameters<typeof RecordMoving>[0],
): RecordsFeature {
  const moving = new RecordMoving(deps);
  return {
    moving,
    serve(api) {
      api.serve(recordRoutes.listLostRecords, ({ caller, query }) =>
        moving.listLost(caller, query.q),
      );
      api.serve(recordRoutes.previewRecordMove, ({ caller, query }) =>
        moving.preview(
          caller,
          { ref: query.fromRef, uid: query.fromUid },
          query.toRef,
        ),
      );
      api.serve(recordRoutes.moveRecords, ({ caller, body, idempotencyKey }) =>
        moving.move(caller, body, idempotencyKey),
      );
    },
  };
}
