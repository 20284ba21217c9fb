import {
  SloBox,
  SloFacts,
  sloFactsOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock } from '../database';
import { protectingAlerts } from './alertViews';
import { SloConfig } from './config';
import {
  EntitySlos,
  nameOf,
  readEntitySlos,
  rulesOf,
  SloSubject,
} from './EntitySlos';
import { isNotNeeded } from './needView';

/** What checklists and lists may know of the SLOs of one entity. */
export interface SloReading {
  facts: SloFacts;
  /** Who answers for them; vacant roles are left out. */
  owners: SloBox['owners'];
}

/** Reads what checklists and lists may know of SLOs. */
export interface SloReader {
  /**
   * In two statements for each 500 entities. Each entity is in the answer.
   *
   * @param connection - inside a transaction, the transaction
   */
  read(
    connection: Knex,
    entities: readonly SloSubject[],
  ): Promise<Map<string, SloReading>>;
}

/** SQLite takes 32 766 parameters, and long lists help nobody. */
const BATCH = 500;

/**
 * Reads facts from versions and signatures, and owners from annotations and
 * from what was set; nothing of them is stored.
 */
export function createSloReader(options: {
  clock: Clock;
  config: SloConfig;
}): SloReader {
  return {
    async read(connection, entities) {
      const found = new Map<string, SloReading>();
      for (let from = 0; from < entities.length; from += BATCH) {
        const all = await readEntitySlos(
          connection,
          entities.slice(from, from + BATCH),
          { ...options, withContent: false },
        );
        for (const [id, context] of all) {
          found.set(id, {
            facts: sloFactsOf(
              context.policy,
              context.journeys.length,
              context.slos.map(slo => slo.standing),
              {
                ...context,
                alerts: protectingAlerts(context),
                rules: rulesOf(context),
                notNeeded: isNotNeeded(context),
              },
            ),
            owners: ownersOf(context),
          });
        }
      }
      return found;
    },
  };
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
