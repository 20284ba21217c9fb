import { randomUUID } from 'node:crypto';
import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { RawRequest, TestReadinessBackend } from '../testing/backend';
import { tinyChecklist } from '../testing/tinyChecklist';
import * as scene from './scenes';
import { decided, decision, teamToil } from './toilScenes';

/** A request and what its path names. */
export interface MatrixRequest extends RawRequest {
  params?: Record<string, unknown>;
  query?: Record<string, string>;
}

type Prepare = (backend: TestReadinessBackend) => Promise<MatrixRequest>;

const forEntity: Prepare = async () => ({ params: scene.checkout });
const forTeam: Prepare = async () => ({ params: scene.payments });
const plain: Prepare = async () => ({});

/** A checklist for `basket` alone with an item that a report decides on. */
export function checklistThatTakesReports(): string {
  return tinyChecklist({
    id: 'basket',
    check: 'checks.pushed.build: true',
    appliesTo: 'entity.metadata.name: basket',
  });
}

/**
 * For each route a request that is right in every respect, so that only who
 * sends it decides. What it needs is brought about first, anew each time.
 */
export const matrixRequests: Record<string, Prepare> = {
  getOpenApi: plain,

  getReadiness: forEntity,
  getReadinessAsOf: async backend => {
    const { body } = await backend
      .as('owner')
      .call(routes.getReadiness, { params: scene.checkout });
    return { params: scene.checkout, query: { at: String(body.asOf) } };
  },
  getChecklist: async backend => {
    const { body } = await backend
      .as('owner')
      .call(routes.getReadiness, { params: scene.checkout });
    return { params: { digest: body.checklist!.digest } };
  },
  getChecklistSchema: plain,
  attestItem: async backend => ({
    params: scene.rollback,
    body: { evidence: scene.evidence },
    headers: ifMatch(await scene.itemVersion(backend, scene.rollback)),
  }),
  acceptItem: async backend => ({
    params: scene.rollback,
    headers: ifMatch(await scene.answered(backend)),
  }),
  returnItem: async backend => ({
    params: scene.rollback,
    body: { comment: 'Which data did the release change?' },
    headers: ifMatch(await scene.answered(backend)),
  }),
  withdrawAnswer: async backend => ({
    params: scene.rollback,
    headers: ifMatch(await scene.answered(backend)),
  }),
  requestWaiver: async backend => ({
    params: scene.rollback,
    body: { waiver: scene.exemption() },
    headers: ifMatch(await scene.itemVersion(backend, scene.rollback)),
  }),
  withdrawWaiverRequest: async backend => ({
    params: scene.rollback,
    headers: ifMatch(await scene.askedForExemption(backend)),
  }),
  approveWaiver: async backend => ({
    params: scene.rollback,
    headers: ifMatch(await scene.askedForExemption(backend)),
  }),
  returnWaiver: async backend => ({
    params: scene.rollback,
    body: { comment: 'What happens on a public holiday?' },
    headers: ifMatch(await scene.askedForExemption(backend)),
  }),
  revokeWaiver: async backend => ({
    params: scene.rollback,
    body: { reason: 'The vendor has mended it' },
    headers: ifMatch(await scene.exempt(backend)),
  }),
  takeOverAnswer: async backend => ({
    params: scene.rollback,
    headers: ifMatch(await scene.itemVersion(backend, scene.rollback)),
  }),
  listItemHistory: async () => ({ params: scene.rollback }),
  evaluateEntity: forEntity,
  reportCheck: async () => ({
    params: { ...scene.basket, checkId: 'build' },
    body: { value: true, evidence: scene.evidence },
  }),

  listReviews: forEntity,
  openReview: async backend => {
    await scene.noReview(backend);
    return {
      params: scene.checkout,
      body: { phase: 'design' },
      headers: { 'Idempotency-Key': randomUUID() },
    };
  },
  getReview: async backend => ({
    params: { reviewId: (await scene.draftReview(backend)).id },
  }),
  submitReview: async backend => reviewEdit(await scene.draftReview(backend)),
  claimReview: async backend => reviewEdit(await scene.sentReview(backend)),
  decideReview: async backend => ({
    ...reviewEdit(await scene.sentReview(backend)),
    body: scene.conditionalApproval(),
  }),
  withdrawReview: async backend => reviewEdit(await scene.sentReview(backend)),
  meetCondition: async backend => {
    const { params, headers } = reviewEdit(await scene.approvedReview(backend));
    return {
      params: { ...params, number: 1 },
      body: { evidence: scene.evidence },
      headers,
    };
  },
  getReviewDocument: async backend => ({
    params: { reviewId: (await scene.draftReview(backend)).id },
  }),

  getGate: forEntity,
  passGate: async () => ({ params: scene.checkout, body: scene.gatePass() }),
  closeGatePass: async backend => {
    const { body } = await backend.as('colleague').call(routes.passGate, {
      params: scene.checkout,
      body: scene.gatePass(),
    });
    const { id, version } = body.followUps[0];
    return {
      params: { ...scene.checkout, passId: id },
      body: { note: 'The hot fix held; the drill is booked' },
      headers: ifMatch(version),
    };
  },

  getEntitySlos: forEntity,
  setOwner: async backend => {
    const params = { ...scene.checkout, name: 'basket', role: 'product-owner' };
    const { body } = await backend.as('owner').call(routes.getEntitySlos, {
      params: { ...scene.checkout, name: 'basket' },
    });
    const owner = body.owners.find(one => one.role === 'product-owner');
    return {
      params,
      body: { userRef: 'user:default/paula' },
      headers: ifMatch(owner?.version ?? 0),
    };
  },
  addJourney: async () => ({
    params: scene.checkout,
    body: scene.journey,
    headers: { 'Idempotency-Key': randomUUID() },
  }),
  editJourney: async backend => {
    const journeyId = await scene.journeyOf(backend);
    const { body } = await backend
      .as('owner')
      .call(routes.getEntitySlos, { params: scene.checkout });
    const { version } = body.journeys.find(one => one.id === journeyId)!;
    return {
      params: { ...scene.checkout, journeyId },
      body: scene.journey,
      headers: ifMatch(version),
    };
  },
  addAlert: async () => ({
    params: scene.checkout,
    body: scene.alert,
    headers: { 'Idempotency-Key': randomUUID() },
  }),
  editAlert: async backend => {
    const { id, version } = await scene.recordedAlert(backend);
    return {
      params: { ...scene.checkout, alertId: id },
      body: scene.alert,
      headers: ifMatch(version),
    };
  },
  reviewAlert: async backend => {
    const { id, version } = await scene.recordedAlert(backend);
    return {
      params: { ...scene.checkout, alertId: id },
      body: { verdict: 'keep' },
      headers: ifMatch(version),
    };
  },
  setSeverityCriteria: async backend => ({
    params: scene.checkout,
    body: scene.criteria,
    headers: ifMatch((await scene.criteriaOf(backend)).version),
  }),
  setOrganisationCriteria: async backend => ({
    body: scene.criteria,
    headers: ifMatch((await scene.criteriaOf(backend)).organisationVersion),
  }),
  decideSloNeed: async backend => {
    const owner = backend.as('owner');
    const read = async () =>
      (await owner.call(routes.getEntitySlos, { params: scene.basket })).body;
    const holder = (await read()).owners.find(
      one => one.role === 'product-owner',
    );
    await owner.call(routes.setOwner, {
      params: { ...scene.basket, role: 'product-owner' },
      body: { userRef: 'user:default/paula' },
      ifMatch: holder?.version ?? 0,
    });
    return {
      params: scene.basket,
      body: { notNeededBecause: 'Only other services of ours use it' },
      headers: ifMatch((await read()).need.version),
    };
  },
  addSlo: async backend => ({
    params: scene.checkout,
    body: { content: scene.sloContent(await scene.journeyOf(backend)) },
    headers: { 'Idempotency-Key': randomUUID() },
  }),
  getSlo: async backend => ({
    params: { sloId: await scene.someSlo(backend) },
  }),
  editSlo: async backend => {
    const { slo } = await scene.draftedSlo(backend);
    const journeyId = await scene.journeyOf(backend);
    return {
      params: { sloId: slo.id },
      body: { content: scene.sloContent(journeyId, { target: '99.5' }) },
      headers: ifMatch(slo.version),
    };
  },
  editSloEditorial: async backend => {
    const { slo } = await scene.draftedSlo(backend);
    return {
      params: { sloId: slo.id },
      body: { displayName: 'Checkout', labels: { team: 'payments' } },
      headers: ifMatch(slo.editorial.version),
    };
  },
  requestSignatures: async backend => {
    const { slo } = await scene.draftedSlo(backend, {
      requestSignatures: false,
    });
    return { params: { sloId: slo.id, version: 1 } };
  },
  signSlo: async backend => scene.agreement(await scene.draftedSlo(backend)),

  getEntityTelemetry: forEntity,
  bindTelemetry: async backend => {
    const { body } = await backend
      .as('owner')
      .call(routes.getEntityTelemetry, { params: scene.checkout });
    const sloId = await scene.someSlo(backend);
    const bound = body.slos.find(one => one.sloId === sloId);
    return {
      params: { sloId },
      body: { running: null },
      headers: ifMatch(bound?.bindingVersion ?? 0),
    };
  },
  importOpenSlo: async () => ({
    body: {
      source: { kind: 'text', text: 'apiVersion: openslo/v1' },
      dryRun: true,
    },
  }),
  exportEntityOpenSlo: forEntity,
  exportOpenSlo: plain,
  getBudgetHistory: async backend => ({
    params: { sloId: await scene.someSlo(backend) },
  }),

  listChecklists: plain,
  listChecklistVersions: async () => ({ params: { checklistId: 'default' } }),
  getChecklistDifferences: async backend => {
    const { body } = await backend
      .as('owner')
      .call(routes.getReadiness, { params: scene.checkout });
    const { digest } = body.checklist!;
    return { query: { from: digest, to: digest } };
  },
  getChecklistDocument: async backend => {
    const { body } = await backend
      .as('owner')
      .call(routes.getReadiness, { params: scene.checkout });
    return { params: { digest: body.checklist!.digest } };
  },
  getChecklistUsage: async () => ({ params: { checklistId: 'default' } }),
  validateChecklistDraft: async () => ({ body: { text: tinyChecklist() } }),
  previewChecklistDraft: async () => ({ body: { text: tinyChecklist() } }),

  askQuestion: async backend => ({
    params: { sloId: await scene.discussedSlo(backend) },
    body: scene.question,
    headers: { 'Idempotency-Key': randomUUID() },
  }),
  answerQuestion: async backend => {
    const { sloId, questionId } = await scene.asked(backend);
    return {
      params: { sloId, questionId },
      body: { text: 'Yes, retries are counted.' },
    };
  },
  readAnswer: async backend => {
    const params = await scene.asked(backend);
    await backend.as('owner').call(routes.answerQuestion, {
      params,
      body: { text: 'Yes, retries are counted.' },
    });
    return { params };
  },
  addBudgetPolicy: async () => ({
    params: scene.checkout,
    body: { content: scene.budgetPolicy },
    headers: { 'Idempotency-Key': randomUUID() },
  }),
  getBudgetPolicy: async backend => ({
    params: { policyId: (await scene.policyOf(backend)).id },
  }),
  editBudgetPolicy: async backend => {
    const { id, version } = await scene.policyOf(backend);
    const title = `When the budget is gone, ${randomUUID()}`;
    return {
      params: { policyId: id },
      body: {
        content: { ...scene.budgetPolicy, title },
        requestSignatures: true,
      },
      headers: ifMatch(version),
    };
  },
  requestPolicySignatures: async backend => {
    const { id, history } = await scene.policyOf(backend);
    return { params: { policyId: id, version: history[0].version } };
  },
  signBudgetPolicy: async backend => {
    const policy = await scene.policyOf(backend);
    const version = (policy.proposal ?? policy.inForce)!;
    return {
      params: { policyId: policy.id, version: version.version },
      body: {
        meaning: 'approve',
        contentDigest: version.contentDigest,
        shownDigest: version.shownDigest,
      },
      headers: { 'Idempotency-Key': randomUUID() },
    };
  },
  listDelegations: plain,
  addDelegation: async () => ({
    body: scene.delegation(),
    headers: { 'Idempotency-Key': randomUUID() },
  }),
  renewDelegation: async backend => {
    const { id, version } = await scene.delegated(backend);
    return {
      params: { delegationId: id },
      body: { validUntil: scene.delegation().validUntil },
      headers: ifMatch(version),
    };
  },
  revokeDelegation: async backend => {
    const { id, version } = await scene.delegated(backend);
    return { params: { delegationId: id }, headers: ifMatch(version) };
  },

  getTeamToil: forTeam,
  listToilEntries: forTeam,
  logToil: async () => ({ params: scene.payments, body: scene.toilEntry }),
  updateToilEntry: async backend => {
    const { id, version } = await scene.loggedToil(backend);
    return {
      params: { ...scene.payments, entryId: id },
      body: scene.toilEntry,
      headers: ifMatch(version),
    };
  },
  deleteToilEntry: async backend => {
    const { id, version } = await scene.loggedToil(backend);
    return {
      params: { ...scene.payments, entryId: id },
      headers: ifMatch(version),
    };
  },
  listUnsureToil: forTeam,
  importToil: async () => ({
    params: scene.payments,
    body: 'week,minutes,category\n2026-W45,30,audit\n',
  }),
  getAllocation: async () => ({
    params: { ...scene.payments, week: scene.toilEntry.week },
  }),
  putAllocation: async backend => ({
    params: { ...scene.payments, week: scene.toilEntry.week },
    body: scene.allocation,
    headers: ifMatch(await scene.allocationVersion(backend)),
  }),
  deleteAllocation: async backend => ({
    params: { ...scene.payments, week: scene.toilEntry.week },
    headers: ifMatch(await scene.allocated(backend)),
  }),

  getToilTrend: forTeam,
  getOrganisationToil: plain,
  getEntityToil: forEntity,
  listToilLooks: forTeam,
  listToilDecisions: forTeam,
  addToilDecision: async () => ({ params: scene.payments, body: decision }),
  updateToilDecision: async backend => {
    const { id, version } = await decided(backend);
    return {
      params: { ...scene.payments, decisionId: id },
      body: { ...decision, dropped: true },
      headers: ifMatch(version),
    };
  },
  deleteToilDecision: async backend => {
    const { id, version } = await decided(backend);
    return {
      params: { ...scene.payments, decisionId: id },
      headers: ifMatch(version),
    };
  },
  setToilTargets: async backend => {
    const { targets } = await teamToil(backend);
    return {
      params: scene.payments,
      body: { toil: 40, reactive: 50 },
      headers: ifMatch(targets.version),
    };
  },
  setToilSharing: async backend => {
    const { members } = await teamToil(backend);
    return {
      params: scene.payments,
      body: { shares: true },
      headers: ifMatch(members!.sharing.version),
    };
  },

  listPortfolio: plain,
  listPortfolioFacets: plain,
  listPortfolioByRefs: async () => ({
    body: { entityRefs: ['component:default/checkout'] },
  }),
  getPortfolioRollup: plain,
  getPortfolioTrend: plain,
  getEntityTrend: forEntity,
  exportPortfolio: plain,
  listInbox: plain,

  getTeamUpkeep: forTeam,
  setUpkeepChoices: async backend => {
    const { body } = await backend
      .as('owner')
      .call(routes.getTeamUpkeep, { params: scene.payments });
    return {
      params: scene.payments,
      body: { ...body.choices, sharesAnswers: true },
      headers: ifMatch(body.version),
    };
  },
  attestItems: async backend => ({
    body: {
      answers: [
        {
          entityRef: 'component:default/checkout',
          itemId: scene.rollback.itemId,
          version: await scene.itemVersion(backend, scene.rollback),
          evidence: scene.evidence,
        },
      ],
    },
  }),
  listAnswerExamples: async () => ({ params: scene.rollback }),

  listLostRecords: plain,
  previewRecordMove: async backend => {
    const { from, to } = await scene.recordsToMove(backend);
    return {
      query: { fromRef: from.ref, fromUid: from.uid, toRef: to.ref },
    };
  },
  moveRecords: async backend => ({
    body: {
      ...(await scene.recordsToMove(backend)),
      signatures: 'keep',
      reason: 'The team has given its service another name',
    },
  }),
  listJournal: forEntity,
  verifyJournal: plain,
  exportJournal: plain,
};

function reviewEdit({ id, version }: { id: string; version: number }) {
  return { params: { reviewId: id }, headers: ifMatch(version) };
}

function ifMatch(version: number): Record<string, string> {
  return { 'If-Match': `"${version}"` };
}
