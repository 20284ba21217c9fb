import {
  BudgetPolicyMaterial,
  budgetPolicyDifference,
  budgetPolicySummaryOf,
  BudgetPolicySummary,
  differenceOf,
  namedPolicyOf,
  NamedPolicy,
  SignerSummary,
  signerSummaryOf,
  SloCase,
  SloChange,
  SloMaterial,
  SloStanding,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  DerivedPolicy,
  DerivedSlo,
  EntitySlos,
  materialOf,
  policyMaterialOf,
} from '../EntitySlos';
import { DocumentRecord } from '../records';
import { DocumentKind } from './DocumentStore';

/**
 * An SLO or an error-budget policy, as signing looks at it: both go through
 * versions and signatures by the same rules.
 */
export interface SignedDocument<
  Material extends SloMaterial | BudgetPolicyMaterial =
    | SloMaterial
    | BudgetPolicyMaterial,
  Summary = SignerSummary | BudgetPolicySummary,
> {
  kind: DocumentKind;
  /** What a sentence calls it. */
  noun: string;
  record: DocumentRecord;
  standing: SloStanding;
  /** As the rules about deciding look at it. */
  case: SloCase;
  material(version: number): Material;
  /** What a signer of a version sees, from the content in force on. */
  summary(version: number): Summary;
  /** From one version to another, field by field. */
  changes(from: number, to: number): SloChange[];
}

/** An SLO of an entity, for signing. */
export function sloDocument(
  context: EntitySlos,
  slo: DerivedSlo,
): SignedDocument<SloMaterial, SignerSummary> {
  const { record, standing } = slo;
  const material = (version: number) => materialOf(slo, version);
  return {
    kind: 'slo',
    noun: 'SLO',
    record,
    standing,
    case: {
      policy: context.policy,
      owners: context.owners,
      versions: record.versions,
      signatures: record.signatures,
      standing,
    },
    material,
    summary: version =>
      signerSummaryOf(
        material(version),
        contentBeside(standing, version, material),
        context.now,
        context.around,
        namedPolicyIn(context, material(version)),
      ),
    changes: (from, to) => differenceOf(material(from), material(to)),
  };
}

/** An error-budget policy, for signing. */
export function policyDocument(
  context: EntitySlos,
  policy: DerivedPolicy,
): SignedDocument<BudgetPolicyMaterial, BudgetPolicySummary> {
  const { record, standing } = policy;
  const material = (version: number) => policyMaterialOf(policy, version);
  return {
    kind: 'error_budget_policy',
    noun: 'error-budget policy',
    record,
    standing,
    case: {
      policy: context.budgetPolicySignatures,
      owners: policy.owners,
      versions: record.versions,
      signatures: record.signatures,
      standing,
    },
    material,
    summary: version =>
      budgetPolicySummaryOf(
        material(version),
        contentBeside(standing, version, material),
      ),
    changes: (from, to) => budgetPolicyDifference(material(from), material(to)),
  };
}

/** The content in force, unless it is the one in question. */
function contentBeside<T>(
  { inForce }: SloStanding,
  version: number,
  material: (version: number) => T,
): T | undefined {
  return inForce === null || inForce === version
    ? undefined
    : material(inForce);
}

/**
 * What the policy that an SLO names says, whoever reads it: it is part of what
 * is agreed to. Only its title and text, not whose it is.
 */
function namedPolicyIn(
  context: EntitySlos,
  { policyRef }: SloMaterial,
): NamedPolicy | null {
  if (!policyRef) return null;
  const policy = context.policies.find(
    one => one.record.publicId === policyRef.id,
  );
  const version = policy?.record.versions.find(
    one =>
      one.version === policyRef.version &&
      one.contentDigest === policyRef.digest,
  );
  if (!policy || !version) return null;
  return namedPolicyOf(
    policyRef,
    policyMaterialOf(policy, policyRef.version),
    policy.standing.inForce,
  );
}
