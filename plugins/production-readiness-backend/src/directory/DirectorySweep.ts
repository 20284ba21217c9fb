import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { Clock, ReadinessDatabase } from '../database';
import { BATCH, batchesOf } from './batches';
import { untilAborted } from './untilAborted';
import { DirectoryWriter, SweepSuperseded } from './DirectoryWriter';
import {
  DIRECTORY_FIELDS,
  DIRECTORY_KINDS,
  EntityRecord,
  toEntityRecord,
} from './EntityRecord';
import { changedRecords, readStored, StoredEntity } from './EntityStore';

/** What a sweep of the whole catalog found. */
export interface SweepResult {
  /** False when it was stopped or a newer one took over. */
  complete: boolean;
  seen: number;
  changed: number;
  deleted: number;
}

/** An entity is taken for deleted after this many full sweeps without it. */
const MISSES = 2;
/**
 * So many are stored and judged in one transaction: others write between two,
 * and a process that is told to end waits for one at most.
 */
const AT_ONCE = 100;

/**
 * Follows the catalog, which announces no changes: reads all of it, page by
 * page, and writes what differs. Deletes nothing on the strength of one answer:
 * an entity has to be missing from two full sweeps and from a look-up by name.
 */
export class DirectorySweep {
  constructor(
    private readonly deps: {
      catalog: CatalogService;
      auth: AuthService;
      database: ReadinessDatabase;
      clock: Clock;
      writer: DirectoryWriter;
      logger: LoggerService;
    },
  ) {}

  /**
   * Sweeps the whole catalog once.
   *
   * @param signal - honoured between transactions; what was stored stays
   * @throws the catalog's error when it can't be read to the end
   */
  async run(signal?: AbortSignal): Promise<SweepResult> {
    const { database, writer } = this.deps;
    const token = await database.transaction(tx => writer.beginSweep(tx));
    const result = { complete: false, seen: 0, changed: 0, deleted: 0 };
    const seen = new Set<string>();
    try {
      for (const kinds of DIRECTORY_KINDS) {
        for await (const page of untilAborted(this.pages(kinds), signal)) {
          result.changed += await this.storePage(page, seen, token, signal);
          result.seen = seen.size;
        }
        if (signal?.aborted) return result;
      }
      result.deleted = await this.settleMissing(seen, token, signal);
      result.complete = true;
    } catch (error) {
      if (!(error instanceof SweepSuperseded)) throw error;
      this.deps.logger.info(error.message);
    }
    return result;
  }

  private async *pages(kinds: readonly string[]): AsyncIterable<Entity[]> {
    const credentials = await this.deps.auth.getOwnServiceCredentials();
    // Not ordered by a field: entities without it would be left out.
    yield* this.deps.catalog.streamEntities(
      {
        filter: { kind: [...kinds] },
        fields: DIRECTORY_FIELDS,
        totalItems: 'exclude',
        pageSize: BATCH,
      },
      { credentials },
    );
  }

  private async storePage(
    page: readonly Entity[],
    seen: Set<string>,
    token: number,
    signal?: AbortSignal,
  ): Promise<number> {
    const { database } = this.deps;
    const records = page.flatMap(entity => this.recordOf(entity));
    for (const record of records) seen.add(`${record.ref} ${record.uid}`);
    const stored = await readStored(
      database.knex,
      records.map(record => record.ref),
    );
    const changed = changedRecords(records, stored);
    for (const part of batchesOf(changed, AT_ONCE)) {
      if (signal?.aborted) break;
      try {
        await this.store(part, token);
      } catch (error) {
        if (error instanceof SweepSuperseded || isReadinessError(error)) {
          throw error;
        }
        await this.storeOneByOne(part, token);
      }
    }
    return changed.length;
  }

  private async store(
    records: readonly EntityRecord[],
    token: number,
  ): Promise<void> {
    const { database, clock, writer } = this.deps;
    await database.transaction(async tx =>
      writer.store(tx, records, await clock.now(tx), token),
    );
  }

  /** One entity that can't be stored or judged must not hold up the others. */
  private async storeOneByOne(
    records: readonly EntityRecord[],
    token: number,
  ): Promise<void> {
    for (const record of records) {
      try {
        await this.store([record], token);
      } catch (error) {
        if (error instanceof SweepSuperseded || isReadinessError(error)) {
          throw error;
        }
        this.deps.logger.error(
          `Could not take over ${record.ref} from the catalog; what was known of it stays: ${error}`,
        );
      }
    }
  }

  private recordOf(entity: Entity): EntityRecord[] {
    try {
      return [toEntityRecord(entity)];
    } catch (error) {
      // One odd entity must not hide the others.
      this.deps.logger.warn(
        `Left out an entity that can't be read: ${entity.metadata?.name}: ${error}`,
      );
      return [];
    }
  }

  /** Counts what this full sweep missed, and deletes what is really gone. */
  private async settleMissing(
    seen: ReadonlySet<string>,
    token: number,
    signal?: AbortSignal,
  ): Promise<number> {
    const { database, clock, writer } = this.deps;
    const rows = await this.readLive();
    const missing = rows.filter(row => !seen.has(`${row.ref} ${row.uid}`));
    // A catalog that shows nothing at all is one that is just starting.
    if (seen.size === 0 && rows.length > 0) return 0;

    const suspects = missing.filter(row => row.missed + 1 >= MISSES);
    const gone = await this.confirmGone(suspects);
    if (signal?.aborted) return 0;
    await database.transaction(async tx => {
      const at = await clock.now(tx);
      await writer.fence(tx, token);
      const isMissing = new Set(missing.map(row => row.id));
      const found = rows.filter(
        row => row.missed > 0 && !isMissing.has(row.id),
      );
      for (const batch of batchesOf(missing.map(row => row.id))) {
        await tx('directory_entities')
          .whereIn('id', batch)
          .increment('missed', 1);
      }
      for (const batch of batchesOf(found.map(row => row.id))) {
        await tx('directory_entities')
          .whereIn('id', batch)
          .update({ missed: 0 });
      }
      if (gone.length > 0) await writer.remove(tx, gone, at, token);
      await writer.completeSweep(tx, token, at);
    });
    return gone.length;
  }

  private async readLive(): Promise<StoredEntity[]> {
    const rows = await this.deps.database
      .knex('directory_entities')
      .whereNull('deleted_at')
      .select('id', 'ref', 'uid', 'digest', 'missed');
    return rows.map(row => ({
      ...row,
      id: String(row.id),
      missed: Number(row.missed),
      live: true,
    }));
  }

  /** Those that the catalog does not find by their name either. */
  private async confirmGone(
    suspects: readonly StoredEntity[],
  ): Promise<StoredEntity[]> {
    const { auth, catalog } = this.deps;
    const gone: StoredEntity[] = [];
    for (const batch of batchesOf(suspects)) {
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: batch.map(row => row.ref),
          fields: ['kind', 'metadata.uid'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      batch.forEach((row, index) => {
        if (items[index]?.metadata.uid !== row.uid) gone.push(row);
      });
    }
    return gone;
  }
}

/** The database can't be reached: every further try would fail as well. */
function isReadinessError(error: unknown): boolean {
  return error instanceof ReadinessError;
}
