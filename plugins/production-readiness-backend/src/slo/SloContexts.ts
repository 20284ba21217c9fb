import {
  canonicalRef,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { Clock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { batchesOf } from '../directory/batches';
import { SloConfig } from './config';
import {
  DerivedSlo,
  EntitySlos,
  readEntitySlos,
  SloSubject,
} from './EntitySlos';
import { findSlo, SloPlace } from './SloStore';
import { CallerStanding, standingOfCaller } from './standingOfCaller';

/** What reading SLOs needs of the other parts. */
export interface SloContextOptions {
  database: ReadinessDatabase;
  clock: Clock;
  directory: Directory;
  access: Access;
  config: SloConfig;
}

/** An entity's SLOs with what the caller is to them. */
export interface CallerContext {
  context: EntitySlos;
  standing: CallerStanding;
}

/** Reads the SLOs of an entity for a caller. */
export class SloContexts {
  constructor(private readonly options: SloContextOptions) {}

  /**
   * Finds an entity that the caller may see.
   *
   * @throws ReadinessError 404 ENTITY_NOT_FOUND
   */
  async findEntity(
    caller: Caller,
    ref: string | { kind: string; namespace: string; name: string },
  ): Promise<SloSubject> {
    const { access, database, directory } = this.options;
    return directory.findEntity(
      database.knex,
      canonicalRef(ref),
      await access.visibility(caller),
    );
  }

  /**
   * Finds an SLO of an entity that the caller may see.
   *
   * @throws ReadinessError 404 SLO_NOT_FOUND, in the same words whether it
   *   does not exist or may not be seen
   */
  async findSlo(
    caller: Caller,
    sloId: string,
  ): Promise<{ place: SloPlace; entity: SloSubject }> {
    const place = await findSlo(this.options.database.knex, sloId);
    if (!place) throw unknownSlo();
    const entity = await this.findEntity(caller, place.entityRef).catch(
      error => {
        throw error instanceof ReadinessError && error.status === 404
          ? unknownSlo()
          : error;
      },
    );
    return { place, entity };
  }

  /** Like `read`, for several entities with one set of statements. */
  async readAll(
    q: Knex,
    caller: Caller,
    entities: readonly SloSubject[],
  ): Promise<Map<string, CallerContext>> {
    const { clock, config } = this.options;
    const all = new Map<string, CallerContext>();
    // A list of parameters can't be longer on SQLite, and need not be.
    for (const batch of batchesOf(entities, 500)) {
      const contexts = await readEntitySlos(q, batch, {
        config,
        clock,
        withContent: true,
        people: caller.userRef ? [caller.userRef] : [],
      });
      for (const [id, context] of contexts) {
        const standing = standingOfCaller(caller, context, config);
        all.set(id, { context, standing });
      }
    }
    return all;
  }

  /** Reads everything about the SLOs of an entity, contents included. */
  async read(
    q: Knex,
    caller: Caller,
    entity: SloSubject,
    people: readonly string[] = [],
  ): Promise<CallerContext> {
    const { clock, config } = this.options;
    const all = await readEntitySlos(q, [entity], {
      config,
      clock,
      withContent: true,
      people: caller.userRef ? [caller.userRef, ...people] : people,
      delegateRef: caller.userRef,
    });
    const context = all.get(entity.id)!;
    return { context, standing: standingOfCaller(caller, context, config) };
  }
}

/**
 * The SLO of a context.
 *
 * @throws ReadinessError 404 SLO_NOT_FOUND
 */
export function sloIn(context: EntitySlos, sloId: string): DerivedSlo {
  const slo = context.slos.find(one => one.record.publicId === sloId);
  if (!slo) throw unknownSlo();
  return slo;
}

function unknownSlo(): ReadinessError {
  return ReadinessError.notFound(
    'SLO_NOT_FOUND',
    'There is no such SLO that you may see. It may have been moved; look at the SLO page of its entity.',
    { field: 'path.sloId' },
  );
}
