import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  canonicalRef,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock, ReadinessDatabase, whereAnyOf } from '../database';
import { batchesOf, LONGEST_LIST } from './batches';
import {
  DIRECTORY_COLUMNS,
  DirectoryEntity,
  DirectoryRow,
  toDirectoryEntity,
} from './DirectoryEntity';
import { DirectoryWriter } from './DirectoryWriter';
import { DIRECTORY_KINDS, toEntityRecord } from './EntityRecord';

/** Restricts a query to the entities that somebody may read. */
export interface Visibility {
  /**
   * @param query - a query over `directory_entities`
   * @param entityAlias - the name that this table has in it
   */
  apply(query: Knex.QueryBuilder, entityAlias: string): void;
}

/** For the plugin's own work; never for answers to a caller. */
export const EVERYTHING: Visibility = { apply: () => {} };

/** What the catalog says of entities, users and groups. */
export interface Directory {
  /**
   * The live entity of a reference, in one statement. One that the sweep has
   * not met yet is read from the catalog and stored at once.
   *
   * @param q - a connection, or the transaction that is open
   * @param ref - in any case
   * @throws ReadinessError 404 ENTITY_NOT_FOUND, in the same words whether it
   *   does not exist or may not be seen
   */
  findEntity(
    q: Knex,
    ref: string,
    visibility: Visibility,
  ): Promise<DirectoryEntity>;
  /** Live entities by their ids; those that are gone are left out. */
  findByIds(q: Knex, ids: readonly string[]): Promise<DirectoryEntity[]>;
  /** Live entities by their refs; unknown ones are left out. */
  findByRefs(q: Knex, refs: readonly string[]): Promise<DirectoryEntity[]>;
  /** The groups that these users and groups belong to, at any depth. */
  groupsOf(q: Knex, refs: readonly string[]): Promise<string[]>;
}

const KINDS = new Set<string>(DIRECTORY_KINDS.flat());

/** The directory in the plugin's database. */
export class DatabaseDirectory implements Directory {
  constructor(
    private readonly deps: {
      catalog: CatalogService;
      auth: AuthService;
      database: ReadinessDatabase;
      clock: Clock;
      writer: DirectoryWriter;
    },
  ) {}

  async findEntity(
    q: Knex,
    anyRef: string,
    visibility: Visibility,
  ): Promise<DirectoryEntity> {
    const ref = canonicalRef(anyRef);
    const found = await this.readVisible(q, ref, visibility);
    if (found) return found;
    if (await this.ingest(q, ref)) {
      const ingested = await this.readVisible(q, ref, visibility);
      if (ingested) return ingested;
    }
    throw ReadinessError.notFound(
      'ENTITY_NOT_FOUND',
      `There is no ${ref} in the catalog that you may see. Check the kind, namespace and name, or ask its owner for access.`,
    );
  }

  async findByIds(q: Knex, ids: readonly string[]): Promise<DirectoryEntity[]> {
    return this.readLive(q, 'id', ids);
  }

  async findByRefs(
    q: Knex,
    refs: readonly string[],
  ): Promise<DirectoryEntity[]> {
    return this.readLive(q, 'ref', refs);
  }

  async groupsOf(q: Knex, refs: readonly string[]): Promise<string[]> {
    if (refs.length === 0) return [];
    const rows = await q('directory_memberships')
      .whereIn('member_ref', [...refs])
      .distinct('group_ref');
    return rows.map(row => row.group_ref);
  }

  private async readVisible(
    q: Knex,
    ref: string,
    visibility: Visibility,
  ): Promise<DirectoryEntity | undefined> {
    const query = q('directory_entities as e')
      .where('e.ref', ref)
      .whereNull('e.deleted_at')
      .first(DIRECTORY_COLUMNS.map(column => `e.${column}`));
    visibility.apply(query, 'e');
    const row: DirectoryRow | undefined = await query;
    return row && toDirectoryEntity(row);
  }

  private async readLive(
    q: Knex,
    column: 'id' | 'ref',
    values: readonly string[],
  ): Promise<DirectoryEntity[]> {
    const rows: DirectoryRow[] = [];
    for (const batch of batchesOf(values, LONGEST_LIST)) {
      const query = q('directory_entities')
        .whereNull('deleted_at')
        .select(...DIRECTORY_COLUMNS);
      whereAnyOf(q, query, column, batch);
      rows.push(...(await query));
    }
    return rows.map(toDirectoryEntity);
  }

  /** Stores an entity that is not known yet; false when there is none. */
  private async ingest(q: Knex, ref: string): Promise<boolean> {
    const { auth, catalog, clock, database, writer } = this.deps;
    if (!KINDS.has(ref.slice(0, ref.indexOf(':')))) return false;
    const known = await q('directory_entities')
      .where({ ref })
      .whereNull('deleted_at')
      .first('id');
    if (known) return false;
    const credentials = await auth.getOwnServiceCredentials();
    // Not by its path: the catalog's client writes emoji into one in a way that
    // the catalog refuses.
    const { items } = await catalog
      .getEntitiesByRefs({ entityRefs: [ref] }, { credentials })
      .catch(cause => {
        throw ReadinessError.unavailable(
          'CATALOG_UNAVAILABLE',
          `The catalog does not answer at the moment, and ${ref} is not known here yet. Try again in a few seconds.`,
          { cause },
        );
      });
    const [entity] = items;
    if (!entity) return false;
    const record = toEntityRecord(entity);
    const store = async (tx: Knex.Transaction) =>
      writer.store(tx, [record], await clock.now(tx));
    // SQLite has one connection: inside a transaction only that one may write.
    if (q.isTransaction) await store(q as Knex.Transaction);
    else await database.transaction(store);
    return true;
  }
}
