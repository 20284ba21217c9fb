import type {
  FactRetriever,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import {
  createReadinessClient,
  PortfolioRow,
  routes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DateTime } from 'luxon';

/** Rows of one page; the most that the portfolio gives. */
const PAGE = 100;

/**
 * Reads readiness from the stored summaries, page by page. Toil is left out:
 * it is shown to a team's own people first, and Tech Insights knows no readers.
 */
export const readinessFactRetriever: FactRetriever = {
  id: 'productionReadinessFactRetriever',
  version: '1.0.0',
  title: 'Production readiness',
  description: 'Where entities stand with their readiness checklist',
  schema: {
    level: {
      type: 'string',
      description: 'Id of the level reached, or none',
    },
    score: {
      type: 'float',
      description:
        'Share of required weight that is satisfied, in percent; left out when nothing is required',
    },
    requiredItems: {
      type: 'integer',
      description: 'Items that the tier asks for',
    },
    satisfiedItems: {
      type: 'integer',
      description: 'Required items that count',
    },
    waitingItems: {
      type: 'integer',
      description: 'Required items that wait for a second person',
    },
    blockers: {
      type: 'integer',
      description: 'Items of high weight that stand in the way of a release',
    },
    inAdoption: {
      type: 'boolean',
      description: 'Whether nothing blocks yet, in an adoption period',
    },
    sloState: {
      type: 'string',
      description: 'How the SLOs stand, the most urgent word of all of them',
    },
  },
  async handler({ auth, discovery }) {
    const client = createReadinessClient({
      discoveryApi: discovery,
      fetchApi: { fetch },
    });
    const facts: TechInsightFact[] = [];
    let cursor: string | null = null;
    do {
      // A token lasts an hour, and a large catalog may take a while.
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'production-readiness',
      });
      const page: ReadinessPage = (
        await client.call(routes.listPortfolio, {
          query: {
            sort: 'entity',
            direction: 'asc',
            limit: PAGE,
            ...(cursor !== null && { cursor }),
          },
          token,
        })
      ).body;
      facts.push(...page.rows.map(row => toFact(row, page.asOf)));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return facts;
  },
};

/** What of a page of the portfolio is read. */
interface ReadinessPage {
  rows: PortfolioRow[];
  nextCursor: string | null;
  /** Milliseconds since the epoch. */
  asOf: number;
}

function toFact(row: PortfolioRow, asOf: number): TechInsightFact {
  const { kind, namespace, name } = row;
  return {
    entity: { kind, namespace, name },
    // Without it SQLite writes a moment that Tech Insights can't read back.
    timestamp: DateTime.fromMillis(asOf),
    facts: {
      level: row.level,
      ...(row.score !== null && { score: row.score / 10 }),
      requiredItems: row.required,
      satisfiedItems: row.satisfied,
      waitingItems: row.waiting,
      blockers: row.blockerCount,
      inAdoption: row.adoptionUntil !== null,
      sloState: row.sloState,
    },
  };
}
