import {
  decisionsOn,
  isRequestable,
  shownDigestOf,
  SignatureView,
  SignerStanding,
  spokenAs,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntitySlos } from '../EntitySlos';
import { toPerson } from '../ownerViews';
import { SignatureRecord } from '../records';
import { SignedDocument } from './SignedDocument';

/** A version with what the caller may say about it. */
export function toVersionView<M, S>(
  context: EntitySlos,
  document: SignedDocument & {
    material(version: number): M;
    summary(version: number): S;
  },
  version: number,
  caller: SignerStanding,
) {
  const record = document.record.versions.find(one => one.version === version)!;
  const summary = document.summary(version);
  const decisions = decisionsOn(caller, document.case, version);
  return {
    version,
    state: document.standing.versions.get(version) ?? 'superseded',
    contentDigest: record.contentDigest,
    material: document.material(version) as M,
    editor: { userRef: record.editorRef, name: record.editorName },
    createdAt: record.createdAt,
    requestedAt: record.requestedAt,
    requirements: document.standing.requirements(version),
    summary: summary as S,
    shownDigest: shownDigestOf(summary),
    decisions,
    actingAs: decisions.includes('approve')
      ? toActingAs(context, caller, document, version)
      : null,
    requestable: caller.mayEdit && isRequestable(document.case, version),
  };
}

/** In which role, and for whom, the caller would agree. */
function toActingAs(
  context: EntitySlos,
  caller: SignerStanding,
  document: SignedDocument,
  version: number,
) {
  const { role, onBehalfOf } = spokenAs(
    caller,
    document.case,
    version,
    'approve',
  );
  return {
    role,
    onBehalfOf: onBehalfOf ? toPerson(context, onBehalfOf) : null,
  };
}

/** Where a document stands and what was ever said about it. */
export function toSignedView(context: EntitySlos, document: SignedDocument) {
  const { record, standing } = document;
  const { inForce, proposal } = standing;
  const decider = document.case.owners.find(
    one => one.role === 'cto' && !one.vacant,
  );
  return {
    id: record.publicId,
    version: record.version,
    state: standing.state,
    overlays: standing.overlays,
    reviewBy: standing.reviewBy,
    changes:
      inForce !== null && proposal !== null
        ? document.changes(inForce, proposal)
        : [],
    disputes: standing.disputes.flatMap(dispute => {
      const found = record.signatures.find(one => one === dispute);
      return found ? [toSignatureView(context, found)] : [];
    }),
    disputeDecidedBy: decider?.userRef
      ? toPerson(context, decider.userRef)
      : null,
    signatures: record.signatures
      .map(one => toSignatureView(context, one))
      .reverse(),
  };
}

/** The lines of a history, oldest first. */
export function toVersionLines({ record, standing }: SignedDocument) {
  return record.versions.map(one => ({
    version: one.version,
    state: standing.versions.get(one.version) ?? ('superseded' as const),
    contentDigest: one.contentDigest,
    editor: { userRef: one.editorRef, name: one.editorName },
    createdAt: one.createdAt,
    requestedAt: one.requestedAt,
  }));
}

function toSignatureView(
  context: EntitySlos,
  one: SignatureRecord,
): SignatureView {
  return {
    id: one.publicId,
    version: one.version,
    contentDigest: one.contentDigest,
    meaning: one.meaning,
    signer: { userRef: one.signerRef, name: one.signerName },
    role: one.role,
    onBehalfOf: one.onBehalfOf ? toPerson(context, one.onBehalfOf) : null,
    signedAt: one.signedAt,
    satisfaction: one.satisfaction,
    reason: one.reason,
    shownDigest: one.shownDigest,
  };
}
