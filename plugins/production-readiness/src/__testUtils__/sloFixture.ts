import {
  contentDigestOf,
  differenceOf,
  type EntitySlosView,
  shownDigestOf,
  signerSummaryOf,
  type SloMaterial,
  sloMaterialSchema,
  type SloPageView,
  type SloView,
  type VersionView,
} from '@prodready/backstage-plugin-production-readiness-common';

/** The moment of the tests. */
export const NOW = Date.UTC(2026, 10, 23, 12);

export const SLO_ID = '6a0c2f9e-6f3a-4d0c-9a60-0b7d6a2f0c11';
const JOURNEY_ID = '0d2c9b0e-9d51-4b50-8f0d-2c7b8a5d6e21';

const journey = {
  id: JOURNEY_ID,
  title: 'Check out a basket',
  kind: 'user' as const,
  importance: 'critical' as const,
  beneficiary: 'Shoppers',
};

/** What is agreed to, with changes. */
export function material(change: Partial<SloMaterial> = {}): SloMaterial {
  return sloMaterialSchema.parse({
    sloId: SLO_ID,
    entityRef: 'component:default/checkout',
    journey,
    sliText: 'the proportion of checkouts that succeed within 2 seconds',
    target: '99.9',
    rationale: { text: 'Shoppers leave below that.', basis: 'observed' },
    accountableOwner: { userRef: 'user:default/mika', role: 'product-owner' },
    ...change,
  });
}

/** A version that waits for its signatures. */
export function version(
  number: number,
  content: SloMaterial,
  change: Partial<VersionView> = {},
  inForce?: SloMaterial,
): VersionView {
  const summary = signerSummaryOf(content, inForce, NOW);
  return {
    version: number,
    state: 'in_review',
    contentDigest: contentDigestOf(content),
    material: content,
    editor: { userRef: 'user:default/dev', name: 'Dev' },
    createdAt: NOW,
    requestedAt: NOW,
    requirements: [
      {
        kind: 'approval',
        roles: ['product-owner', 'cto'],
        met: false,
        by: [],
      },
      { kind: 'technical-review', roles: [], met: true, by: ['user:x/sre'] },
    ],
    summary,
    shownDigest: shownDigestOf(summary),
    decisions: ['approve', 'request-changes', 'reject'],
    actingAs: { role: 'product-owner', onBehalfOf: null },
    requestable: false,
    ...change,
  };
}

/** An SLO with a proposal, beside a version in force where one is given. */
export function slo(change: Partial<SloView> = {}): SloView {
  const proposal = version(1, material());
  const newest = change.proposal === undefined ? proposal : change.proposal;
  const versions = [newest, change.inForce].filter(
    one => one !== undefined && one !== null,
  );
  return {
    id: SLO_ID,
    entityRef: 'component:default/checkout',
    version: 1,
    editorial: { labels: {}, links: [], version: 0 },
    state: 'in_review',
    overlays: [],
    reviewBy: null,
    inForce: null,
    proposal,
    retired: null,
    disputes: [],
    questions: [],
    disputeDecidedBy: null,
    changes: [],
    history: versions.map(one => ({
      version: one.version,
      state: one.state,
      contentDigest: one.contentDigest,
      target: one.material.target,
      editor: one.editor,
      createdAt: one.createdAt,
      requestedAt: one.requestedAt,
    })),
    signatures: [],
    ...change,
  };
}

/** An SLO in force at 99.9 with a proposal of 99.95 beside it. */
export function proposedSlo(): SloView {
  const before = material();
  const after = material({ target: '99.95' });
  return slo({
    state: 'proposed',
    reviewBy: NOW + 9 * 86_400_000,
    inForce: version(1, before, { state: 'in_force', decisions: [] }),
    proposal: version(2, after, {}, before),
    changes: differenceOf(before, after),
  });
}

const owners: EntitySlosView['owners'] = [
  {
    role: 'product-owner',
    holder: { userRef: 'user:default/mika', name: 'Mika' },
    origin: {
      place: 'system',
      entityRef: 'system:default/shop',
      by: 'annotation',
    },
    vacant: false,
    group: null,
    settable: true,
    version: 0,
  },
  {
    role: 'cto',
    holder: null,
    origin: null,
    vacant: true,
    group: null,
    settable: true,
    version: 0,
  },
];

/** What the page of an SLO answers. */
export function page(view: SloView = slo()): SloPageView {
  return {
    entityRef: view.entityRef,
    entityTitle: 'Checkout API',
    owners,
    slo: view,
    mayEdit: true,
    asOf: NOW,
  };
}

/** What an entity's SLO page answers. */
export function entitySlos(
  change: Partial<EntitySlosView> = {},
): EntitySlosView {
  return {
    entityRef: 'component:default/checkout',
    entityTitle: 'Checkout API',
    tier: 2,
    policy: {
      approval: 'any',
      roles: ['product-owner', 'cto'],
      technicalReview: true,
    },
    owners,
    ownerHistory: [],
    journeys: [{ ...journey, version: 1 }],
    slos: [],
    budgetPolicies: [],
    alerts: [],
    rules: [],
    severities: ['SEV1', 'SEV2', 'SEV3'],
    severityCriteria: {
      place: null,
      criteria: [],
      version: 0,
      organisationVersion: 0,
      mayEditOrganisation: false,
    },
    need: { notNeeded: null, mayDecide: true, version: 0 },
    holes: [],
    mayEdit: true,
    asOf: NOW,
    ...change,
  };
}
