import { randomUUID } from 'node:crypto';
import {
  DelegationInput,
  DelegationsView,
  DelegationView,
  LONGEST_DELEGATION_MILLISECONDS,
  ReadinessError,
  sloDelegatePermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../../access';
import { Caller } from '../../access/Caller';
import { Clock, ReadinessDatabase, runOnce } from '../../database';
import { Directory, Visibility } from '../../directory';
import { Journal, SYSTEM_CHAIN } from '../../journal';
import { SloConfig } from '../config';
import { namedEntities } from '../namedOwners';
import {
  DelegationRecord,
  insertDelegation,
  lockDelegation,
  readDelegations,
  updateDelegation,
} from './DelegationStore';
import { toDelegationViews } from './toDelegationViews';

/** Kinds that a delegation can be limited to. */
const SCOPES = new Set(['component', 'system', 'domain', 'api', 'resource']);

/** What delegations need of the other parts. */
export interface DelegationDeps {
  access: Access;
  clock: Clock;
  config: SloConfig;
  database: ReadinessDatabase;
  directory: Directory;
  journal: Journal;
}

/**
 * Lets owners have somebody else decide for a time. Only the owner makes,
 * renews and ends a delegation; who received it can't pass it on.
 */
export class Delegations {
  constructor(private readonly deps: DelegationDeps) {}

  /** Who decides for the caller, and for whom the caller decides. */
  async list(caller: Caller): Promise<DelegationsView> {
    const { access, clock, database } = this.deps;
    const userRef = caller.userRef ?? '';
    const q = database.knex;
    const visibility = await access.visibility(caller);
    const given = await readDelegations(q, userRef, 'delegator_ref');
    const received = await readDelegations(q, userRef, 'delegate_ref');
    const asOf = await clock.now(q);
    const views = await this.views(q, [...given, ...received], {
      visibility,
      asOf,
    });
    return {
      mayDelegate: caller.kind === 'user' && (await this.ownsAny(q, userRef)),
      given: views.slice(0, given.length),
      received: views.slice(given.length),
      asOf,
    };
  }

  /** Makes a delegation of the caller's roles. */
  async add(
    caller: Caller,
    input: DelegationInput,
    key: string | undefined,
  ): Promise<DelegationView> {
    const { access, clock, database } = this.deps;
    const userRef = await this.requireDelegator(caller);
    const visibility = await access.visibility(caller);
    await this.requireDelegate(userRef, input.delegateRef, visibility);
    if (input.scopeRef) await this.requireScope(caller, input.scopeRef);
    return database.transaction(async tx => {
      const at = await clock.now(tx);
      requireLength(input.validUntil, at);
      const action = {
        key,
        operationId: 'addDelegation',
        actor: userRef,
        request: input,
        at,
      };
      const { id } = await runOnce(tx, action, async () => {
        const record: DelegationRecord = {
          ...input,
          publicId: randomUUID(),
          delegatorRef: userRef,
          createdAt: at,
          revokedAt: null,
          version: 1,
        };
        await insertDelegation(tx, record);
        await this.note(tx, 'slo.delegated', record, at);
        return { id: record.publicId };
      });
      const record = await lockDelegation(tx, id);
      const [view] = await this.views(tx, [record!], { visibility, asOf: at });
      return view;
    });
  }

  /**
   * Lets a delegation that holds end at another time, or be about something
   * else; what was signed by it stays signed.
   */
  async renew(
    caller: Caller,
    id: string,
    change: { validUntil: number; scopeRef?: string | null },
    expected: number,
  ) {
    const { validUntil, scopeRef } = change;
    await this.requireDelegator(caller);
    if (scopeRef) await this.requireScope(caller, scopeRef);
    return this.change(caller, id, expected, (before, at) => {
      requireLength(validUntil, at);
      return {
        record: {
          ...before,
          validUntil,
          ...(scopeRef !== undefined && { scopeRef }),
        },
        action: 'renewed',
      };
    });
  }

  /** Ends a delegation at once. What was signed by it stays signed. */
  async revoke(caller: Caller, id: string, expected: number) {
    return this.change(caller, id, expected, (before, at) => ({
      record: { ...before, revokedAt: at },
      action: 'revoked',
    }));
  }

  private async change(
    caller: Caller,
    id: string,
    expected: number,
    next: (
      before: DelegationRecord,
      at: number,
    ) => { record: DelegationRecord; action: string },
  ): Promise<{ body: DelegationView; version: number }> {
    requirePersonally(caller);
    const { access, clock, database } = this.deps;
    const visibility = await access.visibility(caller);
    return database.transaction(async tx => {
      const at = await clock.now(tx);
      const before = await lockDelegation(tx, id);
      // What others gave is nobody's business, its existence included.
      if (!before || before.delegatorRef !== caller.userRef) throw unknown();
      if (before.version !== expected) throw outdated(before);
      if (before.revokedAt !== null) throw over();
      const { record, action } = next(before, at);
      const after = { ...record, version: before.version + 1 };
      await updateDelegation(tx, after);
      await this.note(tx, `slo.delegation_${action}`, after, at);
      const [body] = await this.views(tx, [after], { visibility, asOf: at });
      return { body, version: body.version };
    });
  }

  private views(
    q: Knex,
    records: DelegationRecord[],
    options: { visibility: Visibility; asOf: number },
  ): Promise<DelegationView[]> {
    return toDelegationViews(q, records, options);
  }

  private async note(
    tx: Knex.Transaction,
    action: string,
    record: DelegationRecord,
    at: number,
  ): Promise<void> {
    await this.deps.journal.append(tx, {
      chain: SYSTEM_CHAIN,
      actor: record.delegatorRef,
      action,
      subject: {
        delegationId: record.publicId,
        delegateRef: record.delegateRef,
        scopeRef: record.scopeRef,
        validUntil: record.validUntil,
        reason: record.reason,
      },
      at,
    });
  }

  /** Lets people pass who answer for something. */
  private async requireDelegator(caller: Caller): Promise<string> {
    const { access, database } = this.deps;
    requirePersonally(caller);
    await access.authorize(caller, sloDelegatePermission);
    const userRef = caller.userRef ?? '';
    if (await this.ownsAny(database.knex, userRef)) return userRef;
    throw ReadinessError.notAllowed(
      'NOTHING_TO_DELEGATE',
      'You hold no role of an owner, such as product owner or CTO, of anything, so there is nothing that somebody could decide for you.',
    );
  }

  private async ownsAny(q: Knex, userRef: string): Promise<boolean> {
    const { roles } = this.deps.config;
    const rows = await namedEntities(q, roles, [userRef]).limit(1);
    return rows.length > 0;
  }

  /** Lets entities pass that can hold SLOs and that the caller may see. */
  private async requireScope(caller: Caller, scopeRef: string): Promise<void> {
    const { access, database, directory } = this.deps;
    requireScopeKind(scopeRef);
    const visibility = await access.visibility(caller);
    await directory.findEntity(database.knex, scopeRef, visibility);
  }

  private async requireDelegate(
    userRef: string,
    delegateRef: string,
    visibility: Visibility,
  ): Promise<void> {
    const { database, directory } = this.deps;
    if (delegateRef === userRef) {
      throw ReadinessError.badInput(
        'DELEGATE_IS_YOU',
        'You decide already. Choose another person.',
        { field: 'body.delegateRef' },
      );
    }
    const isUser = delegateRef.startsWith('user:');
    const found =
      isUser &&
      (await directory
        .findEntity(database.knex, delegateRef, visibility)
        .catch(notFound));
    if (found) return;
    throw ReadinessError.badInput(
      'UNKNOWN_USER',
      `There is no person ${delegateRef} in the catalog. Choose one from the list.`,
      { field: 'body.delegateRef' },
    );
  }
}

function notFound(error: unknown): undefined {
  if (error instanceof ReadinessError && error.status === 404) return undefined;
  throw error;
}

function requirePersonally(caller: Caller): void {
  if (caller.kind === 'user' && !caller.onBehalfOf) return;
  throw ReadinessError.notAllowed(
    'SIGNER_NOT_A_PERSON',
    'Only a person can delegate, and not through a service that acts in a person’s name. Sign in Backstage yourself.',
  );
}

function requireScopeKind(scopeRef: string): void {
  if (SCOPES.has(scopeRef.slice(0, scopeRef.indexOf(':')))) return;
  throw ReadinessError.badInput(
    'SCOPE_WITHOUT_SLO',
    `${scopeRef} can hold no SLO. Choose a Component, System, Domain, API or Resource, or everything.`,
    { field: 'body.scopeRef' },
  );
}

function requireLength(validUntil: number, at: number): void {
  if (validUntil > at && validUntil - at <= LONGEST_DELEGATION_MILLISECONDS) {
    return;
  }
  throw ReadinessError.badInput(
    'DELEGATION_LENGTH',
    'A delegation ends within the next 180 days. Choose a nearer day; it can be renewed before it ends.',
    { field: 'body.validUntil' },
  );
}

function unknown(): ReadinessError {
  return ReadinessError.notFound(
    'DELEGATION_NOT_FOUND',
    'You gave no such delegation. Reload the list.',
    { field: 'path.delegationId' },
  );
}

function outdated({ version, validUntil }: DelegationRecord): ReadinessError {
  return ReadinessError.preconditionFailed(
    'DELEGATION_CHANGED',
    'You changed this delegation elsewhere in the meantime. Look at it again, then decide.',
    { details: { current: { version, validUntil } } },
  );
}

function over(): ReadinessError {
  return ReadinessError.conflict(
    'DELEGATION_OVER',
    'This delegation has ended. Make a new one.',
  );
}
