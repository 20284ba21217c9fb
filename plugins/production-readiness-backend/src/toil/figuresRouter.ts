import {
  canonicalRef,
  toilRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../http';
import { groupOf } from './groupOf';
import { ToilChoices } from './ToilChoices';
import { ToilDeciding } from './ToilDeciding';
import { ToilReading } from './ToilReading';

/** Serves figures, and what a team decides of its figures. */
export function serveFigures(
  api: ApiRouter,
  services: {
    reading: ToilReading;
    choices: ToilChoices;
    deciding: ToilDeciding;
  },
): void {
  const { reading, choices, deciding } = services;
  api.serve(toilRoutes.getTeamToil, ({ caller, params, query }) =>
    reading.team(caller, groupOf(params), query),
  );
  api.serve(toilRoutes.getToilTrend, ({ caller, params, query }) =>
    reading.trend(caller, groupOf(params), query.quarters),
  );
  api.serve(toilRoutes.getOrganisationToil, ({ caller }) =>
    reading.organisation(caller),
  );
  api.serve(toilRoutes.getEntityToil, ({ caller, params, query }) =>
    reading.entity(caller, canonicalRef(params), query),
  );
  api.serve(toilRoutes.listToilLooks, ({ caller, params }) =>
    reading.looks(caller, groupOf(params)),
  );
  api.serve(
    toilRoutes.setToilTargets,
    async ({ caller, params, body, ifMatch }) =>
      choices.setTargets(caller, groupOf(params), ifMatch, body),
  );
  api.serve(
    toilRoutes.setToilSharing,
    async ({ caller, params, body, ifMatch }) =>
      choices.setSharing(caller, groupOf(params), ifMatch, body.shares),
  );
  api.serve(toilRoutes.listToilDecisions, ({ caller, params }) =>
    reading.decisions(caller, groupOf(params)),
  );
  api.serve(
    toilRoutes.addToilDecision,
    ({ caller, params, body, idempotencyKey }) =>
      deciding.add(caller, groupOf(params), body, idempotencyKey),
  );
  api.serve(
    toilRoutes.updateToilDecision,
    ({ caller, params, body, ifMatch }) =>
      deciding.update(
        caller,
        groupOf(params),
        { id: params.decisionId, version: ifMatch },
        body,
      ),
  );
  api.serve(
    toilRoutes.deleteToilDecision,
    async ({ caller, params, ifMatch }) => {
      await deciding.remove(caller, groupOf(params), {
        id: params.decisionId,
        version: ifMatch,
      });
      return {};
    },
  );
}
