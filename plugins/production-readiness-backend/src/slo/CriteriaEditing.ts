import {
  ReadinessError,
  SeverityCriteriaInput,
  SeverityCriteriaView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { Clock } from '../database';
import { entityChain, SYSTEM_CHAIN } from '../journal';
import { toCriteriaView } from './criteriaView';
import { ORGANISATION } from './records';
import {
  authorizeEdit,
  requireEditor,
  requireKindWithSlos,
  SloWriteDeps,
} from './writing';

type EntityPath = { kind: string; namespace: string; name: string };

/** Writes down how severities are told apart. */
export class CriteriaEditing {
  constructor(
    private readonly deps: SloWriteDeps & {
      clock: Clock;
      severities: readonly string[];
    },
  ) {}

  /** Of an entity, and of what takes them over from it. */
  async setForEntity(
    caller: Caller,
    ref: EntityPath,
    input: SeverityCriteriaInput,
    expected: number,
  ): Promise<{ body: SeverityCriteriaView; version: number }> {
    const { access, contexts, database, journal } = this.deps;
    const entity = await contexts.findEntity(caller, ref);
    await authorizeEdit(access, caller, entity);
    requireKindWithSlos(entity);
    this.requireKnown(input);
    return database.transaction(async tx => {
      const { context, standing } = await contexts.read(tx, caller, entity);
      requireEditor(standing, entity);
      const at = context.now;
      const row = { entityId: entity.id, by: standing.userRef, at };
      if (!(await saveCriteria(tx, row, input, expected))) throw outdated();
      await journal.append(tx, {
        chain: entityChain(entity.id),
        actor: standing.userRef,
        action: 'slo.severity_criteria_set',
        subject: { criteria: input.criteria },
        at,
      });
      const after = await contexts.read(tx, caller, entity);
      const body = toCriteriaView(after.context, caller.isAdmin);
      return { body, version: body.version };
    });
  }

  /** Of the whole organisation. */
  async setForOrganisation(
    caller: Caller,
    input: SeverityCriteriaInput,
    expected: number,
  ): Promise<{ body: SeverityCriteriaInput; version: number }> {
    requireAdministrator(caller);
    this.requireKnown(input);
    const { clock, database, journal } = this.deps;
    return database.transaction(async tx => {
      const at = await clock.now(tx);
      const by = caller.userRef ?? '';
      const row = { entityId: ORGANISATION, by, at };
      if (!(await saveCriteria(tx, row, input, expected))) throw outdated();
      await journal.append(tx, {
        chain: SYSTEM_CHAIN,
        actor: by,
        action: 'slo.severity_criteria_set',
        subject: { criteria: input.criteria },
        at,
      });
      return { body: input, version: expected + 1 };
    });
  }

  private requireKnown({ criteria }: SeverityCriteriaInput): void {
    const { severities } = this.deps;
    const names = criteria.map(one => one.severity);
    const unknown = names.find(name => !severities.includes(name));
    if (unknown === undefined && new Set(names).size === names.length) return;
    throw ReadinessError.badInput(
      'UNKNOWN_SEVERITY',
      unknown === undefined
        ? 'A severity is described twice. Describe each once.'
        : `There is no severity ${unknown}. Choose one of ${severities.join(
            ', ',
          )}.`,
      { field: 'body.criteria' },
    );
  }
}

/** @returns false when somebody was faster */
async function saveCriteria(
  tx: Knex.Transaction,
  row: { entityId: string; by: string; at: number },
  { criteria }: SeverityCriteriaInput,
  expected: number,
): Promise<boolean> {
  const key = { entity_id: row.entityId };
  const value = {
    criteria: JSON.stringify(criteria),
    version: expected + 1,
    set_by: row.by,
    set_at: row.at,
  };
  const table = () => tx('slo_severity_criteria');
  const written =
    expected === 0
      ? await table()
          .insert({ ...key, ...value })
          .onConflict('entity_id')
          .ignore()
          .returning('version')
      : await table()
          .where({ ...key, version: expected })
          .update(value)
          .returning('version');
  return written.length > 0;
}

function requireAdministrator(caller: Caller): void {
  if (caller.kind === 'user' && !caller.onBehalfOf && caller.isAdmin) return;
  throw ReadinessError.notAllowed(
    'ADMINISTRATOR_REQUIRED',
    'Criteria for the whole organisation are written by administrators. Write those of your own entity, or ask one of them.',
  );
}

function outdated(): ReadinessError {
  return ReadinessError.preconditionFailed(
    'CRITERIA_CHANGED',
    'Somebody else changed these criteria in the meantime. Reload the page, compare, then save again.',
  );
}
