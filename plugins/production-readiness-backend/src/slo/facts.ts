import {
  SloFacts,
  sloFactsOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock } from '../database';
import { Directory } from '../directory';
import { SloConfig } from './config';
import { readEntitySlos } from './EntitySlos';

/** Reads what checklists and lists may know of SLOs. */
export interface SloFactReader {
  /**
   * In three statements and one for the time, however many entities. Each live
   * entity that was asked for is in the answer.
   *
   * @param connection - inside a transaction, the transaction
   */
  read(
    connection: Knex,
    entityIds: readonly string[],
  ): Promise<Map<string, SloFacts>>;
}

/** SQLite takes 32 766 parameters, and long lists help nobody. */
const BATCH = 500;

/** Reads the facts from versions and signatures; nothing of them is stored. */
export function createSloFactReader(options: {
  clock: Clock;
  directory: Directory;
  config: SloConfig;
}): SloFactReader {
  const { clock, directory, config } = options;
  return {
    async read(connection, entityIds) {
      const facts = new Map<string, SloFacts>();
      if (entityIds.length === 0) return facts;
      const now = await clock.now(connection);
      for (let from = 0; from < entityIds.length; from += BATCH) {
        const entities = await directory.findByIds(
          connection,
          entityIds.slice(from, from + BATCH),
        );
        const all = await readEntitySlos(connection, entities, {
          config,
          now,
          withContent: false,
        });
        for (const [id, context] of all) {
          const { policy, journeys, slos } = context;
          const standings = slos.map(slo => slo.standing);
          facts.set(id, sloFactsOf(policy, journeys.length, standings));
        }
      }
      return facts;
    },
  };
}
