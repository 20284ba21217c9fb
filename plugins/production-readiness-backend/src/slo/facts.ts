import {
  SloBox,
  SloFacts,
  sloFactsOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock } from '../database';
import { Directory } from '../directory';
import { SloConfig } from './config';
import { EntitySlos, nameOf, readEntitySlos } from './EntitySlos';

/** Reads what checklists and lists may know of SLOs. */
export interface SloFactReader {
  /**
   * In three statements for each 500 entities. Each live
   * entity that was asked for is in the answer.
   *
   * @param connection - inside a transaction, the transaction
   */
  read(
    connection: Knex,
    entityIds: readonly string[],
  ): Promise<Map<string, SloFacts>>;
}

/** Reads who answers for the SLOs of entities. */
export interface SloOwnerReader {
  /** Vacant roles are left out. */
  read(
    connection: Knex,
    entityIds: readonly string[],
  ): Promise<Map<string, SloBox['owners']>>;
}

/** What the readers need. */
export interface SloReaderOptions {
  clock: Clock;
  directory: Directory;
  config: SloConfig;
}

/** SQLite takes 32 766 parameters, and long lists help nobody. */
const BATCH = 500;

/** Reads the facts from versions and signatures; nothing of them is stored. */
export function createSloFactReader(options: SloReaderOptions): SloFactReader {
  return {
    read: (connection, entityIds) =>
      readBatches(connection, entityIds, options, context =>
        sloFactsOf(
          context.policy,
          context.journeys.length,
          context.slos.map(slo => slo.standing),
          context,
        ),
      ),
  };
}

/** Reads owners from annotations and from what was set. */
export function createSloOwnerReader(
  options: SloReaderOptions,
): SloOwnerReader {
  return {
    read: (connection, entityIds) =>
      readBatches(connection, entityIds, options, ownersOf),
  };
}

async function readBatches<T>(
  connection: Knex,
  entityIds: readonly string[],
  options: SloReaderOptions,
  map: (context: EntitySlos) => T,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (let from = 0; from < entityIds.length; from += BATCH) {
    const entities = await options.directory.findByIds(
      connection,
      entityIds.slice(from, from + BATCH),
    );
    const all = await readEntitySlos(connection, entities, {
      ...options,
      withContent: false,
    });
    for (const [id, context] of all) found.set(id, map(context));
  }
  return found;
}

function ownersOf(context: EntitySlos): SloBox['owners'] {
  return context.owners.flatMap(({ role, userRef, origin, vacant }) =>
    vacant || !userRef || !origin
      ? []
      : [
          {
            role,
            userRef,
            name: nameOf(context.people, userRef),
            origin: origin.place === 'entity' ? origin.by : origin.place,
          },
        ],
  );
}
