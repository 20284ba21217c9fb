import { sloTelemetryRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../../http';
import { TelemetryReading } from './TelemetryReading';

/** Serves what telemetry says about SLOs. */
export function serveSloTelemetry(
  api: ApiRouter,
  services: { reading: TelemetryReading },
): void {
  api.serve(sloTelemetryRoutes.getBudgetHistory, ({ caller, params, query }) =>
    services.reading.history(caller, params.sloId, query.days),
  );
}
