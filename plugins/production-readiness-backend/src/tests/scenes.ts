import { randomUUID } from 'node:crypto';
import {
  AllocationInput,
  routes,
  SloContentInput,
  SloPageView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { CallerName } from '../testing/callers';
import { TestReadinessBackend } from '../testing/backend';
import { people } from '../testing/organisation';

export * from './reviewScenes';

// Situations that a test begins with, brought about through the API by the
// people who would.

/** The critical service of the payments team. */
export const checkout = {
  kind: 'component',
  namespace: 'default',
  name: 'checkout',
};

/** A service of the same team without an owner of its number. */
export const basket = { ...checkout, name: 'basket' };

/** An item that people answer and that the SRE group accepts. */
export const rollback = { ...checkout, itemId: 'REL-3' };

/** The team that owns `checkout`, large enough to be shown to others. */
export const payments = { namespace: 'default', name: 'payments' };

/** Evidence that says something. */
export const evidence = {
  kind: 'text' as const,
  text: 'Rolled back release 412 on 12 November; it took four minutes.',
};

/** A week that is over, of a team that worked. */
export const toilEntry = {
  week: '2026-W45',
  minutes: 90,
  trigger: 'reactive' as const,
  nature: 'toil' as const,
};

/** What somebody wants to get done with `checkout`. */
export const journey = {
  title: 'Check out a basket',
  kind: 'user' as const,
  importance: 'critical' as const,
  beneficiary: 'People who buy',
};

/** What watches `checkout`. */
export const alert = {
  name: 'CheckoutErrorBudgetBurn',
  severity: 'SEV1',
  response: 'page' as const,
  runbookUrl: 'https://wiki.example.com/runbooks/checkout',
};

/** Somebody asks about an SLO. */
export const question = { version: 1, text: 'Are retries counted too?' };

const discussed = new WeakMap<TestReadinessBackend, string>();

/** An SLO to ask about; one is enough, and an entity has at most 50. */
export async function discussedSlo(
  backend: TestReadinessBackend,
): Promise<string> {
  const known = discussed.get(backend);
  if (known) return known;
  const { slo } = await draftedSlo(backend);
  discussed.set(backend, slo.id);
  return slo.id;
}

/** A question by somebody who only reads. */
export async function asked(backend: TestReadinessBackend) {
  const sloId = await discussedSlo(backend);
  const { body } = await backend
    .as('reader')
    .call(routes.askQuestion, { params: { sloId }, body: question });
  return { sloId, questionId: body.id };
}

/** The product owner lets a colleague decide for a week. */
export const delegation = () => ({
  delegateRef: people.reader,
  validUntil: Date.now() + 7 * 24 * 60 * 60 * 1000,
  reason: 'On leave until the end of the week.',
});

/** A delegation by the product owner. */
export async function delegated(backend: TestReadinessBackend) {
  const { body } = await backend
    .as('productOwner')
    .call(routes.addDelegation, { body: delegation() });
  return body;
}

/** What tells one severity from another. */
export const criteria = {
  criteria: [
    {
      severity: 'SEV1',
      text: 'More than 5 % of checkouts fail for 10 minutes',
    },
  ],
};

/** What somebody may write about an SLO, given a journey. */
export function sloContent(
  journeyId: string,
  change: Partial<SloContentInput> = {},
): SloContentInput {
  return {
    journeyId,
    accountableRole: 'product-owner',
    sliText: 'the proportion of checkouts that succeed within 2 seconds',
    target: '99.9',
    window: { kind: 'rolling', n: 28, unit: 'day' },
    budgetingMethod: 'Occurrences',
    exclusions: [],
    enforcement: 'permissive',
    rationale: {
      text: 'Support gets calls below that',
      basis: 'observed',
      evidenceUrls: [],
    },
    reviewCadence: 'quarterly',
    ...change,
  };
}

/** The version of an item's answer, 0 when there is none. */
export async function itemVersion(
  backend: TestReadinessBackend,
  { itemId, ...entity }: typeof rollback,
): Promise<number> {
  const { body } = await backend
    .as('administrator')
    .call(routes.getReadiness, { params: entity });
  return body.items.find(item => item.itemId === itemId)?.version ?? 0;
}

/** Somebody has answered; the answer waits. Returns its version. */
export async function answered(
  backend: TestReadinessBackend,
  item = rollback,
  by: CallerName = 'colleague',
): Promise<number> {
  const { body } = await backend.as(by).call(routes.attestItem, {
    params: item,
    body: { evidence },
    ifMatch: await itemVersion(backend, item),
  });
  return body.item.version;
}

/** A request for an exemption that could be granted. */
export const exemption = () => ({
  kind: 'exemption' as const,
  reason: 'The vendor mends the rollback in the spring release',
  compensatingControl: 'Two people watch every release and can switch it off',
  until: Date.now() + 90 * 86_400_000,
});

/** Somebody has asked for an exemption. Returns the item's version. */
export async function askedForExemption(
  backend: TestReadinessBackend,
  item = rollback,
  by: CallerName = 'colleague',
): Promise<number> {
  const { body } = await backend.as(by).call(routes.requestWaiver, {
    params: item,
    body: { waiver: exemption() },
    ifMatch: await itemVersion(backend, item),
  });
  return body.item.version;
}

/** An exemption was asked for and granted. Returns the item's version. */
export async function exempt(
  backend: TestReadinessBackend,
  item = rollback,
): Promise<number> {
  const { body } = await backend.as('reviewer').call(routes.approveWaiver, {
    params: item,
    ifMatch: await askedForExemption(backend, item),
  });
  return body.item.version;
}

/** The entity has a journey. Returns its id. */
export async function journeyOf(
  backend: TestReadinessBackend,
  entity = checkout,
): Promise<string> {
  const { body } = await backend
    .as('owner')
    .call(routes.getEntitySlos, { params: entity });
  if (body.journeys.length > 0) return body.journeys[0].id;
  const added = await backend.as('owner').call(routes.addJourney, {
    params: entity,
    body: journey,
  });
  return added.body.id;
}

/** The team has drafted an SLO and, unless told otherwise, asks to sign it. */
export async function draftedSlo(
  backend: TestReadinessBackend,
  options: { requestSignatures?: boolean; target?: string } = {},
): Promise<SloPageView> {
  const { requestSignatures = true, target = '99.9' } = options;
  const { body } = await backend.as('owner').call(routes.addSlo, {
    params: checkout,
    body: {
      content: sloContent(await journeyOf(backend), { target }),
      requestSignatures,
    },
    idempotencyKey: randomUUID(),
  });
  return body;
}

/** An SLO to read; one that is there already will do. Returns its id. */
export async function someSlo(backend: TestReadinessBackend): Promise<string> {
  const { body } = await backend
    .as('owner')
    .call(routes.getEntitySlos, { params: checkout });
  return body.slos[0]?.id ?? (await draftedSlo(backend)).slo.id;
}

/** What somebody sends who agrees to the newest version as shown. */
export function agreement(page: SloPageView) {
  const version = page.slo.proposal ?? page.slo.inForce;
  if (!version) throw new Error('There is no version to agree to');
  return {
    params: { sloId: page.slo.id, version: version.version },
    body: {
      meaning: 'approve' as const,
      contentDigest: version.contentDigest,
      shownDigest: version.shownDigest,
    },
  };
}

/** Somebody of the team has logged work. */
export async function loggedToil(backend: TestReadinessBackend) {
  const { body } = await backend.as('owner').call(routes.logToil, {
    params: payments,
    body: toilEntry,
  });
  return body.entry;
}

/** Somebody of the team has written down an alert; the owner, unless told. */
export async function recordedAlert(
  backend: TestReadinessBackend,
  by: CallerName = 'owner',
) {
  const { body } = await backend.as(by).call(routes.addAlert, {
    params: checkout,
    body: alert,
    idempotencyKey: randomUUID(),
  });
  return body;
}

/** A week in percent. */
export const allocation: AllocationInput = {
  parts: [
    { trigger: 'reactive', nature: 'toil', percent: 40 },
    { trigger: 'proactive', nature: 'engineering', percent: 35 },
    { trigger: 'reactive', nature: 'engineering', percent: 20 },
    { trigger: 'proactive', nature: 'overhead', percent: 5 },
  ],
};

/** The version of the team's allocation, 0 when there is none. */
export async function allocationVersion(
  backend: TestReadinessBackend,
): Promise<number> {
  const { body } = await backend.as('owner').call(routes.getAllocation, {
    params: { ...payments, week: toilEntry.week },
  });
  return body.version;
}

/** Somebody of the team has split a week in percent. Returns its version. */
export async function allocated(
  backend: TestReadinessBackend,
): Promise<number> {
  const { body } = await backend.as('owner').call(routes.putAllocation, {
    params: { ...payments, week: toilEntry.week },
    body: allocation,
    ifMatch: await allocationVersion(backend),
  });
  return body.version;
}

/** Records of an entity, and another one of its kind without any. */
export async function recordsToMove(backend: TestReadinessBackend) {
  const refs = ['component:default/search-index', 'component:default/orphan'];
  const rows = await backend
    .knex('directory_entities')
    .whereIn('ref', refs)
    .orderBy('ref', 'desc')
    .select('id', 'ref', 'uid');
  const [from, to] = rows.map(({ ref, uid }) => ({ ref, uid }));
  await backend
    .knex('slo_needs')
    .insert({
      entity_id: rows[0].id,
      reason: 'Only used once a year, by hand',
      version: 1,
      set_by: people.owner,
      set_at: 0,
    })
    .onConflict('entity_id')
    .ignore();
  return { from, to };
}

/** How severities are told apart for `checkout` at the moment. */
export async function criteriaOf(backend: TestReadinessBackend) {
  const { body } = await backend
    .as('administrator')
    .call(routes.getEntitySlos, { params: checkout });
  return body.severityCriteria;
}

/** What happens when the budget of `checkout` is gone. */
export const budgetPolicy = {
  title: 'When the error budget is gone',
  steps: [
    {
      budgetLeft: 0,
      action: 'Releases pause until the number is met again.',
      responsible: 'The owning team',
    },
  ],
  escalation: 'The CTO decides when people disagree.',
};

const policies = new WeakMap<TestReadinessBackend, string>();

/** A policy that waits for its signature; one is enough for all. */
export async function policyOf(backend: TestReadinessBackend) {
  const known = policies.get(backend);
  if (known) {
    const { body } = await backend
      .as('owner')
      .call(routes.getBudgetPolicy, { params: { policyId: known } });
    return body.policy;
  }
  const { body } = await backend.as('owner').call(routes.addBudgetPolicy, {
    params: checkout,
    body: { content: budgetPolicy, requestSignatures: true },
    idempotencyKey: randomUUID(),
  });
  policies.set(backend, body.policy.id);
  return body.policy;
}
