import type {
  ChecklistDefinition,
  ChecklistItemDefinition,
  ItemView,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';

export const NOW = Date.UTC(2026, 10, 22, 12);
export const DAY = 86_400_000;
export const ENTITY_REF = 'component:default/checkout';
const DIGEST = 'a'.repeat(64);

/** An item's words, recognisable by its id. */
export function words(
  id: string,
  changes: Partial<ChecklistItemDefinition> = {},
): ChecklistItemDefinition {
  const both = (text: string) => ({ en: `${id} ${text}`, ja: `${id} ${text}` });
  return {
    id,
    section: 'operations',
    title: both('title'),
    why: both('why'),
    risk: both('risk'),
    how: both('how'),
    evidence: both('evidence'),
    phase: 'pre-production',
    tiers: [1, 2],
    weight: 'high',
    kind: 'manual',
    reattestDays: 180,
    sources: [],
    reads: [],
    ...changes,
  };
}

/** An item that nobody answered and that the reader may answer. */
export function view(
  itemId: string,
  changes: Partial<ItemView> = {},
): ItemView {
  return {
    itemId,
    state: 'open',
    required: true,
    satisfied: false,
    due: false,
    fact: null,
    validUntil: null,
    version: 0,
    answer: null,
    basis: null,
    waiver: null,
    inherited: null,
    move: 'team',
    reviewerRef: null,
    canAttest: { allowed: true, reason: null },
    selfAccepts: null,
    acts: [],
    ...changes,
  };
}

/** An answer in words that waits for a decision. */
export function waitingAnswer(
  text: string,
  name = 'Hanako',
): NonNullable<ItemView['answer']> {
  return {
    evidence: { kind: 'text', text },
    by: { ref: `user:default/${name.toLowerCase()}`, name },
    at: NOW - 2 * DAY,
    decision: 'waiting',
    decidedBy: null,
    decidedAt: null,
    comment: null,
  };
}

export function checklistOf(
  ...items: ChecklistItemDefinition[]
): ChecklistDefinition {
  const named = (name: string) => ({ en: name, ja: name });
  return {
    id: 'default',
    version: '1.0.0',
    digest: DIGEST,
    title: named('Readiness'),
    description: named('Readiness'),
    phases: [{ id: 'pre-production', title: named('Pre-production') }],
    levels: [
      { id: 'bronze', title: named('Bronze'), phases: ['pre-production'] },
    ],
    sections: [
      { id: 'operations', title: named('Operations') },
      { id: 'releases', title: named('Releases') },
    ],
    sources: [],
    startHere: [items[0]?.id].filter(id => id !== undefined),
    items,
  };
}

/** A service with the given items; numbers follow from them. */
export function readinessOf(
  items: ItemView[],
  changes: Partial<ReadinessView> = {},
): ReadinessView {
  const required = items.filter(item => item.required);
  return {
    entity: {
      ref: ENTITY_REF,
      kind: 'component',
      namespace: 'default',
      name: 'checkout',
      title: 'checkout',
      type: 'service',
      lifecycle: 'production',
      tier: 2,
      tierOrigin: 'lifecycle',
      phase: 'general-availability',
      ownerRef: 'group:default/payments',
      ownerExists: true,
      systemRef: null,
    },
    checklist: { id: 'default', version: '1.0.0', digest: DIGEST },
    summary: {
      level: 'none',
      score: 0,
      required: required.length,
      satisfied: required.filter(item => item.satisfied).length,
      waiting: 0,
      exempt: 0,
      nextDue: null,
    },
    canEvaluate: { allowed: true, reason: null },
    adoptionUntil: null,
    focus: null,
    blockers: [],
    nextSteps: [],
    items,
    slo: { state: 'none', agreed: 0, waiting: 0, owners: [] },
    toil: null,
    asOf: NOW,
    ...changes,
  };
}

/** What the readiness tab asks for beside the readiness itself. */
export const ASIDE_ANSWERS = {
  listReviews: () => ({
    phase: 'general-availability',
    mode: 'reviewers',
    phases: [],
    reviews: [],
    load: [],
    asOf: NOW,
  }),
  getGate: () => ({
    entityRef: ENTITY_REF,
    decision: 'pass',
    mode: 'warn',
    phase: 'general-availability',
    blockers: [],
    adoptionUntil: null,
    trafficCap: null,
    pass: null,
    followUps: [],
    canPass: false,
    asOf: NOW,
  }),
};
