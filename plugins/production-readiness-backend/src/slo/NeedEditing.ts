import {
  ReadinessError,
  SloNeedInput,
  SloNeedView,
  sloSignPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { entityChain } from '../journal';
import { hasSlo, mayDecideNeed, toNeedView } from './needView';
import { requireKindWithSlos, SloWriteDeps } from './writing';

/** Takes decisions that an entity needs no SLO. */
export class NeedEditing {
  constructor(private readonly deps: SloWriteDeps) {}

  /** Says why none is needed, or takes that back. */
  async decide(
    caller: Caller,
    ref: { kind: string; namespace: string; name: string },
    { notNeededBecause }: SloNeedInput,
    expected: number,
  ): Promise<{ body: SloNeedView; version: number }> {
    const { access, contexts, database, evaluation, journal } = this.deps;
    const entity = await contexts.findEntity(caller, ref);
    // An answer of owners, like a signature.
    await access.authorize(caller, sloSignPermission, entity.ref);
    requireKindWithSlos(entity);
    return database.transaction(async tx => {
      const { context, standing } = await contexts.read(tx, caller, entity);
      if (!mayDecideNeed(context, standing)) {
        throw ReadinessError.notAllowed(
          'NOT_AN_OWNER',
          `Whether ${entity.ref} needs an SLO is decided by its product owner or its CTO. Ask one of them; while there is none, the team decides.`,
        );
      }
      if (notNeededBecause !== null && hasSlo(context)) {
        throw ReadinessError.conflict(
          'SLO_EXISTS',
          'There is an SLO already. Retire it, with a reason, instead of saying that none is needed.',
        );
      }
      const at = context.now;
      const row = {
        reason: notNeededBecause,
        version: expected + 1,
        set_by: standing.userRef,
        set_at: at,
      };
      if (!(await saveNeed(tx, entity.id, expected, row))) throw outdated();
      await journal.append(tx, {
        chain: entityChain(entity.id),
        actor: standing.userRef,
        action:
          notNeededBecause === null ? 'slo.needed_again' : 'slo.not_needed',
        subject: { reason: notNeededBecause },
        at,
      });
      await evaluation.reevaluate(tx, [entity.id], at);
      const after = await contexts.read(tx, caller, entity);
      const body = toNeedView(after.context, after.standing);
      return { body, version: body.version };
    });
  }
}

/** @returns false when somebody was faster */
async function saveNeed(
  tx: Knex.Transaction,
  entityId: string,
  expected: number,
  row: object,
): Promise<boolean> {
  const key = { entity_id: entityId };
  const written =
    expected === 0
      ? await tx('slo_needs')
          .insert({ ...key, ...row })
          .onConflict('entity_id')
          .ignore()
          .returning('version')
      : await tx('slo_needs')
          .where({ ...key, version: expected })
          .update(row)
          .returning('version');
  return written.length > 0;
}

function outdated(): ReadinessError {
  return ReadinessError.preconditionFailed(
    'NEED_CHANGED',
    'Somebody else decided this in the meantime. Reload the page to see what.',
  );
}
