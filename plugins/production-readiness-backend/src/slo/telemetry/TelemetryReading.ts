import {
  BudgetHistoryView,
  EntityTelemetryView,
  hasDrifted,
  SloTelemetryView,
  TELEMETRY_PROBLEMS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../../access/Caller';
import { Clock, ReadinessDatabase } from '../../database';
import { SloContexts } from '../SloContexts';
import { readBudgetDays } from './BudgetDayStore';
import { readTelemetryRows, TelemetryRows } from './TelemetryQuery';

/** Answers what telemetry says about SLOs, from what was stored of it. */
export class TelemetryReading {
  constructor(
    private readonly deps: {
      database: ReadinessDatabase;
      clock: Clock;
      contexts: SloContexts;
      /** Whether any provider is set up. */
      telemetryConfigured: () => boolean;
    },
  ) {}

  /** How the error budget of an SLO stood, day by day. */
  async history(
    caller: Caller,
    sloId: string,
    days: number,
  ): Promise<BudgetHistoryView> {
    const { clock, contexts, database } = this.deps;
    const { place } = await contexts.findSlo(caller, sloId);
    const now = await clock.now(database.knex);
    return {
      sloId,
      days: await readBudgetDays(database.knex, place.id, days, now),
      asOf: now,
    };
  }

  /** How the SLOs of an entity do. */
  async entity(
    caller: Caller,
    ref: { kind: string; namespace: string; name: string },
  ): Promise<EntityTelemetryView> {
    const { contexts, database } = this.deps;
    const entity = await contexts.findEntity(caller, ref);
    const { context, standing } = await contexts.read(
      database.knex,
      caller,
      entity,
    );
    const rows = await readTelemetryRows(
      database.knex,
      context.slos.map(slo => slo.record.id),
      entity.name,
      context.now,
    );
    return {
      slos: context.slos.map(slo => {
        const { inForce } = slo.standing;
        const signed = slo.record.versions.find(
          one => one.version === inForce,
        )?.target;
        return toView(
          { id: slo.record.id, publicId: slo.record.publicId, signed },
          rows,
          standing.mayEdit,
        );
      }),
      configured: this.deps.telemetryConfigured(),
      mayBind: standing.mayEdit,
      asOf: context.now,
    };
  }
}

function toView(
  slo: { id: string; publicId: string; signed: string | undefined },
  rows: TelemetryRows,
  mayBind: boolean,
): SloTelemetryView {
  const bound = rows.bindings.find(one => one.sloId === slo.id);
  const runs = rows.running.find(
    one =>
      one.provider === bound?.provider && one.externalId === bound.externalId,
  );
  const binding =
    bound?.provider && bound.externalId
      ? {
          provider: bound.provider,
          externalId: bound.externalId,
          source: runs?.source ?? null,
        }
      : null;
  const state = rows.states.find(one => one.sloId === slo.id);
  const running = state?.objective ?? null;
  return {
    sloId: slo.publicId,
    // Bound, and not collected since: there is no data yet.
    state: binding
      ? ((state?.state ?? 'no_data') as SloTelemetryView['state'])
      : 'unbound',
    objective: running,
    remaining: state?.remaining ?? null,
    burnRate: state?.burnRate ?? null,
    sampledAt: state?.sampledAt ?? null,
    checkedAt: state?.checkedAt ?? null,
    problem:
      TELEMETRY_PROBLEMS.find(problem => problem === state?.problem) ?? null,
    windowSeconds: runs?.windowSeconds ?? null,
    drift:
      slo.signed && running && hasDrifted(slo.signed, running)
        ? { running, signed: slo.signed }
        : null,
    binding,
    bindingVersion: bound?.version ?? 0,
    suggestions: mayBind && !binding ? free(rows) : [],
    samples: rows.samples
      .filter(one => one.sloId === slo.id)
      .map(({ sloId, ...sample }) => sample),
    alerts: rows.alerts
      .filter(one => one.sloId === slo.id)
      .map(({ sloId, ...alert }) => alert),
  };
}

/** Running SLOs of the entity's name that measure none of its others. */
function free({ running, bindings }: TelemetryRows) {
  return running
    .filter(
      one =>
        !bindings.some(
          bound =>
            bound.provider === one.provider &&
            bound.externalId === one.externalId,
        ),
    )
    .map(({ windowSeconds, ...one }) => one);
}
