import { LoggerService } from '@backstage/backend-plugin-api';
import {
  decodeCursor,
  encodeCursor,
  PortfolioFacets,
  PortfolioFilters,
  PortfolioPage,
  PortfolioPosition,
  PortfolioQuery,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access, Caller } from '../access';
import { Clock, ReadinessDatabase } from '../database';
import { readFacets } from './FacetStore';
import { PortfolioScope } from './filters';
import { RiskOf, toBlocker, toPortfolioRow } from './portfolioRow';
import { countPortfolio, PortfolioLine, readPage } from './PortfolioStore';
import { SORT_COLUMN } from './sorts';

/** What the portfolio needs of the other parts. */
export interface PortfolioOptions {
  database: ReadinessDatabase;
  clock: Clock;
  access: Access;
  logger: LoggerService;
  /** Judges entities anew; here those whose time has run out. */
  evaluation: {
    reevaluate(
      tx: Knex.Transaction,
      entityIds: readonly string[],
      at: number,
    ): Promise<unknown>;
  };
  riskOf: RiskOf;
  /** Whether everybody may compare the toil of teams. */
  comparesToil: boolean;
}

/** Answers the portfolio from the stored summaries. */
export class PortfolioReading {
  constructor(private readonly options: PortfolioOptions) {}

  /** A page and the number of all, in two statements. */
  async list(caller: Caller, query: PortfolioQuery): Promise<PortfolioPage> {
    const { sort, direction, cursor, limit, ...filters } = query;
    const position =
      cursor === undefined
        ? undefined
        : decodeCursor(cursor, { sort, direction });
    const scope = await this.scopeOf(caller, filters);
    const request = { sort, direction, position, limit };

    const { total, asOf } = await countPortfolio(scope);
    let page = await readPage(scope, request);
    if (await this.refresh(page.lines, asOf)) {
      page = await readPage(scope, request);
    }

    const { lines } = page;
    const cursorAt = (
      line: PortfolioLine | undefined,
      side: PortfolioPosition['side'],
    ) =>
      line
        ? encodeCursor({ sort, direction, ...positionOf(line, sort), side })
        : null;
    return {
      rows: lines.map(line =>
        toPortfolioRow(
          line,
          this.options.riskOf,
          this.showsToil(caller, line.owner_ref),
        ),
      ),
      total,
      nextCursor: page.hasNext
        ? cursorAt(lines[lines.length - 1], 'after')
        : null,
      previousCursor: page.hasPrevious ? cursorAt(lines[0], 'before') : null,
      asOf,
    };
  }

  /** What the portfolio can be narrowed to. */
  async facets(
    caller: Caller,
    filters: PortfolioFilters,
  ): Promise<PortfolioFacets> {
    const scope = await this.scopeOf(caller, filters);
    const asOf = await this.options.clock.now(scope.knex);
    const found = await readFacets(scope);
    return {
      ...found,
      blocker: found.blocker.map(({ value, count }) => ({
        ...toBlocker(value, this.options.riskOf),
        count,
      })),
      asOf,
    };
  }

  private async scopeOf(
    caller: Caller,
    filters: PortfolioFilters,
  ): Promise<PortfolioScope> {
    return {
      knex: this.options.database.knex,
      clock: this.options.clock,
      visibility: await this.options.access.visibility(caller),
      filters,
      principals: caller.principals,
      comparesToil: this.options.comparesToil,
    };
  }

  /**
   * Judges lines anew whose time has run out and that the sweep has not met
   * yet. While nothing can be written, the stored line serves.
   */
  private async refresh(
    lines: readonly PortfolioLine[],
    asOf: number,
  ): Promise<boolean> {
    const { clock, database, evaluation, logger } = this.options;
    const ids = lines
      .filter(line => line.valid_until && Number(line.valid_until) <= asOf)
      .map(line => String(line.entity_id));
    if (ids.length === 0) return false;
    try {
      await database.transaction(async tx =>
        evaluation.reevaluate(tx, ids, await clock.now(tx)),
      );
      return true;
    } catch (error) {
      logger.warn(`Could not bring expired summaries up to date: ${error}`);
      return false;
    }
  }

  private showsToil(caller: Caller, ownerRef: string | null): boolean {
    return (
      this.options.comparesToil ||
      (ownerRef !== null && caller.principals.includes(ownerRef))
    );
  }
}

function positionOf(
  line: PortfolioLine,
  sort: PortfolioQuery['sort'],
): Pick<PortfolioPosition, 'value' | 'id'> {
  // PostgreSQL gives bigint columns as texts.
  const isText = ['sort_title', 'owner_ref'].includes(SORT_COLUMN[sort]);
  return {
    value: isText ? String(line.sort_value) : Number(line.sort_value),
    id: String(line.entity_id),
  };
}
