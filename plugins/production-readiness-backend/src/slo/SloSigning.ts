import { randomUUID } from 'node:crypto';
import {
  canonicalText,
  judgeSignature,
  MEANINGS_WITH_REASON,
  ReadinessError,
  Satisfaction,
  shownDigestOf,
  SignatureMeaning,
  SloPageView,
  sloSignPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { runOnce } from '../database';
import { entityChain } from '../journal';
import { caseOf, nameOf } from './EntitySlos';
import { changedSinceRead, shownChanged } from './signingConflicts';
import { unknownVersion } from './sloConflicts';
import { CallerContext, sloIn } from './SloContexts';
import { insertSignature, lockSlo } from './SloStore';
import { refusalOf } from './refusals';
import { summaryOf, toPageView } from './toView';
import { SloWriteDeps } from './writing';

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
 * Takes signatures. Who may sign, and in which role, is found out here from
 * the catalog and the configuration; the request only says what was read.
 */
export class SloSigning {
  constructor(private readonly deps: SloWriteDeps) {}

  /** Records what a person says about a version. */
  async sign(
    caller: Caller,
    sloId: string,
    version: number,
    input: SignatureInput,
    key: string | undefined,
  ): Promise<SloPageView> {
    const { access, contexts, database, evaluation } = this.deps;
    const { place, entity } = await contexts.findSlo(caller, sloId);
    requirePerson(caller);
    await access.authorize(caller, sloSignPermission, entity.ref);
    return database.transaction(async tx => {
      await lockSlo(tx, place.id);
      const read = () => contexts.readForSigning(tx, caller, entity);
      const before = await read();
      const at = before.context.now;
      const action = {
        key,
        operationId: 'signSlo',
        actor: before.standing.userRef,
        request: { sloId, version, input },
        at,
      };
      await runOnce(tx, action, async () => {
        const signed = await this.record(tx, caller, before, {
          sloId,
          version,
          input,
          at,
        });
        if (signed) await evaluation.reevaluate(tx, [entity.id], at);
        return {};
      });
      const after = await read();
      return toPageView(
        after.context,
        sloIn(after.context, sloId),
        after.standing,
      );
    });
  }

  /** Adds the signature, unless it is there already. */
  private async record(
    tx: Knex.Transaction,
    caller: Caller,
    { context, standing }: CallerContext,
    request: {
      sloId: string;
      version: number;
      input: SignatureInput;
      at: number;
    },
  ): Promise<boolean> {
    const { input, version, at } = request;
    const slo = sloIn(context, request.sloId);
    const verdict = judgeSignature(standing, caseOf(context, slo), {
      ...input,
      version,
    });
    if (verdict.outcome !== 'taken') {
      // A second click says nothing new.
      if (verdict.outcome === 'repeated') return false;
      if (verdict.outcome === 'unknown-version') throw unknownVersion();
      throw verdict.outcome === 'changed'
        ? changedSinceRead(context, slo, version)
        : refusalOf({ context, standing, slo, version }, input.meaning);
    }
    const { as } = verdict;
    requireReason(input);
    const summary = summaryOf(context, slo, version);
    if (shownDigestOf(summary) !== input.shownDigest) {
      throw shownChanged(summary);
    }
    const isReview =
      input.meaning === 'approve' && slo.standing.inForce === version;
    const satisfaction = (isReview && input.satisfaction) || null;
    const signature = {
      sloId: slo.record.id,
      publicId: randomUUID(),
      version,
      contentDigest: input.contentDigest,
      meaning: input.meaning,
      signerRef: standing.userRef,
      signerName:
        caller.displayName ?? nameOf(context.people, standing.userRef),
      ...as,
      signedAt: at,
      reason: input.reason ?? null,
      satisfaction,
      shown: canonicalText(summary),
      shownDigest: input.shownDigest,
    };
    await insertSignature(tx, signature);
    await this.deps.journal.append(tx, {
      chain: entityChain(context.entity.id),
      actor: standing.userRef,
      action: `slo.${PAST_TENSE[input.meaning]}`,
      subject: {
        sloId: slo.record.publicId,
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
function requirePerson(caller: Caller): void {
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
