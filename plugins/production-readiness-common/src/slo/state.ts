import {
  Agreement,
  agreementOf,
  SignatureFact,
  VersionFact,
} from './agreement';
import { OwnerRole, ResolvedOwner } from './owners';
import {
  CountedSignature,
  Requirement,
  requirementsOf,
  SignaturePolicy,
} from './signaturePolicy';

/** The state of one version. @public */
export const SLO_VERSION_STATES = [
  'draft',
  'in_review',
  'in_force',
  'rejected',
  'changes_requested',
  'withdrawn',
  'superseded',
  'recorded',
  'retired',
] as const;

/** One of {@link SLO_VERSION_STATES}. @public */
export type SloVersionState = (typeof SLO_VERSION_STATES)[number];

/** What has to be said about a version in force. @public */
export const SLO_OVERLAYS = [
  'disputed',
  'owner_vacant',
  'overdue',
  'drifted',
  'review_due',
  'owner_changed',
] as const;

/** One of {@link SLO_OVERLAYS}. @public */
export type SloOverlay = (typeof SLO_OVERLAYS)[number];

/** The state of an SLO in one word. @public */
export const SLO_STATES = [
  ...SLO_VERSION_STATES,
  ...SLO_OVERLAYS,
  'proposed',
] as const;

/** One of {@link SLO_STATES}. @public */
export type SloState = (typeof SLO_STATES)[number];

/** What the state depends on beside versions and signatures. @public */
export interface StateContext {
  /** Which signatures a version needs. */
  policy: SignaturePolicy;
  /** Milliseconds since the epoch. */
  now: number;
  /** How long before its day a review is called due, in milliseconds. */
  noticeMilliseconds: number;
  /** Who holds the roles now. */
  owners: ResolvedOwner[];
  /**
   * Whether a User may hold a role: is in the catalog, and in the Group that
   * the role asks for.
   */
  canHold(userRef: string, role: OwnerRole): boolean;
  /** Whether monitoring runs another number than this version says. */
  drifted?(version: number): boolean;
}

/** Two weeks before a review. @public */
export const DEFAULT_NOTICE_MILLISECONDS = 14 * 24 * 60 * 60 * 1000;

/** Where an SLO stands. @public */
export interface SloStanding {
  /** Of the document as a whole. */
  state: SloState;
  /** What is true beside the state, such as a dispute; any number of them. */
  overlays: SloOverlay[];
  /** Number of the version in force; null when none is. */
  inForce: number | null;
  /** The newest version when it is not the one in force; else null. */
  proposal: number | null;
  /** When the version in force has to be looked at again; null without one. */
  reviewBy: number | null;
  /** The next moment at which time alone changes any of this. */
  changesAt: number | null;
  /** Disputes about the version in force that wait for the CTO. */
  disputes: SignatureFact[];
  /** The signature that ended the SLO; null while it lives. */
  retired: SignatureFact | null;
  /** The state of each version, by its number. */
  versions: Map<number, SloVersionState>;
  /** Signatures that count towards the content of a version. */
  counted(version: number): CountedSignature[];
  /** What the policy asks of a version and who met it. */
  requirements(version: number): Requirement[];
}

/**
 * Derives where an SLO stands, whenever it is read. Nothing of it is stored: a
 * version is in force exactly while the signatures on its digest are complete.
 *
 * @param versions - at least one, in ascending order
 * @param signatures - in the order in which they were given
 * @public
 */
export function standingOf(
  versions: VersionFact[],
  signatures: SignatureFact[],
  context: StateContext,
): SloStanding {
  const agreement = agreementOf(
    context.policy,
    versions,
    signatures,
    context.noticeMilliseconds,
  );
  const latest = versions[versions.length - 1];
  const inForce = versions
    .filter(one => one.contentDigest === agreement.digest)
    .pop();
  const latestState = stateOfLatest(latest, agreement, context);
  const states = new Map<number, SloVersionState>();
  for (const one of versions) {
    states.set(one.version, one === latest ? latestState : 'superseded');
  }
  if (inForce) states.set(inForce.version, 'in_force');
  const { disputes, retired } = agreement;
  if (retired) states.set(retired.version, 'retired');

  const counted = (version: number) => {
    const content = versions.find(one => one.version === version);
    return content ? agreement.counted(content.contentDigest) : [];
  };
  const reviewBy = inForce ? agreement.reviewBy : null;
  const overlays =
    inForce && reviewBy !== null
      ? overlaysOf(inForce, reviewBy, disputes.length > 0, context)
      : [];
  const proposed = inForce !== undefined && inForce !== latest;
  return {
    state: retired
      ? 'retired'
      : headline(latestState, inForce !== undefined, proposed, overlays),
    overlays,
    inForce: inForce?.version ?? null,
    proposal: retired || inForce === latest ? null : latest.version,
    disputes,
    retired,
    reviewBy,
    changesAt: reviewBy === null ? null : nextChange(reviewBy, context),
    versions: states,
    counted,
    requirements: version => requirementsOf(context.policy, counted(version)),
  };
}

function nextChange(reviewBy: number, context: StateContext): number | null {
  const moments = [reviewBy - context.noticeMilliseconds, reviewBy];
  return moments.find(at => at > context.now) ?? null;
}

function stateOfLatest(
  latest: VersionFact,
  agreement: Agreement,
  context: StateContext,
): SloVersionState {
  if (agreement.retired) {
    return latest.version === agreement.retired.version
      ? 'retired'
      : 'superseded';
  }
  if (latest.contentDigest === agreement.digest) return 'in_force';
  if (context.policy.approval === 'none') return 'recorded';
  // A refusal is about this proposal: the same content may be proposed again.
  const words = agreement.objections
    .filter(one => one.version === latest.version)
    .map(one => one.meaning);
  if (words.includes('reject') || words.includes('overturn')) return 'rejected';
  if (words.includes('request-changes')) return 'changes_requested';
  if (latest.contentDigest === agreement.withdrawnDigest) return 'withdrawn';
  return latest.requestedAt === null ? 'draft' : 'in_review';
}

function headline(
  latestState: SloVersionState,
  isInForce: boolean,
  proposed: boolean,
  overlays: SloOverlay[],
): SloState {
  if (!isInForce) return latestState;
  const [overlay] = overlays;
  if (overlay && overlay !== 'owner_changed') return overlay;
  if (proposed) return 'proposed';
  return overlay ?? 'in_force';
}

/** In the order of {@link SLO_OVERLAYS}: the gravest first. */
function overlaysOf(
  inForce: VersionFact,
  reviewBy: number,
  disputed: boolean,
  context: StateContext,
): SloOverlay[] {
  const { now, noticeMilliseconds, owners } = context;
  const accountable = inForce.accountableOwner;
  const vacant =
    !accountable || !context.canHold(accountable.userRef, accountable.role);
  const holder = owners.find(one => one.role === accountable?.role);
  const checks: [SloOverlay, boolean][] = [
    ['disputed', disputed],
    ['owner_vacant', vacant],
    ['overdue', now >= reviewBy],
    ['drifted', context.drifted?.(inForce.version) ?? false],
    ['review_due', now < reviewBy && now >= reviewBy - noticeMilliseconds],
    ['owner_changed', !vacant && holder?.userRef !== accountable.userRef],
  ];
  return checks.filter(([, applies]) => applies).map(([overlay]) => overlay);
}
