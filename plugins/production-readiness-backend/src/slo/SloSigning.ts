import { randomUUID } from 'node:crypto';
import {
  canonicalText,
  MEANINGS_WITH_REASON,
  ReadinessError,
  shownDigestOf,
  SignatureFact,
  SignatureMeaning,
  SloPageView,
  sloSignPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { runOnce } from '../database';
import { entityChain } from '../journal';
import { DerivedSlo, EntitySlos, latestOf, nameOf } from './EntitySlos';
import { VersionRecord } from './records';
import { changedSinceRead, shownChanged } from './signingConflicts';
import { unknownVersion } from './sloConflicts';
import { CallerContext, sloIn } from './SloContexts';
import { insertSignature, lockSlo } from './SloStore';
import {
  approvingRole,
  CallerStanding,
  currentWord,
  decisionsOn,
} from './standingOfCaller';
import { refusalOf } from './refusals';
import { summaryOf, toPageView } from './toView';
import { SloWriteDeps } from './writing';

/** What a signer says. */
export interface SignatureInput {
  meaning: SignatureMeaning;
  contentDigest: string;
  shownDigest: string;
  reason?: string;
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
      const read = () => contexts.read(tx, caller, entity);
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
    const record = requireWhatWasRead(context, slo, version, input);
    // A second click says nothing new.
    if (saysNothingNew(context, standing, slo, record, input)) return false;
    if (!decisionsOn(standing, context, slo, version).includes(input.meaning)) {
      throw refusalOf({ context, standing, slo, version }, input.meaning);
    }
    requireReason(input);
    const summary = summaryOf(context, slo, version);
    if (shownDigestOf(summary) !== input.shownDigest) {
      throw shownChanged(summary);
    }
    const signature = {
      sloId: slo.record.id,
      publicId: randomUUID(),
      version,
      contentDigest: record.contentDigest,
      meaning: input.meaning,
      signerRef: standing.userRef,
      signerName:
        caller.displayName ?? nameOf(context.people, standing.userRef),
      role: roleOf(standing, context, slo, record, input.meaning),
      signedAt: at,
      reason: input.reason ?? null,
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
        contentDigest: record.contentDigest,
        shownDigest: input.shownDigest,
        role: signature.role,
        ...(input.reason !== undefined && { reason: input.reason }),
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
};

/** The role in which something is said. */
function roleOf(
  standing: CallerStanding,
  context: EntitySlos,
  slo: DerivedSlo,
  record: VersionRecord,
  meaning: SignatureMeaning,
): SignatureFact['role'] {
  const { approvedAs } = currentWord(slo, standing.userRef, record);
  if (meaning === 'technical-review') return 'technical-reviewer';
  if (meaning === 'approve') {
    const next = approvingRole(standing, context, approvedAs);
    if (next) return next;
  }
  // A renewal is given in the role of the first agreement.
  const [first] = approvedAs;
  const held = standing.roles.find(role => role === first);
  return held ?? standing.roles[0] ?? 'technical-reviewer';
}

function saysNothingNew(
  context: EntitySlos,
  standing: CallerStanding,
  slo: DerivedSlo,
  record: VersionRecord,
  { meaning }: SignatureInput,
): boolean {
  const { said, approvedAs } = currentWord(slo, standing.userRef, record);
  if (!said.has(meaning)) return false;
  if (meaning !== 'approve') return true;
  const renews =
    slo.standing.versions.get(record.version) === 'in_force' &&
    decisionsOn(standing, context, slo, record.version).includes('approve');
  return !renews && !approvingRole(standing, context, approvedAs);
}

/**
 * Lets a signature pass whose signer read the newest content.
 *
 * @throws ReadinessError 404 for an unknown version, 409 with the difference
 *   when the content was edited between reading and signing
 */
function requireWhatWasRead(
  context: EntitySlos,
  slo: DerivedSlo,
  version: number,
  input: SignatureInput,
): VersionRecord {
  const record = slo.record.versions.find(one => one.version === version);
  if (!record) throw unknownVersion();
  const isCurrent =
    version === latestOf(slo).version || version === slo.standing.inForce;
  if (record.contentDigest !== input.contentDigest || !isCurrent) {
    throw changedSinceRead(context, slo, version);
  }
  return record;
}

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
