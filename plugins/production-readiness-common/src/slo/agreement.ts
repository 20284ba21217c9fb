import { DateTime } from 'luxon';
import {
  isComplete,
  requirementsOf,
  CountedSignature,
  SignatureMeaning,
  SignaturePolicy,
  SignerRole,
} from './signaturePolicy';
import { OwnerRole } from './owners';

/** A version as far as signatures look at it. @public */
export interface VersionFact {
  /** From 1, counted up with each change of the content. */
  version: number;
  /** Of what is signed: sha-256 in lower-case hexadecimal. */
  contentDigest: string;
  /** Who wrote it; canonical. */
  editorRef: string;
  /** When signatures were asked for; null for a draft. */
  requestedAt: number | null;
  /** Who stands for it in the content; null: nobody is named. */
  accountableOwner: { userRef: string; role: OwnerRole } | null;
  /** How long a signature counts before it is asked for again. */
  reviewCadence: 'quarterly' | 'half-yearly' | 'yearly';
}

/** A signature as it was given. @public */
export interface SignatureFact {
  /** That was signed. */
  version: number;
  /** Of the content that was on the screen; only this content is signed. */
  contentDigest: string;
  /** What the signer said by it. */
  meaning: SignatureMeaning;
  /** Canonical reference of the person who signed. */
  signerRef: string;
  /** In which the person signed. */
  role: SignerRole;
  /** The holder of the role for whom it was given, by a delegation. */
  onBehalfOf?: string;
  /** Milliseconds since the epoch. */
  signedAt: number;
}

/** What the signatures amount to. @public */
export interface Agreement {
  /** Digest of the content that is agreed on; null when none is. */
  digest: string | null;
  /** When the agreement has to be looked at again; 0 without one. */
  reviewBy: number;
  /** Content whose agreement ended by a withdrawal. */
  withdrawnDigest: string | null;
  /** Disputes about the content in force that nobody has decided yet. */
  disputes: SignatureFact[];
  /** Refusals and wishes for changes that still hold. */
  objections: SignatureFact[];
  /** The signature that ended the SLO; null while it lives. */
  retired: SignatureFact | null;
  /** Signatures that count towards a content, by digest. */
  counted(digest: string): CountedSignature[];
}

type Standing = CountedSignature & { contentDigest: string };

/**
 * Goes through the signatures in the order in which they were given.
 *
 * A signature counts for a content, by its digest, not for a version: an edit
 * that is taken back matches again. It counts only until another content is
 * agreed on, so that going back to an old number takes new signatures. A
 * refusal holds back the version that it was said about, until its signer says
 * otherwise. A dispute takes nothing from the number in force until it is
 * decided, taken back, or another content is agreed on.
 *
 * @param signatures - in order
 * @param noticeMilliseconds - how long before its day a review may be done
 * @public
 */
