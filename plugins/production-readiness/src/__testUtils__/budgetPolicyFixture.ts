import {
  type BudgetPolicyLine,
  type BudgetPolicyMaterial,
  budgetPolicyMaterialSchema,
  type BudgetPolicyPageView,
  budgetPolicySummaryOf,
  type BudgetPolicyVersionView,
  type BudgetPolicyView,
  contentDigestOf,
  shownDigestOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { NOW } from './sloFixture';

export const POLICY_ID = '4b3a1c7a-54a4-4b0f-8f44-0d6b0a3c5f90';

/** What a policy says, with changes. */
export function policyMaterial(
  change: Partial<BudgetPolicyMaterial> = {},
): BudgetPolicyMaterial {
  return budgetPolicyMaterialSchema.parse({
    policyId: POLICY_ID,
    entityRef: 'component:default/checkout',
    title: 'When our budget shrinks',
    steps: [
      {
        budgetLeft: 25,
        action: 'Reliability comes first in planning.',
        responsible: 'The team lead',
      },
      {
        budgetLeft: 0,
        action: 'Releases pause, but for fixes.',
        responsible: 'The owning team',
      },
    ],
    exceptions: ['Fixes for security'],
    escalation: 'The CTO decides within a day.',
    accountableOwner: { userRef: 'user:default/kenji', role: 'cto' },
    ...change,
  });
}

/** A version that waits for its signature. */
export function policyVersion(
  content: BudgetPolicyMaterial = policyMaterial(),
  change: Partial<BudgetPolicyVersionView> = {},
): BudgetPolicyVersionView {
  const summary = budgetPolicySummaryOf(content, undefined);
  return {
    version: 1,
    state: 'in_review',
    contentDigest: contentDigestOf(content),
    material: content,
    editor: { userRef: 'user:default/dev', name: 'Dev' },
    createdAt: NOW,
    requestedAt: NOW,
    requirements: [{ kind: 'approval', roles: ['cto'], met: false, by: [] }],
    summary,
    shownDigest: shownDigestOf(summary),
    decisions: ['approve', 'request-changes', 'reject'],
    actingAs: { role: 'cto', onBehalfOf: null },
    requestable: false,
    ...change,
  };
}

/** What the page of a policy answers. */
export function policyPage(
  change: Partial<BudgetPolicyView> = {},
): BudgetPolicyPageView {
  const { material, ...line } = policyVersion();
  return {
    policy: {
      id: POLICY_ID,
      entityRef: 'component:default/checkout',
      entityTitle: 'Checkout API',
      version: 1,
      state: 'in_review',
      overlays: [],
      reviewBy: null,
      inForce: null,
      proposal: policyVersion(),
      retired: null,
      disputes: [],
      disputeDecidedBy: null,
      changes: [],
      history: [
        {
          version: line.version,
          state: line.state,
          contentDigest: line.contentDigest,
          editor: line.editor,
          createdAt: line.createdAt,
          requestedAt: line.requestedAt,
          title: material.title,
        },
      ],
      signatures: [],
      mayEdit: true,
      ...change,
    },
    asOf: NOW,
  };
}

/** A policy in force, as a list shows it. */
export function policyLine(
  change: Partial<BudgetPolicyLine> = {},
): BudgetPolicyLine {
  const content = policyMaterial();
  return {
    id: POLICY_ID,
    entityRef: 'system:default/shop',
    entityTitle: 'shop',
    title: content.title,
    state: 'in_force',
    inForce: { version: 1, digest: contentDigestOf(content) },
    steps: content.steps,
    reviewBy: NOW,
    ...change,
  };
}
