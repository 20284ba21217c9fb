import { LoggerService } from '@backstage/backend-plugin-api';
import {
  COMMON_BLOCKERS,
  ExportQuery,
  PortfolioFacets,
  PortfolioFilters,
  PortfolioPage,
  PortfolioPosition,
  PortfolioQuery,
  PortfolioRollup,
  PortfolioRow,
  PortfolioTrend,
  RollupQuery,
  TREND_DAYS,
  TrendQuery,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access, Caller } from '../access';
import { ShortMemory } from '../access/ShortMemory';
import { Clock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { readFacets } from './FacetStore';
import { PortfolioScope } from './filters';
import { RiskOf, toBlocker, toPortfolioRows } from './portfolioRow';
import { PortfolioPages } from './PortfolioPages';
import { toCsv } from './exportRows';
import { readLines, readPage } from './PortfolioStore';
import { readRollup } from './RollupStore';
import { sharedKey } from './sharedKey';
import { positionOf } from './sorts';
import { readChanges, readEntityChanges, trendOf } from './TrendStore';

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
  directory: Directory;
  /** The sections of the checklists in use, in their order. */
  sections(): PortfolioRollup['sections'];
  /** Whether everybody may compare the toil of teams. */
  comparesToil: boolean;
}

/** How old numbers over many entities may be. */
const SHARED_MILLISECONDS = 10_000;
/** So many rows of an export are in memory at a time. */
const EXPORTED_AT_ONCE = 500;

/** Answers the portfolio from the stored summaries. */
export class PortfolioReading {
  private readonly recent = new ShortMemory<unknown>(SHARED_MILLISECONDS, 200);
  // A trend is short, and there is one for each team.
  private readonly trends = new ShortMemory<PortfolioTrend>(
    SHARED_MILLISECONDS,
    1000,
  );

  private readonly pages: PortfolioPages;

  constructor(private readonly options: PortfolioOptions) {
    this.pages = new PortfolioPages(options);
  }

  /** A page and the number of all, in at most two statements. */
  async list(caller: Caller, query: PortfolioQuery): Promise<PortfolioPage> {
    const { sort, direction, cursor, limit, ...filters } = query;
    const scope = await this.scopeOf(caller, filters);
    return this.pages.list(caller, scope, { sort, direction, cursor, limit });
  }

  /** What the portfolio can be narrowed to; shared like `rollup`. */
  async facets(
    caller: Caller,
    filters: PortfolioFilters,
  ): Promise<PortfolioFacets> {
    const scope = await this.scopeOf(caller, filters);
    return this.shared(scope, ['facets'], () => this.readFacets(scope));
  }

  private async readFacets(scope: PortfolioScope): Promise<PortfolioFacets> {
    const asOf = await this.options.clock.now(scope.knex);
    const found = await readFacets(scope);
    const titles = new Map(
      this.options.sections().map(({ id, title }) => [id, title]),
    );
    return {
      ...found,
      section: found.section.map(({ value, count }) => ({
        value,
        count,
        title: titles.get(value) ?? { en: value, ja: value },
      })),
      blocker: found.blocker.map(({ value, count }) => ({
        ...toBlocker(value, this.options.riskOf),
        count,
      })),
      asOf,
    };
  }

  /** The rows of some entities; those that the caller may not read are left out. */
  async byRefs(
    caller: Caller,
    refs: readonly string[],
  ): Promise<{ rows: PortfolioRow[]; asOf: number }> {
    const scope = await this.scopeOf(caller, {});
    const asOf = await this.options.clock.now(scope.knex);
    const lines = await readLines(scope, refs);
    return { rows: toPortfolioRows(caller, lines, this.options), asOf };
  }

  /**
   * The portfolio summed up. For a few seconds the same numbers serve everybody
   * who may see everything; they say of when they are.
   */
  async rollup(caller: Caller, query: RollupQuery): Promise<PortfolioRollup> {
    const { by, ...filters } = query;
    const scope = await this.scopeOf(caller, filters);
    return this.shared(scope, ['rollup', by], async () => {
      const sections = this.options.sections();
      const numbers = await readRollup(scope, by);
      const { blocker } = await readFacets(scope, ['blocker']);
      return {
        ...numbers,
        lines: numbers.lines.map(line => ({
          ...line,
          sections: sections.map(({ id }) => line.sections.get(id) ?? null),
        })),
        sections,
        blockers: blocker.slice(0, COMMON_BLOCKERS).map(({ value, count }) => ({
          ...toBlocker(value, this.options.riskOf),
          count,
        })),
      };
    });
  }

  /** How what the filters leave stood over the last months. */
  async trend(caller: Caller, query: TrendQuery): Promise<PortfolioTrend> {
    const { days, ...filters } = query;
    const scope = await this.scopeOf(caller, filters);
    const read = async () =>
      trendOf(await readChanges(scope), {
        days,
        now: await this.options.clock.now(scope.knex),
      });
    const key = sharedKey(scope, [days]);
    return key === undefined ? read() : this.trends.get(key, read);
  }

  /**
   * How one entity stood over the last year.
   *
   * @throws ReadinessError 404 ENTITY_NOT_FOUND
   */
  async entityTrend(caller: Caller, ref: string): Promise<PortfolioTrend> {
    const { access, clock, database, directory } = this.options;
    const { knex } = database;
    const entity = await directory.findEntity(
      knex,
      ref,
      await access.visibility(caller),
    );
    return trendOf(await readEntityChanges(knex, entity.id), {
      days: TREND_DAYS,
      now: await clock.now(knex),
    });
  }

  /** Everything that the filters leave, page by page, as the text of a file. */
  async *export(caller: Caller, query: ExportQuery): AsyncIterable<string> {
    const { format, sort, direction, ...filters } = query;
    const scope = await this.scopeOf(caller, filters);
    let position: PortfolioPosition | undefined;
    for (let page = 0; ; page++) {
      const { lines, hasNext } = await readPage(scope, {
        sort,
        direction,
        position,
        limit: EXPORTED_AT_ONCE,
      });
      const rows = toPortfolioRows(caller, lines, this.options);
      yield format === 'csv'
        ? toCsv(rows, page === 0)
        : (page === 0 ? '[' : '') +
          rows
            .map(
              (row, index) =>
                `${page + index === 0 ? '' : ','}\n${JSON.stringify(row)}`,
            )
            .join('');
      const last = lines[lines.length - 1];
      if (!hasNext || !last) break;
      position = {
        sort,
        direction,
        ...positionOf(last, sort),
        side: 'after',
      };
    }
    if (format === 'json') yield '\n]\n';
  }

  private async shared<T>(
    scope: PortfolioScope,
    what: unknown[],
    read: () => Promise<T>,
  ): Promise<T> {
    const key = sharedKey(scope, what);
    return key === undefined
      ? read()
      : (this.recent.get(key, read) as Promise<T>);
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
}
