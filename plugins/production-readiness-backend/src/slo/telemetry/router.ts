import { sloTelemetryRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../../http';
import { TelemetryBinding } from './TelemetryBinding';
import { TelemetryReading } from './TelemetryReading';

/** Serves what telemetry says about SLOs. */
export function serveSloTelemetry(
  api: ApiRouter,
  services: { reading: TelemetryReading; binding: TelemetryBinding },
): void {
  const { reading, binding } = services;
  api.serve(sloTelemetryRoutes.getBudgetHistory, ({ caller, params, query }) =>
    reading.history(caller, params.sloId, query.days),
  );
  api.serve(sloTelemetryRoutes.getEntityTelemetry, ({ caller, params }) =>
    reading.entity(caller, params),
  );
  api.serve(
    sloTelemetryRoutes.bindTelemetry,
    ({ caller, params, body, ifMatch }) =>
      binding.bind(caller, params.sloId, body.running, ifMatch),
  );
}
