import { randomUUID } from 'node:crypto';
import {
  JourneyInput,
  JourneyView,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { entityChain } from '../journal';
import { addToEntity } from './adding';
import { EntitySlos } from './EntitySlos';
import { JourneyRecord } from './records';
import { SloEditing } from './SloEditing';
import { insertJourney, lockSlosAbout, replaceJourney } from './SloStore';
import { toJourneyView } from './toView';
import {
  authorizeEdit,
  requireEditor,
  requireKindWithSlos,
  SloWriteDeps,
} from './writing';

const MOST_JOURNEYS = 20;

type EntityPath = { kind: string; namespace: string; name: string };

/** Adds and changes critical journeys. */
export class JourneyEditing {
  constructor(
    private readonly deps: SloWriteDeps,
    private readonly slos: SloEditing,
  ) {}

  /** Adds a journey. */
  async add(
    caller: Caller,
    ref: EntityPath,
    input: JourneyInput,
    key: string | undefined,
  ): Promise<JourneyView> {
    const { evaluation, journal } = this.deps;
    const addition = {
      ref,
      requireKind: requireKindWithSlos,
      operationId: 'addJourney',
      key,
      input,
      add: async (
        tx: Knex.Transaction,
        { entity, journeys, now: at }: EntitySlos,
        editorRef: string,
      ) => {
        if (journeys.length >= MOST_JOURNEYS) throw tooMany();
        const publicId = randomUUID();
        await insertJourney(tx, {
          ...input,
          publicId,
          entityId: entity.id,
          at,
        });
        await journal.append(tx, {
          chain: entityChain(entity.id),
          actor: editorRef,
          action: 'slo.journey_added',
          subject: { journeyId: publicId, ...input },
          at,
        });
        await evaluation.reevaluate(tx, [entity.id], at);
        return { ...input, id: publicId, version: 1 };
      },
    };
    return addToEntity(this.deps, caller, addition, (_, __, added) => added);
  }

  /** Replaces what a journey says, and proposes it to its SLOs. */
  async edit(
    caller: Caller,
    ref: EntityPath,
    journeyId: string,
    input: JourneyInput,
    expected: number,
  ): Promise<{ body: JourneyView; version: number }> {
    const { access, contexts, database, evaluation, journal } = this.deps;
    const entity = await contexts.findEntity(caller, ref);
    await authorizeEdit(access, caller, entity);
    return database.transaction(async tx => {
      // Before anything is read: what it says goes on top of their newest
      // version. Also the order in which all other writers take their locks.
      await lockSlosAbout(tx, journeyId);
      const { context, standing } = await contexts.read(tx, caller, entity);
      requireEditor(standing, entity);
      const before = journeyIn(context, journeyId);
      const at = context.now;
      const saved = await replaceJourney(tx, before.id, expected, {
        ...input,
        at,
      });
      if (!saved) throw outdated(before);
      const { text, ...rest } = before;
      const after: JourneyRecord = {
        ...rest,
        ...input,
        version: expected + 1,
      };
      await journal.append(tx, {
        chain: entityChain(entity.id),
        actor: standing.userRef,
        action: 'slo.journey_changed',
        subject: { journeyId, ...input },
        at,
      });
      await this.slos.carryOver(tx, caller, context, after, at);
      await evaluation.reevaluate(tx, [entity.id], at);
      return { body: toJourneyView(after), version: after.version };
    });
  }
}

function journeyIn(context: EntitySlos, journeyId: string): JourneyRecord {
  const found = context.journeys.find(one => one.publicId === journeyId);
  if (found) return found;
  throw ReadinessError.notFound(
    'JOURNEY_NOT_FOUND',
    `${context.entity.ref} has no such journey. Reload the page to see what there is.`,
    { field: 'path.journeyId' },
  );
}

function outdated(current: JourneyRecord): ReadinessError {
  return ReadinessError.preconditionFailed(
    'JOURNEY_CHANGED',
    'Somebody else changed this journey in the meantime. Compare it with yours, then save again.',
    { details: { current: toJourneyView(current) } },
  );
}

function tooMany(): ReadinessError {
  return ReadinessError.conflict(
    'TOO_MANY_JOURNEYS',
    `An entity has at most ${MOST_JOURNEYS} journeys; one to five are usual. Change one that is there.`,
  );
}
