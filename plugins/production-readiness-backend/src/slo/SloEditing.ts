import { randomUUID } from 'node:crypto';
import {
  contentDigestOf,
  isRequestable,
  SloContentInput,
  SloPageView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { runOnce } from '../database';
import {
  caseOf,
  DerivedSlo,
  EntitySlos,
  latestOf,
  materialOf,
} from './EntitySlos';
import { JourneyRecord } from './records';
import {
  notTheNewest,
  nothingToAskFor,
  isLive,
  outdated,
  requireLive,
  requireSignablePolicy,
  tooMany,
  unknownVersion,
} from './sloConflicts';
import {
  accountableOf,
  assemble,
  journeyOf,
  requireOwner,
  snapshotOf,
} from './sloContent';
import { sloIn } from './SloContexts';
import { insertSlo, lockEntity, lockSlo } from './SloStore';
import { toPageView } from './toView';
import { VersionWriter } from './VersionWriter';
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
    const { access, contexts, database, evaluation } = this.deps;
    const entity = await contexts.findEntity(caller, ref);
    await authorizeEdit(access, caller, entity);
    requireKindWithSlos(entity);
    return database.transaction(async tx => {
      await lockEntity(tx, entity.id);
      const { context, standing } = await contexts.read(tx, caller, entity);
      requireEditor(standing, entity);
      const at = context.now;
      const action = {
        key,
        operationId: 'addSlo',
        actor: standing.userRef,
        request: { entity: entity.id, edit },
        at,
      };
      const { sloId } = await runOnce(tx, action, async () => {
        if (context.slos.filter(isLive).length >= MOST_SLOS)
          throw tooMany(MOST_SLOS);
        const journey = journeyOf(context, edit.content.journeyId);
        const publicId = randomUUID();
        const id = await insertSlo(tx, {
          publicId,
          entityId: entity.id,
          journeyId: journey.id,
          at,
        });
        await this.versions.add(tx, caller, context, {
          sloId: id,
          journey,
          version: 1,
          material: assemble(context, publicId, journey, edit.content),
          requested: this.asksForSignatures(context, edit),
          at,
        });
        await evaluation.reevaluate(tx, [entity.id], at);
        return { sloId: publicId };
      });
      return this.answer(tx, caller, entity, sloId);
    });
  }

  /** Replaces the content of an SLO. */
  async edit(
    caller: Caller,
    sloId: string,
    expected: number,
    edit: SloEdit,
  ): Promise<SloPageView> {
    return this.change(caller, sloId, async (tx, context, slo, at) => {
      if (slo.record.version !== expected) throw outdated(slo);
      const journey = journeyOf(context, edit.content.journeyId);
      const material = assemble(context, sloId, journey, edit.content);
      const latest = latestOf(slo);
      const requested = this.asksForSignatures(context, edit);
      if (contentDigestOf(material) !== latest.contentDigest) {
        await this.versions.add(tx, caller, context, {
          sloId: slo.record.id,
          journey,
          version: latest.version + 1,
          material,
          before: materialOf(slo, latest.version),
          requested,
          at,
        });
      } else if (
        requested &&
        isRequestable(caseOf(context, slo), latest.version)
      ) {
        await this.versions.request(tx, caller, context, slo, at);
      }
    });
  }

  /**
   * Asks the owners to sign the newest version. Where it names somebody who is
   * not the owner any more, a new version names the owner of today.
   */
  async requestSignatures(
    caller: Caller,
    sloId: string,
    version: number,
  ): Promise<SloPageView> {
    return this.change(caller, sloId, async (tx, context, slo, at) => {
      const latest = latestOf(slo);
      if (version > latest.version) throw unknownVersion();
      if (version < latest.version) throw notTheNewest(slo, version);
      requireSignablePolicy(context);
      const state = slo.standing.versions.get(version);
      const current = materialOf(slo, version);
      const material = {
        ...current,
        accountableOwner: accountableOf(
          context,
          current.accountableOwner?.role ?? 'product-owner',
        ),
      };
      requireOwner(material);
      if (contentDigestOf(material) !== latest.contentDigest) {
        await this.versions.add(tx, caller, context, {
          sloId: slo.record.id,
          journey: journeyOf(context, current.journey.id),
          version: version + 1,
          material,
          before: current,
          requested: true,
          at,
        });
      } else if (state === 'draft') {
        await this.versions.request(tx, caller, context, slo, at);
      } else if (state !== 'in_review') {
        throw nothingToAskFor(state === 'in_force');
      }
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
        sloId: slo.record.id,
        journey,
        version: latest.version + 1,
        material,
        before,
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
      await lockSlo(tx, place.id);
      const { context, standing } = await contexts.read(tx, caller, entity);
      requireEditor(standing, entity);
      const at = context.now;
      const slo = sloIn(context, sloId);
      requireLive(slo);
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
