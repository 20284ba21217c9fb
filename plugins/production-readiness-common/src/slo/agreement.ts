import { DateTime } from 'luxon';
import {
  isComplete,
  requirementsOf,
  CountedSignature,
  SignatureMeaning,
  SignaturePolicy,
} from './signaturePolicy';

/** A version as far as signatures look at it. @public */
export interface VersionFact {
  version: number;
  contentDigest: string;
  editorRef: string;
  /** When signatures were asked for; null for a draft. */
  requestedAt: number | null;
  accountableOwner: { userRef: string; role: CountedSignature['role'] } | null;
  reviewCadence: 'quarterly' | 'half-yearly' | 'yearly';
}

/** A signature as it was given. @public */
export interface SignatureFact {
  version: number;
  contentDigest: string;
  meaning: SignatureMeaning;
  signerRef: string;
  role: CountedSignature['role'];
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
  /** Signatures that count towards a content, by digest. */
  counted(digest: string): CountedSignature[];
}

type Standing = CountedSignature & { contentDigest: string };
type Objection = { signerRef: string; version: number };

/**
 * Goes through the signatures in the order in which they were given.
 *
 * A signature counts for a content, by its digest, not for a version: an edit
 * that is taken back matches again. It counts only until another content is
 * agreed on, so that going back to an old number takes new signatures. A
 * refusal holds back the version that it was said about, until its signer says
 * otherwise.
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
  let objections: Objection[] = [];
  let digest: string | null = null;
  let withdrawnDigest: string | null = null;
  let reviewBy = 0;
  const counted = (of: string) =>
    standing.filter(one => one.contentDigest === of);

  for (const signature of signatures) {
    const version = byNumber.get(signature.version);
    // A signature that does not match what it says it covers never counts.
    if (version?.contentDigest !== signature.contentDigest) continue;
    const wasAgreed = digest === signature.contentDigest;
    // What is in force is ended by a withdrawal, not by a refusal.
    if (wasAgreed && isObjection(signature.meaning)) continue;

    standing = appliedTo(standing, signature, version.editorRef);
    objections = objections.filter(
      one =>
        one.signerRef !== signature.signerRef ||
        one.version !== signature.version,
    );
    if (isObjection(signature.meaning)) objections.push(signature);

    const complete =
      isComplete(requirementsOf(policy, counted(version.contentDigest))) &&
      (wasAgreed || !objections.some(one => one.version === version.version));
    if (wasAgreed && !complete) {
      digest = null;
      withdrawnDigest = signature.contentDigest;
    } else if (wasAgreed) {
      const isReview =
        signature.meaning === 'approve' &&
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
      standing = counted(version.contentDigest);
      reviewBy = monthsAfter(
        signature.signedAt,
        isFirst ? FIRST_REVIEW_MONTHS : CADENCE_MONTHS[version.reviewCadence],
      );
    }
  }
  return { digest, reviewBy, withdrawnDigest, counted };
}

/** A number nobody has lived with yet is looked at soon. */
const FIRST_REVIEW_MONTHS = 1;
const CADENCE_MONTHS = { quarterly: 3, 'half-yearly': 6, yearly: 12 };

function monthsAfter(at: number, months: number): number {
  return DateTime.fromMillis(at, { zone: 'utc' }).plus({ months }).toMillis();
}

/** A person's newer word on a content replaces the older one. */
function appliedTo(
  standing: Standing[],
  signature: SignatureFact,
  editorRef: string,
): Standing[] {
  const { meaning, signerRef, contentDigest, role } = signature;
  const kept = standing.filter(
    one =>
      one.signerRef !== signerRef ||
      one.contentDigest !== contentDigest ||
      (isSupport(meaning) && (one.meaning !== meaning || one.role !== role)),
  );
  return isSupport(meaning)
    ? [...kept, { meaning, signerRef, contentDigest, role, editorRef }]
    : kept;
}

function isSupport(meaning: SignatureMeaning): boolean {
  return meaning === 'approve' || meaning === 'technical-review';
}

function isObjection(meaning: SignatureMeaning): boolean {
  return meaning === 'reject' || meaning === 'request-changes';
}
