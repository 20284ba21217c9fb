import { gateRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../http';
import { Gate, GateDeps } from './Gate';

/** The deployment gate, put together. */
export interface GateFeature {
  readonly gate: Gate;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
}

/** Puts the deployment gate together. */
export function createGateFeature(deps: GateDeps): GateFeature {
  const gate = new Gate(deps);
  return {
    gate,
    serve(api) {
      api.serve(gateRoutes.getGate, ({ caller, params }) =>
        gate.ask(caller, params),
      );
      api.serve(
        gateRoutes.passGate,
        ({ caller, params, body, idempotencyKey }) =>
          gate.pass(caller, params, body, idempotencyKey),
      );
      api.serve(
        gateRoutes.closeGatePass,
        ({ caller, params: { passId, ...entity }, body, ifMatch }) =>
          gate.close(caller, entity, { passId, version: ifMatch }, body.note),
      );
    },
  };
}
