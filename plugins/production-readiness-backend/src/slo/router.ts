import {
  delegationRoutes,
  questionRoutes,
  sloRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../http';
import { AlertEditing } from './AlertEditing';
import { CriteriaEditing } from './CriteriaEditing';
import { Delegations } from './delegation/Delegations';
import { EditorialEditing } from './EditorialEditing';
import { PolicyEditing } from './errorBudgetPolicies/PolicyEditing';
import { PolicySigning } from './errorBudgetPolicies/PolicySigning';
import { serveBudgetPolicies } from './errorBudgetPolicies/router';
import { JourneyEditing } from './JourneyEditing';
import { NeedEditing } from './NeedEditing';
import { OwnerEditing } from './OwnerEditing';
import { Questions } from './questions/Questions';
import { SloEditing } from './SloEditing';
import { SloReading } from './SloReading';
import { SloSigning } from './SloSigning';

/** What answers the routes. */
export interface SloServices {
  reading: SloReading;
  owners: OwnerEditing;
  journeys: JourneyEditing;
  alerts: AlertEditing;
  criteria: CriteriaEditing;
  delegations: Delegations;
  questions: Questions;
  editing: SloEditing;
  editorial: EditorialEditing;
  need: NeedEditing;
  signing: SloSigning;
  policies: { editing: PolicyEditing; signing: PolicySigning };
}

/** Serves the routes of SLO ownership. */
export function serveSlo(api: ApiRouter, services: SloServices): void {
  serveDelegations(api, services.delegations);
  serveQuestions(api, services.questions);
  serveBudgetPolicies(api, services.policies);
  const { reading, owners, journeys, alerts, editing, signing } = services;

  api.serve(sloRoutes.getEntitySlos, ({ caller, params }) =>
    reading.entity(caller, params),
  );
  api.serve(sloRoutes.setOwner, ({ caller, params, body, ifMatch }) =>
    owners.set(caller, params, params.role, body.userRef, ifMatch),
  );
  api.serve(sloRoutes.addJourney, ({ caller, params, body, idempotencyKey }) =>
    journeys.add(caller, params, body, idempotencyKey),
  );
  api.serve(sloRoutes.editJourney, ({ caller, params, body, ifMatch }) =>
    journeys.edit(caller, params, params.journeyId, body, ifMatch),
  );
  api.serve(sloRoutes.addAlert, ({ caller, params, body, idempotencyKey }) =>
    alerts.add(caller, params, body, idempotencyKey),
  );
  api.serve(sloRoutes.editAlert, ({ caller, params, body, ifMatch }) =>
    alerts.edit(caller, params, body, ifMatch),
  );
  api.serve(sloRoutes.reviewAlert, ({ caller, params, body, ifMatch }) =>
    alerts.review(caller, params, body, ifMatch),
  );
  api.serve(
    sloRoutes.setSeverityCriteria,
    ({ caller, params, body, ifMatch }) =>
      services.criteria.setForEntity(caller, params, body, ifMatch),
  );
  api.serve(sloRoutes.setOrganisationCriteria, ({ caller, body, ifMatch }) =>
    services.criteria.setForOrganisation(caller, body, ifMatch),
  );
  api.serve(sloRoutes.decideSloNeed, ({ caller, params, body, ifMatch }) =>
    services.need.decide(caller, params, body, ifMatch),
  );
  api.serve(sloRoutes.addSlo, ({ caller, params, body, idempotencyKey }) =>
    editing.add(caller, params, body, idempotencyKey),
  );
  api.serve(sloRoutes.getSlo, async ({ caller, params }) =>
    versioned(await reading.slo(caller, params.sloId)),
  );
  api.serve(sloRoutes.editSlo, async ({ caller, params, body, ifMatch }) =>
    versioned(await editing.edit(caller, params.sloId, ifMatch, body)),
  );
  api.serve(sloRoutes.editSloEditorial, ({ caller, params, body, ifMatch }) =>
    services.editorial.edit(caller, params.sloId, body, ifMatch),
  );
  api.serve(sloRoutes.requestSignatures, ({ caller, params }) =>
    editing.requestSignatures(caller, params.sloId, params.version),
  );
  api.serve(sloRoutes.signSlo, ({ caller, params, body, idempotencyKey }) =>
    signing.sign(caller, params.sloId, params.version, body, idempotencyKey),
  );
}

function serveDelegations(api: ApiRouter, delegations: Delegations): void {
  api.serve(delegationRoutes.listDelegations, ({ caller }) =>
    delegations.list(caller),
  );
  api.serve(
    delegationRoutes.addDelegation,
    ({ caller, body, idempotencyKey }) =>
      delegations.add(caller, body, idempotencyKey),
  );
  api.serve(
    delegationRoutes.renewDelegation,
    ({ caller, params, body, ifMatch }) =>
      delegations.renew(caller, params.delegationId, body, ifMatch),
  );
  api.serve(delegationRoutes.revokeDelegation, ({ caller, params, ifMatch }) =>
    delegations.revoke(caller, params.delegationId, ifMatch),
  );
}

function serveQuestions(api: ApiRouter, questions: Questions): void {
  api.serve(
    questionRoutes.askQuestion,
    ({ caller, params, body, idempotencyKey }) =>
      questions.ask(caller, params.sloId, body, idempotencyKey),
  );
  api.serve(questionRoutes.answerQuestion, ({ caller, params, body }) =>
    questions.answer(caller, params.sloId, params.questionId, body.text),
  );
  api.serve(questionRoutes.readAnswer, ({ caller, params }) =>
    questions.read(caller, params.sloId, params.questionId),
  );
}

function versioned<T extends { slo: { version: number } }>(body: T) {
  return { body, version: body.slo.version };
}
