import { randomUUID } from 'node:crypto';
import {
  contentDigestOf,
  differenceOf,
  SloContentInput,
  SloMaterial,
  SloPageView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { addToEntity } from './adding';
import { DerivedSlo, EntitySlos, latestOf, materialOf } from './EntitySlos';
import { requireNameablePolicy } from './errorBudgetPolicies/namedPolicy';
import { JourneyRecord } from './records';
import { isLive, outdated, requireLive } from './signing/conflicts';
import { lockDocument } from './signing/DocumentStore';
import { sloDocument } from './signing/SignedDocument';
import { VersionWriter } from './signing/VersionWriter';
import { requireSignablePolicy, tooMany } from './sloConflicts';
import { assemble, journeyOf, snapshotOf } from './sloContent';
import { sloIn } from './SloContexts';
import { insertSlo } from './SloStore';
import { toPageView } from './toView';
import {
  authorizeEdit,
  requireEditor,
  requireKindWithSlos,
  SloWriteDeps,
} from './writing';

/** What an edit brings. */
export interface SloEdit {
  content: SloContentInput;
  /** Ask for the signatures at once. */
  requestSignatures: boolean;
}

const MOST_SLOS = 50;

/**
 * Drafts and changes SLOs. A content that differs becomes a new version beside
 * the one that is in force; nothing that was ever proposed is rewritten.
 */
export class SloEditing {
  private readonly versions: VersionWriter;

  constructor(private readonly deps: SloWriteDeps) {
    this.versions = new VersionWriter(deps.journal);
  }

  /** Drafts a new SLO. */
  async add(
    caller: Caller,
    ref: { kind: string; namespace: string; name: string },
    edit: SloEdit,
    key: string | undefined,
  ): Promise<SloPageView> {
    const addition = {
      ref,
      requireKind: requireKindWithSlos,
      operationId: 'addSlo',
      key,
      input: edit,
      add: (tx: Knex.Transaction, context: EntitySlos) =>
        this.draft(tx, caller, context, edit),
    };
    return addToEntity(this.deps, caller, addition, (tx, entity, { sloId }) =>
      this.answer(tx, caller, entity, sloId),
    );
  }

  private async draft(
    tx: Knex.Transaction,
    caller: Caller,
    context: EntitySlos,
    edit: SloEdit,
  ): Promise<{ sloId: string }> {
    if (context.slos.filter(isLive).length >= MOST_SLOS) {
      throw tooMany(MOST_SLOS);
    }
    const { entity, now: at } = context;
    const journey = journeyOf(context, edit.content.journeyId);
    requireNameablePolicy(context, edit.content.policyRef);
    const sloId = randomUUID();
    const id = await insertSlo(tx, {
      publicId: sloId,
      entityId: entity.id,
      journeyId: journey.id,
      at,
    });
    const material = assemble(context, sloId, journey, edit.content);
    await this.versions.add(tx, caller, context, {
      kind: 'slo',
      documentId: id,
      version: 1,
      material,
      columns: columnsOf(material, journey),
      requested: this.asksForSignatures(context, edit),
      at,
    });
    await this.deps.evaluation.reevaluate(tx, [entity.id], at);
    return { sloId };
  }

  /** Replaces the content of an SLO. */
  async edit(
    caller: Caller,
    sloId: string,
    expected: number,
    edit: SloEdit,
  ): Promise<SloPageView> {
    return this.change(caller, sloId, async (tx, context, slo, at) => {
      const document = sloDocument(context, slo);
      if (slo.record.version !== expected) throw outdated(document);
      const journey = journeyOf(context, edit.content.journeyId);
      const latest = latestOf(slo);
      const before = materialOf(slo, latest.version);
      requireNameablePolicy(context, edit.content.policyRef, before.policyRef);
      const material = assemble(context, sloId, journey, edit.content);
      const requested = this.asksForSignatures(context, edit);
      if (contentDigestOf(material) !== latest.contentDigest) {
        await this.versions.add(tx, caller, context, {
          ...changed(slo, before, material, journey),
          requested,
          at,
        });
      } else if (requested) {
        await this.versions.askIfOpen(tx, caller, context, document, at);
      }
    });
  }

  /** Asks the owners of today to sign the newest version. */
  async requestSignatures(
    caller: Caller,
    sloId: string,
    version: number,
  ): Promise<SloPageView> {
    return this.change(caller, sloId, async (tx, context, slo, at) => {
      requireSignablePolicy(context);
      const { journey } = materialOf(slo, latestOf(slo).version);
      const document = sloDocument(context, slo);
      const columns = columnsOf(
        materialOf(slo, latestOf(slo).version),
        journeyOf(context, journey.id),
      );
      await this.versions.ask(tx, caller, context, {
        document,
        version,
        columns,
        at,
      });
    });
  }

  /**
   * Carries a changed journey over into the SLOs that are about it, which the
   * caller has locked.
   */
  async carryOver(
    tx: Knex.Transaction,
    caller: Caller,
    context: EntitySlos,
    journey: JourneyRecord,
    at: number,
  ): Promise<void> {
    for (const slo of context.slos.filter(isLive)) {
      const latest = latestOf(slo);
      const before = materialOf(slo, latest.version);
      if (before.journey.id !== journey.publicId) continue;
      const material = { ...before, journey: snapshotOf(journey) };
      if (contentDigestOf(material) === latest.contentDigest) continue;
      await this.versions.add(tx, caller, context, {
        ...changed(slo, before, material, journey),
        requested: false,
        at,
      });
    }
  }

  /** Locks an SLO, changes it, and answers how it stands afterwards. */
  private async change(
    caller: Caller,
    sloId: string,
    work: (
      tx: Knex.Transaction,
      context: EntitySlos,
      slo: DerivedSlo,
      at: number,
    ) => Promise<void>,
  ): Promise<SloPageView> {
    const { access, contexts, database, evaluation } = this.deps;
    const { place, entity } = await contexts.findSlo(caller, sloId);
    await authorizeEdit(access, caller, entity);
    return database.transaction(async tx => {
      await lockDocument(tx, 'slo', place.id);
      const { context, standing } = await contexts.read(tx, caller, entity);
      requireEditor(standing, entity);
      const at = context.now;
      const slo = sloIn(context, sloId);
      requireLive(sloDocument(context, slo));
      await work(tx, context, slo, at);
      await evaluation.reevaluate(tx, [entity.id], at);
      return this.answer(tx, caller, entity, sloId);
    });
  }

  private async answer(
    tx: Knex.Transaction,
    caller: Caller,
    entity: EntitySlos['entity'],
    sloId: string,
  ): Promise<SloPageView> {
    const { context, standing } = await this.deps.contexts.readForSigning(
      tx,
      caller,
      entity,
    );
    return toPageView(context, sloIn(context, sloId), standing);
  }

  /** Where the tier asks for no signature there is nothing to ask for. */
  private asksForSignatures(context: EntitySlos, edit: SloEdit): boolean {
    return edit.requestSignatures && context.policy.approval !== 'none';
  }
}

/** A version that follows the newest one. */
function changed(
  slo: DerivedSlo,
  before: SloMaterial,
  material: SloMaterial,
  journey: JourneyRecord,
) {
  return {
    kind: 'slo' as const,
    documentId: slo.record.id,
    version: latestOf(slo).version + 1,
    material,
    changes: differenceOf(before, material).map(one => one.field),
    columns: columnsOf(material, journey),
  };
}

/** What only SLOs have beside their content, for lists. */
function columnsOf({ target }: SloMaterial, journey: JourneyRecord) {
  return { version: { target }, document: { journey_id: journey.id } };
}
