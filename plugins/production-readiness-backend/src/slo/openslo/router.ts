import { openSloRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter, TextAnswer } from '../../http';
import { OpenSloExporting } from './OpenSloExporting';
import { OpenSloImporting } from './OpenSloImporting';

/** Serves import and export of OpenSLO. */
export function serveOpenSlo(
  api: ApiRouter,
  services: { importing: OpenSloImporting; exporting: OpenSloExporting },
): void {
  const { importing, exporting } = services;
  api.serve(
    openSloRoutes.importOpenSlo,
    ({ caller, body, idempotencyKey, progress }) =>
      importing.import(caller, body, idempotencyKey, progress),
  );
  api.serve(
    openSloRoutes.exportEntityOpenSlo,
    async ({ caller, params }) =>
      new TextAnswer(exporting.entity(caller, params), 'slos.yaml'),
  );
  api.serve(
    openSloRoutes.exportOpenSlo,
    async ({ caller }) =>
      new TextAnswer(exporting.everything(caller), 'all-slos.yaml'),
  );
}