export function agreementOf(
  policy: SignaturePolicy,
  versions: VersionFact[],
  signatures: SignatureFact[],
  noticeMilliseconds: number,
): Agreement {
  const byNumber = new Map(versions.map(one => [one.version, one]));
  let standing: Standing[] = [];
  let objections: SignatureFact[] = [];
  let disputes: SignatureFact[] = [];
  let retired: SignatureFact | null = null;
  let digest: string | null = null;
  let withdrawnDigest: string | null = null;
  let reviewBy = 0;
  const counted = (of: string) =>
    standing.filter(one => one.contentDigest === of);

  for (const signature of signatures) {
    const version = byNumber.get(signature.version);
    // A signature that does not match what it says it covers never counts.
    if (version?.contentDigest !== signature.contentDigest) continue;
    const { meaning } = signature;
    if (meaning === 'acknowledge') continue;
    if (meaning === 'retire') {
      retired = signature;
      break;
    }
    const wasAgreed = digest === signature.contentDigest;
    if (isAboutDispute(meaning)) {
      // Only what is in force can be disputed, upheld or overturned.
      if (!wasAgreed) continue;
      disputes = meaning === 'dispute' ? withWord(disputes, signature) : [];
      if (meaning === 'overturn') {
        digest = null;
        standing = standing.filter(
          one => one.contentDigest !== signature.contentDigest,
        );
        objections.push(signature);
      }
      continue;
    }
    // What is in force is ended by a withdrawal, not by a refusal.
    if (wasAgreed && isObjection(meaning)) continue;
    // A dispute is a person's own, also where it was said for another.
    const others = disputes.filter(
      one => one.signerRef !== signature.signerRef,
    );
    const ownDispute = wasAgreed && others.length < disputes.length;
    if (wasAgreed) disputes = others;
    // Who disputes takes back the dispute first; the signatures stay.
    if (ownDispute && meaning === 'withdraw') continue;

    standing = appliedTo(standing, signature, version.editorRef);
    objections = objections.filter(
      one =>
        !isBy(signature.signerRef)(one) || one.version !== signature.version,
    );
    if (isObjection(meaning)) objections.push(signature);

    const complete =
      isComplete(requirementsOf(policy, counted(version.contentDigest))) &&
      (wasAgreed || !objections.some(one => one.version === version.version));
    if (wasAgreed && !complete) {
      digest = null;
      withdrawnDigest = signature.contentDigest;
      disputes = [];
    } else if (wasAgreed) {
      const isReview =
        meaning === 'approve' &&
        policy.roles.includes(signature.role) &&
        signature.signedAt >= reviewBy - noticeMilliseconds;
      if (isReview) {
        reviewBy = monthsAfter(
          signature.signedAt,
          CADENCE_MONTHS[version.reviewCadence],
        );
      }
    } else if (complete) {
      const isFirst = reviewBy === 0;
      digest = version.contentDigest;
      withdrawnDigest = null;
      disputes = [];
      standing = counted(version.contentDigest);
      reviewBy = monthsAfter(
        signature.signedAt,
        isFirst ? FIRST_REVIEW_MONTHS : CADENCE_MONTHS[version.reviewCadence],
      );
    }
  }
  return {
    digest: retired ? null : digest,
    reviewBy,
    withdrawnDigest,
    disputes: retired ? [] : disputes,
    objections,
    retired,
    counted,
  };
}

/** A number nobody has lived with yet is looked at soon. */
const FIRST_REVIEW_MONTHS = 1;
const CADENCE_MONTHS = { quarterly: 3, 'half-yearly': 6, yearly: 12 };

function monthsAfter(at: number, months: number): number {
  return DateTime.fromMillis(at, { zone: 'utc' }).plus({ months }).toMillis();
}

/**
 * Whether something was said by a person, or in this person's name: who
 * delegates keeps the last word.
 *
 * @public
 */
export function isBy(
  userRef: string,
): (one: { signerRef: string; onBehalfOf?: string }) => boolean {
  return one => one.signerRef === userRef || one.onBehalfOf === userRef;
}

/** A person's newer word on a content replaces the older one. */
function appliedTo(
  standing: Standing[],
  signature: SignatureFact,
  editorRef: string,
): Standing[] {
  const { meaning, signerRef, contentDigest, role, onBehalfOf } = signature;
  const kept = standing.filter(
    one =>
      one.contentDigest !== contentDigest ||
      !isBy(signerRef)(one) ||
      (isSupport(meaning) && (one.meaning !== meaning || one.role !== role)),
  );
  return isSupport(meaning)
    ? [
        ...kept,
        { meaning, signerRef, contentDigest, role, onBehalfOf, editorRef },
      ]
    : kept;
}

function withWord(
  words: SignatureFact[],
  signature: SignatureFact,
): SignatureFact[] {
  return [
    ...words.filter(one => one.signerRef !== signature.signerRef),
    signature,
  ];
}

function isAboutDispute(meaning: SignatureMeaning): boolean {
  return (
    meaning === 'dispute' || meaning === 'uphold' || meaning === 'overturn'
  );
}

function isSupport(meaning: SignatureMeaning): boolean {
  return meaning === 'approve' || meaning === 'technical-review';
}

function isObjection(meaning: SignatureMeaning): boolean {
  return meaning === 'reject' || meaning === 'request-changes';
}
