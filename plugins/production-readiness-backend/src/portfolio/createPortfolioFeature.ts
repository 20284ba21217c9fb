import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  canonicalRef,
  PortfolioRollup,
  routes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access } from '../access';
import { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import { Clock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { ApiRouter } from '../http';
import { scheduleCompaction } from './compactChanges';
import { PortfolioOptions, PortfolioReading } from './PortfolioReading';

/** The portfolio, put together. */
export interface PortfolioFeature {
  readonly reading: PortfolioReading;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
  /** Lets the scheduler keep old changes by the month. */
  schedule(scheduler: SchedulerService): Promise<void>;
}

/** Puts the portfolio together. */
export function createPortfolioFeature(options: {
  database: ReadinessDatabase;
  clock: Clock;
  access: Access;
  directory: Directory;
  config: Config;
  logger: LoggerService;
  evaluation: PortfolioOptions['evaluation'];
  registry: ChecklistRegistry;
}): PortfolioFeature {
  const { config, registry } = options;
  const risks = createRisks(registry);
  const reading = new PortfolioReading({
    ...options,
    riskOf: (itemId, digest) =>
      risks().get(`${digest} ${itemId}`) ?? risks().get(itemId),
    sections: () => sectionsOf(registry),
    comparesToil:
      config.getOptionalBoolean('productionReadiness.toil.compareTeams') ??
      false,
  });
  return {
    reading,
    serve(api) {
      api.serve(routes.listPortfolio, ({ caller, query }) =>
        reading.list(caller, query),
      );
      api.serve(routes.listPortfolioFacets, ({ caller, query }) =>
        reading.facets(caller, query),
      );
      api.serve(routes.listPortfolioByRefs, ({ caller, body }) =>
        reading.byRefs(caller, body.entityRefs),
      );
      api.serve(routes.getPortfolioRollup, ({ caller, query }) =>
        reading.rollup(caller, query),
      );
      api.serve(routes.getPortfolioTrend, ({ caller, query }) =>
        reading.trend(caller, query),
      );
      api.serve(routes.getEntityTrend, ({ caller, params }) =>
        reading.entityTrend(caller, canonicalRef(params)),
      );
      api.stream(routes.exportPortfolio, ({ caller, query }) => ({
        type: query.format === 'csv' ? 'text/csv' : 'application/json',
        fileName: `readiness.${query.format}`,
        chunks: reading.export(caller, query),
      }));
    },
    schedule: scheduler => scheduleCompaction(scheduler, options),
  };
}

/** The sections of all checklists in use, each once. */
function sectionsOf(registry: ChecklistRegistry): PortfolioRollup['sections'] {
  const sections = new Map<string, PortfolioRollup['sections'][number]>();
  for (const { document } of registry.loaded) {
    for (const { id, title } of document.sections) {
      if (!sections.has(id)) sections.set(id, { id, title });
    }
  }
  return [...sections.values()];
}

/**
 * The words of every item of the checklists in use, by digest and id; by the
 * id alone in the words of the first checklist that has it.
 */
function createRisks(registry: ChecklistRegistry) {
  let risks = new Map<string, { en: string; ja: string }>();
  let madeFor: unknown;
  return () => {
    if (madeFor === registry.loaded) return risks;
    risks = new Map();
    for (const { digest, document } of registry.loaded) {
      for (const { id, risk } of document.items) {
        risks.set(`${digest} ${id}`, risk);
        if (!risks.has(id)) risks.set(id, risk);
      }
    }
    madeFor = registry.loaded;
    return risks;
  };
}
