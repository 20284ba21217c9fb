import { randomUUID } from 'node:crypto';
import {
  canonicalText,
  judgeSignature,
  MEANINGS_WITH_REASON,
  ReadinessError,
  Satisfaction,
  shownDigestOf,
  SignatureMeaning,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../../access/Caller';
import { entityChain, Journal } from '../../journal';
import { nameOf } from '../EntitySlos';
import { CallerContext } from '../SloContexts';
import { changedSinceRead, shownChanged, unknownVersion } from './conflicts';
import { insertSignature } from './DocumentStore';
import { refusalOf } from './refusals';
import { SignedDocument } from './SignedDocument';
import { journalOf } from './VersionWriter';

/** What a signer says. */
export interface SignatureInput {
  meaning: SignatureMeaning;
  contentDigest: string;
  shownDigest: string;
  reason?: string;
  /** How content the owner is, with an agreement that renews one. */
  satisfaction?: Satisfaction;
}

/**
 * Takes what a person says about a version of a document, unless it was said
 * already. Who may sign, and in which role, is found out here from the catalog
 * and the configuration; the request only says what was read.
 *
 * @returns whether anything was written
 * @throws ReadinessError 403 or 409 that says why it is not taken
 */
export async function takeSignature(
  tx: Knex.Transaction,
  journal: Journal,
  caller: Caller,
  { context, standing }: CallerContext,
  request: {
    document: SignedDocument;
    version: number;
    input: SignatureInput;
    at: number;
  },
): Promise<boolean> {
  const { document, input, version, at } = request;
  const verdict = judgeSignature(standing, document.case, {
    ...input,
    version,
  });
  if (verdict.outcome !== 'taken') {
    // A second click says nothing new.
    if (verdict.outcome === 'repeated') return false;
    if (verdict.outcome === 'unknown-version') throw unknownVersion(document);
    throw verdict.outcome === 'changed'
      ? changedSinceRead(document, version)
      : refusalOf({ context, standing, document, version }, input.meaning);
  }
  const { as } = verdict;
  requireReason(input);
  const summary = document.summary(version);
  if (shownDigestOf(summary) !== input.shownDigest) {
    throw shownChanged(summary);
  }
  const isReview =
    input.meaning === 'approve' && document.standing.inForce === version;
  const satisfaction = (isReview && input.satisfaction) || null;
  const signature = {
    documentId: document.record.id,
    publicId: randomUUID(),
    version,
    contentDigest: input.contentDigest,
    meaning: input.meaning,
    signerRef: standing.userRef,
    signerName: caller.displayName ?? nameOf(context.people, standing.userRef),
    ...as,
    signedAt: at,
    reason: input.reason ?? null,
    satisfaction,
    shown: canonicalText(summary),
    shownDigest: input.shownDigest,
  };
  await insertSignature(tx, document.kind, signature);
  const { action, id } = journalOf(document.kind, PAST_TENSE[input.meaning]);
  await journal.append(tx, {
    chain: entityChain(context.entity.id),
    actor: standing.userRef,
    action,
    subject: {
      [id]: document.record.publicId,
      version,
      signatureId: signature.publicId,
      contentDigest: input.contentDigest,
      shownDigest: input.shownDigest,
      ...as,
      ...(input.reason !== undefined && { reason: input.reason }),
      ...(satisfaction !== null && { satisfaction }),
    },
    at,
  });
  return true;
}

const PAST_TENSE: Record<SignatureMeaning, string> = {
  approve: 'approved',
  'technical-review': 'reviewed',
  'request-changes': 'changes_requested',
  reject: 'rejected',
  withdraw: 'withdrawn',
  acknowledge: 'acknowledged',
  dispute: 'disputed',
  uphold: 'upheld',
  overturn: 'overturned',
  retire: 'retired',
};

/**
 * Lets people pass.
 *
 * @throws ReadinessError 403 SIGNER_NOT_A_PERSON
 */
export function requireSigner(caller: Caller): void {
  if (caller.kind === 'user' && !caller.onBehalfOf) return;
  throw ReadinessError.notAllowed(
    'SIGNER_NOT_A_PERSON',
    'Only a person can sign, and not through a service that acts in a person’s name. Sign in Backstage yourself.',
  );
}

function requireReason(input: SignatureInput): void {
  if (!MEANINGS_WITH_REASON.includes(input.meaning) || input.reason) return;
  throw ReadinessError.badInput(
    'REASON_REQUIRED',
    'Say why, in 10 to 2000 characters, so that the team knows what to do next.',
    { field: 'body.reason' },
  );
}
