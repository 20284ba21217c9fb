import { Knex } from 'knex';
import { findDependants, relink } from './dependants';
import { EntityRecord } from './EntityRecord';
import { exchangeIdentities } from './exchange';
import {
  markDeleted,
  StoredEntity,
  WrittenEntities,
  writeRecords,
} from './EntityStore';
import { updateMemberships } from './memberships';

/**
 * Told inside the transaction that changed them which entities are to be
 * judged anew: those that changed or are gone, and those that depend on them.
 *
 * @param at - milliseconds since the epoch
 * @param peopleMoved - whether anybody came to a group or left one
 */
export type OnEntitiesChanged = (
  tx: Knex.Transaction,
  entityIds: string[],
  at: number,
  peopleMoved: boolean,
) => Promise<void>;

/** Thrown to a sweep when a newer one has begun. */
export class SweepSuperseded extends Error {}

/** Writes what the catalog shows, and all that follows from it. */
export class DirectoryWriter {
  constructor(private readonly onEntitiesChanged: OnEntitiesChanged) {}

  /** Begins a sweep: from now on every older one is refused. */
  async beginSweep(tx: Knex.Transaction): Promise<number> {
    const token = (await lock(tx)) + 1;
    await tx('directory_sweeps').where({ id: 1 }).update({ token });
    return token;
  }

  /** Notes that a sweep saw the whole catalog. */
  async completeSweep(
    tx: Knex.Transaction,
    token: number,
    at: number,
  ): Promise<void> {
    await this.fence(tx, token);
    await tx('directory_sweeps').where({ id: 1 }).update({ completed_at: at });
  }

  /**
   * Stores entities that the catalog shows.
   *
   * @param token - of the sweep that read them; none for a single look-up
   * @throws SweepSuperseded when a newer sweep has begun
   */
  async store(
    tx: Knex.Transaction,
    records: readonly EntityRecord[],
    at: number,
    token?: number,
  ): Promise<void> {
    await this.fence(tx, token);
    const written = await writeRecords(tx, records, at);
    await this.follow(tx, written, at);
  }

  /**
   * Marks entities as deleted.
   *
   * @throws SweepSuperseded when a newer sweep has begun
   */
  async remove(
    tx: Knex.Transaction,
    entities: readonly { id: string; ref: string }[],
    at: number,
    token: number,
  ): Promise<void> {
    await this.fence(tx, token);
    const gone = entities.map(entity => entity.id);
    await markDeleted(tx, gone, at);
    const refs = entities.map(entity => entity.ref);
    await this.follow(tx, { changed: [], gone, refs }, at);
  }

  /**
   * Lets two entities change places, so that each has the other's records. A
   * sweep that is running knows them by their former places: it is refused.
   *
   * @param entities - both, with the refs that they had
   */
  async exchange(
    tx: Knex.Transaction,
    entities: readonly [StoredEntity, StoredEntity],
    at: number,
  ): Promise<void> {
    const [one, other] = entities;
    await exchangeIdentities(tx, one.id, other.id, at);
    const isLive = (id: string) => (id === one.id ? other : one).live;
    const ids = [one.id, other.id];
    await this.follow(
      tx,
      {
        changed: ids.filter(isLive),
        gone: ids.filter(id => !isLive(id)),
        refs: [...new Set([one.ref, other.ref])],
      },
      at,
    );
  }

  /** Takes the directory's lock; for a sweep, only while it is the newest. */
  async fence(tx: Knex.Transaction, token?: number): Promise<void> {
    const newest = await lock(tx);
    if (token !== undefined && token !== newest) {
      throw new SweepSuperseded(
        'A newer sweep of the catalog has begun; this one writes nothing more',
      );
    }
  }

  private async follow(
    tx: Knex.Transaction,
    { changed, gone, refs }: WrittenEntities,
    at: number,
  ): Promise<void> {
    if (refs.length === 0) return;
    const peopleMoved = await updateMemberships(tx, refs);
    await relink(tx, refs, changed);
    const dependants = await findDependants(tx, refs);
    const ids = [...new Set([...changed, ...gone, ...dependants])];
    if (ids.length > 0) {
      await this.onEntitiesChanged(tx, ids, at, peopleMoved);
    }
  }
}

/** Writers queue up here, so that two of them never insert the same entity. */
async function lock(tx: Knex.Transaction): Promise<number> {
  const row = await tx('directory_sweeps')
    .where({ id: 1 })
    .forUpdate()
    .first('token');
  return Number(row.token);
}
