import {
  canonicalRef,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { Clock, ReadinessDatabase } from '../database';
import { batchesOf } from '../directory/batches';
import { Directory, Visibility } from '../directory';
import { SloConfig } from './config';
import {
  DerivedPolicy,
  DerivedSlo,
  EntitySlos,
  readEntitySlos,
  SloSubject,
} from './EntitySlos';
import {
  DocumentKind,
  DocumentPlace,
  findDocument,
} from './signing/DocumentStore';
import { CallerStanding, standingOfCaller } from './standingOfCaller';
import { EvidenceReader, readSurroundings } from './surroundings';

/** What reading SLOs needs of the other parts. */
export interface SloContextOptions {
  database: ReadinessDatabase;
  clock: Clock;
  directory: Directory;
  access: Access;
  config: SloConfig;
  /** Without it no signer is warned of a target that asks for too much. */
  evidence?: EvidenceReader;
}

/** An entity's SLOs with what the caller is to them. */
export interface CallerContext {
  context: EntitySlos;
  standing: CallerStanding;
}

/** Where a signed document is, and whose it is. */
export interface FoundDocument {
  place: DocumentPlace;
  entity: SloSubject;
}

/** Reads the SLOs of an entity for a caller. */
export class SloContexts {
  /** Kept as long as the caller is, which is a minute at most. */
  private readonly visibilities = new WeakMap<Caller, Promise<Visibility>>();

  constructor(private readonly options: SloContextOptions) {}

  private visibility(caller: Caller): Promise<Visibility> {
    const known = this.visibilities.get(caller);
    if (known) return known;
    const asked = this.options.access.visibility(caller);
    this.visibilities.set(caller, asked);
    // What could not be asked is asked again.
    asked.catch(() => this.visibilities.delete(caller));
    return asked;
  }

  /**
   * Finds an entity that the caller may see.
   *
   * @throws ReadinessError 404 ENTITY_NOT_FOUND
   */
  async findEntity(
    caller: Caller,
    ref: string | { kind: string; namespace: string; name: string },
  ): Promise<SloSubject> {
    const { database, directory } = this.options;
    const visibility = await this.visibility(caller);
    const entity = await directory.findEntity(
      database.knex,
      canonicalRef(ref),
      visibility,
    );
    return { ...entity, visibility };
  }

  /**
   * Finds an SLO of an entity that the caller may see.
   *
   * @throws ReadinessError 404 SLO_NOT_FOUND, in the same words whether it
   *   does not exist or may not be seen
   */
  findSlo(caller: Caller, sloId: string): Promise<FoundDocument> {
    return this.findDocument(caller, 'slo', sloId);
  }

  /**
   * Finds a signed document of an entity that the caller may see.
   *
   * @throws ReadinessError 404 SLO_NOT_FOUND or POLICY_NOT_FOUND
   */
  async findDocument(
    caller: Caller,
    kind: DocumentKind,
    publicId: string,
  ): Promise<FoundDocument> {
    const { knex } = this.options.database;
    const place = await findDocument(knex, kind, publicId);
    if (!place) throw unknownDocument(kind);
    const entity = await this.findEntity(caller, place.entityRef).catch(
      error => {
        throw error instanceof ReadinessError && error.status === 404
          ? unknownDocument(kind)
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
      visibility: await this.visibility(caller),
    });
    const context = all.get(entity.id)!;
    return { context, standing: standingOfCaller(caller, context, config) };
  }

  /** The same with what a signer is shown beside the content. */
  async readForSigning(
    q: Knex,
    caller: Caller,
    entity: SloSubject,
  ): Promise<CallerContext> {
    const read = await this.read(q, caller, entity);
    const around = await readSurroundings(q, read.context, this.options);
    return { ...read, context: { ...read.context, around } };
  }
}

/**
 * The SLO of a context.
 *
 * @throws ReadinessError 404 SLO_NOT_FOUND
 */
export function sloIn(context: EntitySlos, sloId: string): DerivedSlo {
  const slo = context.slos.find(one => one.record.publicId === sloId);
  if (!slo) throw unknownDocument('slo');
  return slo;
}

/**
 * The entity's own policy of a context.
 *
 * @throws ReadinessError 404 POLICY_NOT_FOUND
 */
export function policyIn(context: EntitySlos, policyId: string): DerivedPolicy {
  const policy = context.policies.find(
    one => one.record.publicId === policyId && one.place === 'entity',
  );
  if (!policy) throw unknownDocument('error_budget_policy');
  return policy;
}

function unknownDocument(kind: DocumentKind): ReadinessError {
  return kind === 'slo'
    ? ReadinessError.notFound(
        'SLO_NOT_FOUND',
        'There is no such SLO that you may see. It may have been moved; look at the SLO page of its entity.',
        { field: 'path.sloId' },
      )
    : ReadinessError.notFound(
        'POLICY_NOT_FOUND',
        'There is no such error-budget policy that you may see. Look at the SLO page of its entity.',
        { field: 'path.policyId' },
      );
}
