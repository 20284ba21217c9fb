import {
  canonicalText,
  contentDigestOf,
  differenceOf,
  SloMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { entityChain, Journal } from '../journal';
import {
  DerivedSlo,
  EntitySlos,
  latestOf,
  materialOf,
  nameOf,
} from './EntitySlos';
import { JourneyRecord } from './records';
import { requireOwner } from './sloContent';
import { insertVersion, markRequested } from './SloStore';

/** Writes versions of SLOs, each with its line in the journal. */
export class VersionWriter {
  constructor(private readonly journal: Journal) {}

  /** Adds a version and its line in the journal. */
  async add(
    tx: Knex.Transaction,
    caller: Caller,
    context: EntitySlos,
    added: {
      sloId: string;
      journey: JourneyRecord;
      version: number;
      material: SloMaterial;
      before?: SloMaterial;
      requested: boolean;
      at: number;
    },
  ): Promise<void> {
    const { material, before, version, requested, at } = added;
    if (requested) requireOwner(material);
    const contentDigest = contentDigestOf(material);
    const editorRef = caller.userRef ?? '';
    await insertVersion(tx, added.sloId, added.journey.id, {
      version,
      material,
      content: canonicalText(material),
      contentDigest,
      editorRef,
      editorName: caller.displayName ?? nameOf(context.people, editorRef),
      requested,
      at,
    });
    await this.journal.append(tx, {
      chain: entityChain(context.entity.id),
      actor: editorRef,
      action: before ? 'slo.changed' : 'slo.drafted',
      subject: {
        sloId: material.sloId,
        version,
        contentDigest,
        target: material.target,
        ...(before && {
          changes: differenceOf(before, material).map(one => one.field),
        }),
        signaturesRequested: requested,
      },
      at,
    });
  }

  /** Notes that signatures were asked for, with a line in the journal. */
  async request(
    tx: Knex.Transaction,
    caller: Caller,
    context: EntitySlos,
    slo: DerivedSlo,
    at: number,
  ): Promise<void> {
    const { version, contentDigest } = latestOf(slo);
    requireOwner(materialOf(slo, version));
    await markRequested(tx, slo.record.id, version, at);
    await this.journal.append(tx, {
      chain: entityChain(context.entity.id),
      actor: caller.userRef ?? '',
      action: 'slo.signatures_requested',
      subject: { sloId: slo.record.publicId, version, contentDigest },
      at,
    });
  }
}
