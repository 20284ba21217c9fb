import {
  canonicalText,
  differenceOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../../access/Caller';
import { batchesOf } from '../../directory/batches';
import { entityChain, Journal, JournalEntry } from '../../journal';
import { nameOf } from '../EntitySlos';
import { JourneyRecord } from '../records';
import { lockDocument } from '../signing/DocumentStore';
import { PlannedVersion } from './ImportPlan';

/**
 * Writes what an import decided, many rows to a statement: one by one, two
 * thousand SLOs would take minutes on a database that is not at hand.
 */
export class ImportWriter {
  private readonly lines: JournalEntry[] = [];

  constructor(
    private readonly tx: Knex.Transaction,
    private readonly journal: Journal,
    private readonly caller: Caller,
    private readonly at: number,
  ) {}

  /** Adds journeys, and gives the records their ids. */
  async addJourneys(journeys: readonly JourneyRecord[]): Promise<void> {
    for (const batch of batchesOf(journeys)) {
      const rows = await this.tx('slo_journeys')
        .insert(
          batch.map(one => ({
            public_id: one.publicId,
            entity_id: one.entityId,
            title: one.title,
            text: one.text ?? null,
            kind: one.kind,
            importance: one.importance,
            beneficiary: one.beneficiary,
            version: 1,
            updated_at: this.at,
          })),
        )
        .returning(['id', 'public_id']);
      const ids = new Map(rows.map(row => [row.public_id, String(row.id)]));
      for (const one of batch) one.id = ids.get(one.publicId) ?? '';
    }
    for (const { id, publicId, entityId, version, ...said } of journeys) {
      this.note(entityId, 'slo.journey_added', {
        journeyId: publicId,
        ...said,
      });
    }
  }

  /**
   * Adds versions, and the SLOs of those that are new.
   *
   * @returns the SLOs' ids in the database, in the order of the versions
   */
  async addVersions(planned: readonly PlannedVersion[]): Promise<string[]> {
    const ids = new Map<PlannedVersion, string>();
    for (const one of planned) {
      if (one.sloId === undefined) continue;
      await lockDocument(this.tx, 'slo', one.sloId);
      await this.tx('slos')
        .where({ id: one.sloId })
        .increment('version', 1)
        .update({ updated_at: this.at, journey_id: one.journey.id });
      ids.set(one, one.sloId);
    }
    const added = planned.filter(one => one.sloId === undefined);
    const rows = await insertSlos(
      this.tx,
      added.map(({ context, journey, material }) => ({
        public_id: material.sloId,
        entity_id: context.entity.id,
        journey_id: journey.id,
        version: 1,
        updated_at: this.at,
      })),
    );
    const byPublicId = new Map(
      rows.map(row => [row.public_id, String(row.id)]),
    );
    for (const one of added) {
      ids.set(one, byPublicId.get(one.material.sloId) ?? '');
    }
    await this.tx('slo_versions').insert(
      planned.map(one => this.versionRow(one, ids.get(one)!)),
    );
    for (const one of planned) {
      const { context, material, before, version } = one;
      this.note(context.entity.id, before ? 'slo.changed' : 'slo.drafted', {
        sloId: material.sloId,
        version,
        contentDigest: one.contentDigest,
        target: material.target,
        ...(before && {
          changes: differenceOf(before, material).map(change => change.field),
        }),
        signaturesRequested: false,
        importedFrom: 'openslo/v1',
      });
    }
    return planned.map(one => ids.get(one)!);
  }

  private versionRow(one: PlannedVersion, sloId: string) {
    const { context, material, version } = one;
    const editorRef = this.caller.userRef ?? '';
    return {
      slo_id: sloId,
      version,
      content: canonicalText(material),
      content_digest: one.contentDigest,
      target: material.target,
      accountable_ref: material.accountableOwner?.userRef ?? null,
      accountable_role: material.accountableOwner?.role ?? null,
      review_cadence: material.reviewCadence,
      editor_ref: editorRef,
      editor_name: this.caller.displayName ?? nameOf(context.people, editorRef),
      created_at: this.at,
      requested_at: null,
    };
  }

  /** Adds all lines to the journal, each chain at once. */
  async finish(): Promise<void> {
    await this.journal.append(this.tx, ...this.lines);
  }

  private note(
    entityId: string,
    action: string,
    subject: JournalEntry['subject'],
  ): void {
    this.lines.push({
      chain: entityChain(entityId),
      actor: this.caller.userRef ?? '',
      action,
      subject,
      at: this.at,
    });
  }
}

async function insertSlos(
  tx: Knex.Transaction,
  rows: readonly object[],
): Promise<{ id: string | number; public_id: string }[]> {
  // An insert of no rows is no statement.
  if (rows.length === 0) return [];
  return tx('slos').insert(rows).returning(['id', 'public_id']);
}
