import {
  ReadinessError,
  sloEditPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../../access/Caller';
import { entityChain } from '../../journal';
import { requireEditor, SloWriteDeps } from '../writing';
import { saveBinding } from './TelemetryStore';

/** Lets a person say which running SLO measures which of ours. */
export class TelemetryBinding {
  constructor(private readonly deps: SloWriteDeps) {}

  async bind(
    caller: Caller,
    sloId: string,
    running: { provider: string; externalId: string } | null,
    expected: number,
  ): Promise<{ body: { bindingVersion: number }; version: number }> {
    const { access, contexts, database, evaluation, journal } = this.deps;
    const { place, entity } = await contexts.findSlo(caller, sloId);
    await access.authorize(caller, sloEditPermission, entity.ref);
    return database.transaction(async tx => {
      const { context, standing } = await contexts.read(tx, caller, entity);
      requireEditor(standing, entity);
      if (running) {
        const found = await tx('slo_telemetry_objectives')
          .where({
            provider: running.provider,
            external_id: running.externalId,
          })
          .first('service');
        // Another service's budget is not for whoever guesses its name.
        const own =
          found &&
          (caller.isAdmin || sameName(found.service, context.entity.name));
        if (!own) throw unknownRunning(running.externalId, entity.ref);
      }
      const version = await saveBinding(tx, place.id, running, expected, {
        userRef: standing.userRef,
        at: context.now,
      });
      if (version === undefined) throw outdated();
      await journal.append(tx, {
        chain: entityChain(entity.id),
        actor: standing.userRef,
        action: running ? 'slo.telemetry_bound' : 'slo.telemetry_unbound',
        subject: { sloId, ...running },
        at: context.now,
      });
      // What ran before is no fact of it any more, and its rules are others.
      await evaluation.reevaluate(tx, [entity.id], context.now);
      return { body: { bindingVersion: version }, version };
    });
  }
}

/** Whether a running SLO's service is an entity's name. */
export function sameName(service: string, name: string): boolean {
  return service.toLocaleLowerCase('en-US') === name.toLocaleLowerCase('en-US');
}

function unknownRunning(externalId: string, entityRef: string) {
  return ReadinessError.badInput(
    'RUNNING_SLO_UNKNOWN',
    `No provider runs an SLO ${externalId} of a service named like ${entityRef}. Choose one of the suggestions; an administrator can bind others.`,
    { field: 'body.running.externalId' },
  );
}

function outdated() {
  return ReadinessError.preconditionFailed(
    'BINDING_CHANGED',
    'Somebody else said in the meantime what measures this SLO. Reload the page, then decide.',
  );
}
