import {
  BudgetPolicyMaterial,
  canonicalText,
  contentDigestOf,
  isRequestable,
  SloMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../../access/Caller';
import { entityChain, Journal } from '../../journal';
import { EntitySlos, latestOf, nameOf } from '../EntitySlos';
import { accountableOf, requireOwner } from '../sloContent';
import { nothingToAskFor, notTheNewest, unknownVersion } from './conflicts';
import { DocumentKind, insertVersion, markRequested } from './DocumentStore';
import { SignedDocument } from './SignedDocument';

/** A version that is to be added to a document. */
export interface AddedVersion {
  kind: DocumentKind;
  /** The database's id of the document. */
  documentId: string;
  version: number;
  material: SloMaterial | BudgetPolicyMaterial;
  /** The fields that are different; left out for the first version. */
  changes?: string[];
  /** Columns that only this kind of document has. */
  columns?: { version?: object; document?: object };
  requested: boolean;
  at: number;
}

/** How a kind of document is written about in the journal. */
const JOURNAL = {
  slo: { prefix: 'slo', id: 'sloId' },
  error_budget_policy: { prefix: 'error_budget_policy', id: 'policyId' },
} as const;

/** The action and the name of the id of a document in the journal. */
export function journalOf(kind: DocumentKind, action: string) {
  const { prefix, id } = JOURNAL[kind];
  return { action: `${prefix}.${action}`, id };
}

/** Writes versions of signed documents, each with its line in the journal. */
export class VersionWriter {
  constructor(private readonly journal: Journal) {}

  /** Adds a version and its line in the journal. */
  async add(
    tx: Knex.Transaction,
    caller: Caller,
    context: EntitySlos,
    added: AddedVersion,
  ): Promise<void> {
    const { kind, material, version, requested, at } = added;
    if (requested) requireOwner(material);
    const contentDigest = contentDigestOf(material);
    const editorRef = caller.userRef ?? '';
    await insertVersion(tx, kind, added.documentId, {
      version,
      content: canonicalText(material),
      contentDigest,
      accountableOwner: material.accountableOwner,
      reviewCadence: material.reviewCadence,
      editorRef,
      editorName: caller.displayName ?? nameOf(context.people, editorRef),
      requested,
      at,
      columns: added.columns,
    });
    const { action, id } = journalOf(
      kind,
      added.changes ? 'changed' : 'drafted',
    );
    await this.journal.append(tx, {
      chain: entityChain(context.entity.id),
      actor: editorRef,
      action,
      subject: {
        [id]: 'sloId' in material ? material.sloId : material.policyId,
        version,
        contentDigest,
        ...('target' in material
          ? { target: material.target }
          : { title: material.title }),
        ...(added.changes && {
          changes: added.changes,
        }),
        signaturesRequested: requested,
      },
      at,
    });
  }

  /**
   * Asks the owners to sign the newest version. Where it names somebody who is
   * not the owner any more, a new version names the owner of today.
   *
   * @param columns - of such a version
   */
  async ask(
    tx: Knex.Transaction,
    caller: Caller,
    context: EntitySlos,
    asked: {
      document: SignedDocument;
      version: number;
      columns?: AddedVersion['columns'];
      at: number;
    },
  ): Promise<void> {
    const { document, version, at } = asked;
    const latest = latestOf(document);
    if (version > latest.version) throw unknownVersion(document);
    if (version < latest.version) throw notTheNewest(document, version);
    const current = document.material(version);
    const material = {
      ...current,
      accountableOwner: accountableOf(
        document.case,
        current.accountableOwner?.role ?? document.case.policy.roles[0],
      ),
    };
    requireOwner(material);
    if (contentDigestOf(material) !== latest.contentDigest) {
      await this.add(tx, caller, context, {
        kind: document.kind,
        documentId: document.record.id,
        version: version + 1,
        material,
        changes: ['accountableOwner'],
        columns: asked.columns,
        requested: true,
        at,
      });
      return;
    }
    const state = document.standing.versions.get(version);
    if (state === 'draft')
      await this.request(tx, caller, context, document, at);
    else if (state !== 'in_review') {
      throw nothingToAskFor(state === 'in_force');
    }
  }

  /** After an edit that changed nothing: asks where it can be asked for. */
  async askIfOpen(
    tx: Knex.Transaction,
    caller: Caller,
    context: EntitySlos,
    document: SignedDocument,
    at: number,
  ): Promise<void> {
    if (isRequestable(document.case, latestOf(document).version)) {
      await this.request(tx, caller, context, document, at);
    }
  }

  /** Notes that signatures were asked for, with a line in the journal. */
  private async request(
    tx: Knex.Transaction,
    caller: Caller,
    context: EntitySlos,
    document: SignedDocument,
    at: number,
  ): Promise<void> {
    const { version, contentDigest } = latestOf(document);
    requireOwner(document.material(version));
    await markRequested(tx, document.kind, document.record.id, version, at);
    const { action, id } = journalOf(document.kind, 'signatures_requested');
    await this.journal.append(tx, {
      chain: entityChain(context.entity.id),
      actor: caller.userRef ?? '',
      action,
      subject: { [id]: document.record.publicId, version, contentDigest },
      at,
    });
  }
}
