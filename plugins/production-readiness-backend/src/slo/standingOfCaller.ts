import {
  OwnerRole,
  SignatureMeaning,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access/Caller';
import { SloConfig } from './config';
import { DerivedSlo, EntitySlos, latestOf } from './EntitySlos';

/** What a caller is to an entity, found out on the server. */
export interface CallerStanding {
  /** A person who is in the catalog, and no service in a person's name. */
  isPerson: boolean;
  userRef: string;
  /** Roles that the caller holds for this entity. */
  roles: OwnerRole[];
  /** In the owning team, or in the configured reviewer group. */
  mayReview: boolean;
  mayEdit: boolean;
  /** A person who administers the plugin. */
  isAdmin: boolean;
}

/**
 * What a caller is to an entity. Nothing of it comes from the request.
 *
 * @param context - read with the caller among `people`
 */
export function standingOfCaller(
  caller: Caller,
  context: EntitySlos,
  config: SloConfig,
): CallerStanding {
  const userRef = caller.userRef ?? '';
  // A guest has no User entity, so nobody can tell who would have signed.
  const isPerson =
    caller.kind === 'user' && !caller.onBehalfOf && context.people.has(userRef);
  const belongsTo = (ref: string | undefined) =>
    ref !== undefined && caller.principals.includes(ref);
  const roles = context.owners
    .filter(one => !one.vacant && one.userRef === userRef)
    .map(one => one.role);
  const inTeam = context.entity.ownerRefs.some(belongsTo);
  const reviewers = config.reviewerGroups[context.entity.tier];
  return {
    isPerson,
    userRef,
    roles: isPerson ? roles : [],
    mayReview: isPerson && (inTeam || belongsTo(reviewers)),
    mayEdit: isPerson && (inTeam || roles.length > 0 || caller.isAdmin),
    isAdmin: isPerson && caller.isAdmin,
  };
}

/**
 * What a caller may say about a version now.
 */
export function decisionsOn(
  standing: CallerStanding,
  context: EntitySlos,
  slo: DerivedSlo,
  version: number,
): SignatureMeaning[] {
  const record = slo.record.versions.find(one => one.version === version);
  if (!record) return [];
  const { said, approvedAs } = currentWord(slo, standing.userRef, record);
  const isOwner = standing.roles.length > 0;
  switch (slo.standing.versions.get(version)) {
    case 'in_force':
      return [
        ...(isOwner && mayRenew(context, slo) ? (['approve'] as const) : []),
        ...(isOwner && said.has('approve') ? (['withdraw'] as const) : []),
      ];
    case 'in_review':
    case 'withdrawn':
      return version === latestOf(slo).version
        ? openDecisions(standing, context, record, { said, approvedAs })
        : [];
    case 'rejected':
    case 'changes_requested':
      // Only who refused can take it back; for the others it needs an edit.
      return said.has('reject') || said.has('request-changes')
        ? openDecisions(standing, context, record, { said, approvedAs }).filter(
            meaning => meaning === 'approve' || meaning === 'technical-review',
          )
        : [];
    default:
      return [];
  }
}

function openDecisions(
  standing: CallerStanding,
  context: EntitySlos,
  version: { editorRef: string; accountableOwner: { userRef: string } | null },
  { said, approvedAs }: Word,
): SignatureMeaning[] {
  const decisions: SignatureMeaning[] = [];
  const isOwner = standing.roles.length > 0;
  const canReview =
    context.policy.technicalReview &&
    standing.mayReview &&
    standing.userRef !== version.editorRef;
  if (
    ownerIsCurrent(context, version) &&
    approvingRole(standing, context, approvedAs)
  ) {
    decisions.push('approve');
  }
  if (canReview && !said.has('technical-review')) {
    decisions.push('technical-review');
  }
  if (isOwner || canReview) decisions.push('request-changes');
  if (isOwner) decisions.push('reject');
  if (said.has('approve') || said.has('technical-review')) {
    decisions.push('withdraw');
  }
  return decisions;
}

/** Whether the content names who answers for the entity today. */
export function ownerIsCurrent(
  context: EntitySlos,
  version: { accountableOwner: { userRef: string; role?: string } | null },
): boolean {
  const { accountableOwner } = version;
  return context.owners.some(
    one =>
      !one.vacant &&
      one.userRef === accountableOwner?.userRef &&
      (!accountableOwner.role || accountableOwner.role === one.role),
  );
}

/** An agreement is renewed when its review is due and its owner the same. */
function mayRenew(context: EntitySlos, slo: DerivedSlo): boolean {
  const { overlays, inForce } = slo.standing;
  const version = slo.record.versions.find(one => one.version === inForce);
  return (
    (overlays.includes('review_due') || overlays.includes('overdue')) &&
    version !== undefined &&
    ownerIsCurrent(context, version)
  );
}

/**
 * The role in which a caller agrees next; undefined when there is none left.
 * Where every owner has to agree, who holds two roles agrees in each.
 */
export function approvingRole(
  standing: CallerStanding,
  context: EntitySlos,
  approvedAs: ReadonlySet<string>,
): OwnerRole | undefined {
  if (context.policy.approval !== 'all' && approvedAs.size > 0)
    return undefined;
  return standing.roles.find(role => !approvedAs.has(role));
}

/** What a person last said about a content. */
export interface Word {
  /** Agreeing and reviewing stand side by side; all else replaces. */
  said: Set<SignatureMeaning>;
  /** The roles in which the person agreed. */
  approvedAs: Set<string>;
}

/**
 * Reads a person's last word about a version. An agreement counts for its
 * content until another content is agreed on; a refusal is about the version.
 */
export function currentWord(
  slo: DerivedSlo,
  userRef: string,
  version: { version: number },
): Word {
  const counted = slo.standing
    .counted(version.version)
    .filter(one => one.signerRef === userRef);
  const last = slo.record.signatures
    .filter(one => one.signerRef === userRef && one.version === version.version)
    .pop();
  const refused =
    last?.meaning === 'reject' || last?.meaning === 'request-changes';
  return {
    said: new Set([
      ...counted.map(one => one.meaning),
      ...(refused ? [last.meaning] : []),
    ]),
    approvedAs: new Set(
      counted.filter(one => one.meaning === 'approve').map(one => one.role),
    ),
  };
}
