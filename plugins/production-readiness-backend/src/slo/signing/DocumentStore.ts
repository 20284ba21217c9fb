import { Knex } from 'knex';
import { NewSignature } from '../records';

/** What is signed here: numbers, and what happens when their budget is gone. */
export type DocumentKind = 'slo' | 'error_budget_policy';

/** Where the rows of a kind of document are. */
const TABLES = {
  slo: {
    documents: 'slos',
    versions: 'slo_versions',
    signatures: 'slo_signatures',
    key: 'slo_id',
  },
  error_budget_policy: {
    documents: 'error_budget_policies',
    versions: 'error_budget_policy_versions',
    signatures: 'error_budget_policy_signatures',
    key: 'policy_id',
  },
} as const;

/** A version that is about to be added. */
export interface NewVersion {
  version: number;
  content: string;
  contentDigest: string;
  accountableOwner: { userRef: string; role: string } | null;
  reviewCadence: string;
  editorRef: string;
  editorName: string;
  at: number;
  requested: boolean;
  /** Columns that only this kind of document has. */
  columns?: { version?: object; document?: object };
}

/** Where a document is, by its public id. */
export interface DocumentPlace {
  id: string;
  entityRef: string;
}

/** Finds a document of a live entity. */
export async function findDocument(
  q: Knex,
  kind: DocumentKind,
  publicId: string,
): Promise<DocumentPlace | undefined> {
  const row = await q(`${TABLES[kind].documents} as s`)
    .join('directory_entities as e', 'e.id', 's.entity_id')
    .where('s.public_id', publicId)
    .whereNull('e.deleted_at')
    .first('s.id', 'e.ref');
  return row && { id: String(row.id), entityRef: row.ref };
}

/** Makes every other writer of this document wait until the transaction ends. */
export async function lockDocument(
  tx: Knex.Transaction,
  kind: DocumentKind,
  id: string,
): Promise<void> {
  // Writing the row locks it on both databases; nothing of it changes.
  await tx(TABLES[kind].documents)
    .where({ id })
    .update({ version: tx.ref('version') });
}

/** Adds a version, which counts as an edit of the document. */
export async function insertVersion(
  tx: Knex.Transaction,
  kind: DocumentKind,
  id: string,
  version: NewVersion,
): Promise<void> {
  const { documents, versions, key } = TABLES[kind];
  await tx(versions).insert({
    [key]: id,
    version: version.version,
    content: version.content,
    content_digest: version.contentDigest,
    accountable_ref: version.accountableOwner?.userRef ?? null,
    accountable_role: version.accountableOwner?.role ?? null,
    review_cadence: version.reviewCadence,
    editor_ref: version.editorRef,
    editor_name: version.editorName,
    created_at: version.at,
    requested_at: version.requested ? version.at : null,
    ...version.columns?.version,
  });
  await tx(documents)
    .where({ id })
    .increment('version', 1)
    .update({ updated_at: version.at, ...version.columns?.document });
}

/** Notes that signatures were asked for; the first time counts. */
export async function markRequested(
  tx: Knex.Transaction,
  kind: DocumentKind,
  id: string,
  version: number,
  at: number,
): Promise<void> {
  const { documents, versions, key } = TABLES[kind];
  await tx(versions)
    .where({ [key]: id, version })
    .whereNull('requested_at')
    .update({ requested_at: at });
  await tx(documents)
    .where({ id })
    .increment('version', 1)
    .update({ updated_at: at });
}

/** Adds a signature. */
export async function insertSignature(
  tx: Knex.Transaction,
  kind: DocumentKind,
  signature: NewSignature,
): Promise<void> {
  const { signatures, key } = TABLES[kind];
  await tx(signatures).insert({
    public_id: signature.publicId,
    [key]: signature.documentId,
    version: signature.version,
    content_digest: signature.contentDigest,
    meaning: signature.meaning,
    signer_ref: signature.signerRef,
    signer_name: signature.signerName,
    role: signature.role,
    on_behalf_of: signature.onBehalfOf ?? null,
    delegation_id: signature.delegationId ?? null,
    signed_at: signature.signedAt,
    reason: signature.reason,
    shown: signature.shown,
    satisfaction: signature.satisfaction,
    shown_digest: signature.shownDigest,
  });
}
