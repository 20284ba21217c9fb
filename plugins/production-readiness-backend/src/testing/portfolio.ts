import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  exportQuery,
  portfolioFilters,
  portfolioQuery,
  rollupQuery,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller, EVERYTHING, Visibility } from '../access';
import { translateCriteria } from '../access/catalogRules';
import { FixedClock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { PortfolioReading } from '../portfolio/PortfolioReading';

/** The moment at which everything happens. */
export const NOW = Date.UTC(2026, 10, 22);

/** Ann, of a team in an organisation. */
const caller: Caller = {
  kind: 'user',
  userRef: 'user:default/ann',
  principals: ['user:default/ann', 'group:default/team', 'group:default/org'],
  isAdmin: false,
  onBehalfOf: false,
  credentials: mockCredentials.user('user:default/ann'),
};

/** Nobody's member. */
const nobody: Caller = {
  ...caller,
  userRef: 'user:default/nobody',
  principals: ['user:default/nobody'],
};

/** Hides what is annotated as secret, as a rule of the catalog would. */
export const notSecret: Visibility = {
  apply: (query, alias) =>
    void translateCriteria({
      not: {
        rule: 'HAS_ANNOTATION',
        resourceType: 'catalog-entity',
        params: { annotation: 'secret', value: 'true' },
      },
    })!(query, alias),
};

/** The portfolio as Ann sees it. */
export function setUpPortfolio(
  database: ReadinessDatabase,
  options: {
    visibility?: Visibility;
    reevaluate?: (ids: readonly string[]) => Promise<void>;
    comparesToil?: boolean;
  } = {},
) {
  const reading = new PortfolioReading({
    database,
    clock: new FixedClock(NOW),
    access: {
      visibility: async () => options.visibility ?? EVERYTHING,
    } as unknown as Access,
    logger: mockServices.logger.mock(),
    evaluation: {
      reevaluate: async (_, ids) => options.reevaluate?.(ids),
    },
    directory: {} as Directory,
    sections: () => [
      { id: 'operations', title: { en: 'operations', ja: 'operations' } },
    ],
    riskOf: itemId =>
      itemId === 'REL-3'
        ? { en: 'Rollback untested', ja: '切り戻し未確認' }
        : undefined,
    comparesToil: options.comparesToil ?? false,
  });
  return {
    page: ({
      as,
      ...query
    }: { as?: 'nobody' } & Record<string, unknown> = {}) =>
      reading.list(
        as === 'nobody' ? nobody : caller,
        portfolioQuery.parse(query),
      ),
    names: async (query: object = {}) =>
      (
        await reading.list(
          caller,
          portfolioQuery.parse({
            sort: 'entity',
            direction: 'asc',
            ...query,
          }),
        )
      ).rows.map(row => row.name),
    rollup: (query: object) => reading.rollup(caller, rollupQuery.parse(query)),
    /** The whole file. */
    async exported(query: object) {
      let text = '';
      const chunks = reading.export(caller, exportQuery.parse(query));
      for await (const chunk of chunks) text += chunk;
      return text;
    },
    facets: (query: object = {}) =>
      reading.facets(caller, portfolioFilters.parse(query)),
  };
}
