import {
  ReadinessError,
  SignerStanding,
  sloEditPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { Clock, ReadinessDatabase } from '../database';
import { Journal } from '../journal';
import { SloSubject } from './EntitySlos';
import { SloContexts } from './SloContexts';

/** Recomputes what is stored of entities; the evaluation's. */
export interface Reevaluation {
  reevaluate(
    tx: Knex.Transaction,
    entityIds: string[],
    at: number,
  ): Promise<void>;
}

/** What every write needs. */
export interface SloWriteDeps {
  database: ReadinessDatabase;
  journal: Journal;
  access: Access;
  evaluation: Reevaluation;
  contexts: SloContexts;
  clock: Clock;
}

/** Kinds of entities that run, and so can hold a promise. */
const KINDS = new Set(['component', 'system', 'api', 'resource']);

/**
 * Lets an editor pass.
 *
 * @throws ReadinessError 403 when the permission framework refuses
 */
export async function authorizeEdit(
  access: Access,
  caller: Caller,
  entity: SloSubject,
): Promise<void> {
  await access.authorize(caller, sloEditPermission, entity.ref);
}

/**
 * Lets people pass, before it is known which entities are meant.
 *
 * @throws ReadinessError 403 NOT_A_PERSON
 */
export function requirePerson(caller: Caller): void {
  if (caller.kind === 'user' && caller.userRef && !caller.onBehalfOf) return;
  throw ReadinessError.notAllowed(
    'NOT_A_PERSON',
    'Only people who are signed in themselves may import. Sign in, then try again.',
  );
}

/**
 * Lets those pass whose entity it is.
 *
 * @throws ReadinessError 403 NOT_AN_EDITOR
 */
export function requireEditor(
  standing: SignerStanding,
  entity: SloSubject,
): void {
  if (standing.mayEdit) return;
  throw ReadinessError.notAllowed(
    'NOT_AN_EDITOR',
    `Only members of the team that owns ${entity.ref}, its product owner and its CTO may change this. Ask one of them.`,
  );
}

/**
 * Lets entities pass that can name owners: a Domain too, for what is in it.
 *
 * @throws ReadinessError 400 KIND_WITHOUT_OWNERS
 */
export function requireKindWithOwners(entity: SloSubject): void {
  if (KINDS.has(entity.kind) || entity.kind === 'domain') return;
  throw ReadinessError.badInput(
    'KIND_WITHOUT_OWNERS',
    `${entity.ref} has no product owner and no CTO. They belong to a Component, System, API, Resource or Domain.`,
    { field: 'path.kind' },
  );
}

/**
 * Lets entities pass that can have journeys and SLOs.
 *
 * @throws ReadinessError 400 KIND_WITHOUT_SLO
 */
export function requireKindWithSlos(entity: SloSubject): void {
  if (KINDS.has(entity.kind)) return;
  throw ReadinessError.badInput(
    'KIND_WITHOUT_SLO',
    `${entity.ref} does not run, so it can hold no promise. Journeys and SLOs belong to a Component, System, API or Resource.`,
    { field: 'path.kind' },
  );
}
