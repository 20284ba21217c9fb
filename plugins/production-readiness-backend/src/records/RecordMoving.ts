import {
  canonicalRef,
  moveObstacles,
  MoveObstacle,
  ReadinessError,
  readinessAdminPermission,
  RecordCounts,
  RecordHolder,
  RecordMovePreview,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access, Caller } from '../access';
import { Clock, ReadinessDatabase, runOnce } from '../database';
import { Directory } from '../directory';
import { DirectoryWriter } from '../directory/DirectoryWriter';
import { entityChain, groupChain, Journal, SYSTEM_CHAIN } from '../journal';
import { lockEntities } from '../evaluation/lockEntities';
import {
  countRecords,
  findHolder,
  readLost,
  renameInRecords,
  StoredHolder,
  unbindSignatures,
} from './RecordStore';

const MOST_LISTED = 50;

/** An entity, told apart from others that had its name. */
interface Identity {
  ref: string;
  uid: string;
}

/** A move as an administrator asks for it. */
export interface MoveInput {
  from: Identity;
  to: Identity;
  signatures: 'keep' | 'ask-again';
  reason: string;
}

/** Both ends of a move, with what they hold. */
interface Ends {
  stored: [StoredHolder, StoredHolder];
  preview: RecordMovePreview;
}

/**
 * Gives entities with a new name, or registered again, their records back. A
 * name alone never does that: whoever takes over a name inherits nothing.
 */
export class RecordMoving {
  constructor(
    private readonly deps: {
      access: Access;
      clock: Clock;
      database: ReadinessDatabase;
      directory: Directory;
      journal: Journal;
      writer: DirectoryWriter;
    },
  ) {}

  /**
   * Entities that are gone and hold records. The catalog no longer says who may
   * read them, so administrators see all.
   */
  async listLost(
    caller: Caller,
    text?: string,
  ): Promise<{ entities: RecordHolder[]; hasMore: boolean }> {
    await this.authorize(caller);
    const { knex } = this.deps.database;
    const found = await readLost(knex, { text, limit: MOST_LISTED + 1 });
    return {
      entities: await countRecords(knex, found.slice(0, MOST_LISTED)),
      hasMore: found.length > MOST_LISTED,
    };
  }

  /** What a move would do, and what speaks against it. */
  async preview(
    caller: Caller,
    from: Identity,
    toRef: string,
  ): Promise<RecordMovePreview> {
    await this.authorize(caller);
    const { knex } = this.deps.database;
    const to = await this.findTarget(caller, toRef);
    return (await this.readEnds(knex, from, to)).preview;
  }

  /** Moves the records, with their journal, in one transaction. */
  async move(
    caller: Caller,
    input: MoveInput,
    key: string | undefined,
  ): Promise<{ entityRef: string; moved: RecordCounts }> {
    await this.authorize(caller);
    requirePerson(caller);
    // It may be new to us; and only what one may read can be given something.
    await this.findTarget(caller, input.to.ref);
    const { clock, database, writer } = this.deps;
    return database.transaction(async tx => {
      const at = await clock.now(tx);
      const actor = caller.userRef!;
      const action = {
        key,
        operationId: 'moveRecords',
        actor,
        request: input,
        at,
      };
      return runOnce(tx, action, async () => {
        // Ends a sweep that is running: it knows both by their former places.
        await writer.beginSweep(tx);
        const { stored } = await this.readEnds(tx, input.from, input.to);
        await lockEntities(
          tx,
          stored.map(({ id }) => id),
        );
        // Again, now that nobody else writes to them.
        const { preview } = await this.readEnds(tx, input.from, input.to);
        refuse(preview.obstacles);
        await this.write(tx, stored, preview, input, { userRef: actor, at });
        return { entityRef: input.to.ref, moved: preview.from.records };
      });
    });
  }

