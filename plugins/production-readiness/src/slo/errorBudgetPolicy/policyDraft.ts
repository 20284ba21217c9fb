import {
  type BudgetPolicyInput,
  type BudgetPolicyMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';

/** A step as its fields hold it: a number is a text while it is typed. */
export interface StepDraft {
  budgetLeft: string;
  action: string;
  responsible: string;
}

/** An error-budget policy that is being written. @internal */
export interface PolicyDraft {
  title: string;
  purpose: string;
  /** The last one is what happens when nothing is left. */
  steps: StepDraft[];
  /** One a line. */
  exceptions: string;
  incident: { budgetUsed: string; action: string; responsible: string };
  escalation: string;
  accountableRole: string;
  reviewCadence: BudgetPolicyInput['reviewCadence'];
}

/** The fields of which something can be wrong. @internal */
export type PolicyProblem =
  | 'title'
  | 'action'
  | 'responsible'
  | 'budgetLeft'
  | 'incident'
  | 'escalation';

/** A new policy: only what has to be said. @internal */
export const EMPTY_POLICY: PolicyDraft = {
  title: '',
  purpose: '',
  steps: [{ budgetLeft: '0', action: '', responsible: '' }],
  exceptions: '',
  incident: { budgetUsed: '', action: '', responsible: '' },
  escalation: '',
  accountableRole: 'cto',
  reviewCadence: 'half-yearly',
};

/** The draft of a change. @internal */
export function policyDraftOf(material: BudgetPolicyMaterial): PolicyDraft {
  const { incident } = material;
  return {
    title: material.title,
    purpose: material.purpose ?? '',
    steps: material.steps.map(one => ({
      ...one,
      budgetLeft: String(one.budgetLeft),
    })),
    exceptions: material.exceptions.join('\n'),
    incident: incident
      ? { ...incident, budgetUsed: String(incident.budgetUsed) }
      : EMPTY_POLICY.incident,
    escalation: material.escalation,
    accountableRole: material.accountableOwner?.role ?? 'cto',
    reviewCadence: material.reviewCadence,
  };
}

/** What is sent. @internal */
export function policyContentOf(draft: PolicyDraft): BudgetPolicyInput {
  const { incident, purpose } = draft;
  return {
    title: draft.title.trim(),
    ...(purpose.trim() !== '' && { purpose: purpose.trim() }),
    steps: draft.steps.map(one => ({
      budgetLeft: Number(one.budgetLeft),
      action: one.action.trim(),
      responsible: one.responsible.trim(),
    })),
    exceptions: draft.exceptions
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
    ...(hasIncident(draft) && {
      incident: {
        budgetUsed: Number(incident.budgetUsed),
        action: incident.action.trim(),
        responsible: incident.responsible.trim(),
      },
    }),
    escalation: draft.escalation.trim(),
    accountableRole: draft.accountableRole,
    reviewCadence: draft.reviewCadence,
  };
}

/** What has to be mended before a policy can be saved. @internal */
export function policyProblemsOf(draft: PolicyDraft): Set<PolicyProblem> {
  const found = new Set<PolicyProblem>();
  const isShort = (text: string) => text.trim().length < 5;
  const isEmpty = (text: string) => text.trim() === '';
  if (isEmpty(draft.title)) found.add('title');
  if (draft.steps.some(one => isShort(one.action))) found.add('action');
  if (draft.steps.some(one => isEmpty(one.responsible))) {
    found.add('responsible');
  }
  const shares = draft.steps.map(one => one.budgetLeft.trim());
  const isDown = shares.every(
    (share, index) =>
      /^\d{1,2}$/.test(share) &&
      (index === 0 || Number(shares[index - 1]) > Number(share)),
  );
  if (!isDown) found.add('budgetLeft');
  if (hasIncident(draft)) {
    const { budgetUsed, action, responsible } = draft.incident;
    const used = Number(budgetUsed);
    const isWhole = /^\d{1,3}$/.test(budgetUsed.trim());
    if (
      !isWhole ||
      used < 1 ||
      used > 100 ||
      isShort(action) ||
      isEmpty(responsible)
    ) {
      found.add('incident');
    }
  }
  if (isShort(draft.escalation)) found.add('escalation');
  return found;
}

/** Steps are told most budget first, in whatever order they were added. */
export function inOrder(draft: PolicyDraft): PolicyDraft {
  const steps = [...draft.steps].sort(
    (one, other) => Number(other.budgetLeft) - Number(one.budgetLeft),
  );
  return { ...draft, steps };
}

function hasIncident({ incident }: PolicyDraft): boolean {
  return Object.values(incident).some(text => text.trim() !== '');
}