  private async write(
    tx: Knex.Transaction,
    [from, to]: Ends['stored'],
    preview: RecordMovePreview,
    input: MoveInput,
    by: { userRef: string; at: number },
  ): Promise<void> {
    const { journal, writer } = this.deps;
    const renamed = from.ref !== to.ref;
    const nameIsTaken =
      from.goneSince !== null && (await findHolder(tx, from.ref)) !== undefined;
    if (renamed && !nameIsTaken) await renameInRecords(tx, from.ref, to.ref);
    const unbound =
      input.signatures === 'ask-again'
        ? await unbindSignatures(tx, from.id)
        : [];
    const chains = [
      // The one that goes along with the records, and the one that stays.
      [entityChain(from.id), 'records.moved'],
      [entityChain(to.id), 'records.made_way'],
      [SYSTEM_CHAIN, 'records.moved'],
    ];
    if (renamed && from.ref.startsWith('group:')) {
      chains.push([groupChain(from.ref), 'records.moved']);
      chains.push([groupChain(to.ref), 'records.moved']);
    }
    await journal.append(
      tx,
      ...chains.map(([chain, action]) => ({
        chain,
        actor: by.userRef,
        action,
        subject: {
          from: { ref: from.ref, uid: from.uid },
          to: { ref: to.ref, uid: to.uid },
          chain: entityChain(from.id),
          records: { ...preview.from.records },
          signatures: input.signatures,
          unboundSlos: unbound,
          reason: input.reason,
        },
        at: by.at,
      })),
    );
    const [one, other] = [from, to].map(({ goneSince, ...end }) => ({
      ...end,
      live: goneSince === null,
      digest: '',
      missed: 0,
    }));
    await writer.exchange(tx, [one, other], by.at);
  }

  private async readEnds(q: Knex, from: Identity, to: Identity): Promise<Ends> {
    const stored = [
      await findHolder(q, from.ref, from.uid),
      await findHolder(q, to.ref, to.uid),
    ];
    const [one, other] = stored;
    if (!one) throw unknownHolder('from', from.ref);
    if (!other || other.goneSince !== null) throw unknownHolder('to', to.ref);
    const [counted, target] = await countRecords(q, [one, other]);
    return {
      stored: [one, other],
      preview: {
        from: counted,
        to: target,
        obstacles: moveObstacles(counted, target),
      },
    };
  }

  private async findTarget(caller: Caller, ref: string): Promise<Identity> {
    const { access, database, directory } = this.deps;
    const entity = await directory.findEntity(
      database.knex,
      canonicalRef(ref),
      await access.visibility(caller),
    );
    return { ref: entity.ref, uid: entity.uid };
  }

  private async authorize(caller: Caller): Promise<void> {
    await this.deps.access.authorize(caller, readinessAdminPermission);
  }
}

/** @throws ReadinessError 409 with the first of the obstacles */
function refuse([obstacle]: MoveObstacle[]): void {
  if (obstacle) throw ReadinessError.conflict(...REFUSALS[obstacle]);
}

const REFUSALS: Record<MoveObstacle, [string, string]> = {
  'same-entity': [
    'MOVE_TO_ITSELF',
    'These are one and the same entity. Choose another one to give the records to.',
  ],
  'other-kind': [
    'MOVE_TO_OTHER_KIND',
    'The records of one kind of entity mean nothing on another kind. Choose an entity of the same kind.',
  ],
  'nothing-to-move': [
    'NOTHING_TO_MOVE',
    'This entity holds no records of people. Perhaps somebody has moved them already: look at the journal of the other one.',
  ],
  'target-has-records': [
    'TARGET_HAS_RECORDS',
    'The entity that is to get the records has some of its own, and two histories are never merged. Move those away first.',
  ],
};

function unknownHolder(end: 'from' | 'to', ref: string): ReadinessError {
  return ReadinessError.notFound(
    'RECORD_HOLDER_NOT_FOUND',
    end === 'from'
      ? `Nothing is known here of a ${ref} with this uid. Look it up in the list again.`
      : `${ref} is another entity by now than the one that you saw. Look at the preview again.`,
    { field: `body.${end}.uid` },
  );
}

/** @throws ReadinessError 403: a move can decide that signatures count */
function requirePerson(caller: Caller): void {
  if (caller.kind === 'user' && !caller.onBehalfOf) return;
  throw ReadinessError.notAllowed(
    'PERSON_REQUIRED',
    'Only a person can move records, and not through a service that acts in a person’s name. Sign in to Backstage yourself.',
  );
}
