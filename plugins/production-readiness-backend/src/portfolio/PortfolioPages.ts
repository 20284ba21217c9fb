import {
  decodeCursor,
  encodeCursor,
  PortfolioPage,
  PortfolioPosition,
  PortfolioQuery,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access';
import { ShortMemory } from '../access/ShortMemory';
import { PortfolioScope } from './filters';
import { isOfTeam, toPortfolioRows } from './portfolioRow';
import type { PortfolioOptions } from './PortfolioReading';
import {
  countPortfolio,
  PageRequest,
  PortfolioLine,
  PortfolioLines,
  readPage,
} from './PortfolioStore';
import { sharedKey } from './sharedKey';
import { positionOf } from './sorts';
import { Total, Totals } from './Totals';

/**
 * How long a page of a list serves everybody who may see it. What this process
 * itself writes shows at once.
 */
const PAGE_MILLISECONDS = 2_000;
/** Each has some 50 KB. */
const MOST_PAGES = 300;

type PageQuery = Pick<
  PortfolioQuery,
  'sort' | 'direction' | 'cursor' | 'limit'
>;

/** Answers the lists of the portfolio, page by page. */
export class PortfolioPages {
  private readonly totals = new Totals();
  private readonly pages = new ShortMemory<SharedPage>(
    PAGE_MILLISECONDS,
    MOST_PAGES,
  );

  constructor(private readonly options: PortfolioOptions) {}

  /** A page and the number of all, in at most two statements. */
  async list(
    caller: Caller,
    scope: PortfolioScope,
    { sort, direction, cursor, limit }: PageQuery,
  ): Promise<PortfolioPage> {
    const position =
      cursor === undefined
        ? undefined
        : decodeCursor(cursor, { sort, direction });
    const request = { sort, direction, position, limit };
    const key = sharedKey(scope, [
      'page',
      request,
      this.options.database.commits,
    ]);
    const read = () => this.readPage(scope, request);
    const { lines, page } = await (key === undefined
      ? read()
      : this.pages.get(key, read));
    // Only members see the toil of their team; all others get the same rows.
    return lines.some(line => isOfTeam(caller, line))
      ? { ...page, rows: toPortfolioRows(caller, lines, this.options) }
      : page;
  }

  /** A page as somebody sees it who is in none of the teams. */
  private async readPage(
    scope: PortfolioScope,
    request: PageRequest,
  ): Promise<SharedPage> {
    let page = await readPage(scope, request);
    if (await this.refresh(page.lines)) page = await readPage(scope, request);
    const { total, asOf } = await this.count(scope, page);

    const { lines } = page;
    const { sort, direction } = request;
    const cursorAt = (
      line: PortfolioLine | undefined,
      side: PortfolioPosition['side'],
    ) =>
      line
        ? encodeCursor({ sort, direction, ...positionOf(line, sort), side })
        : null;
    return {
      lines,
      page: {
        rows: toPortfolioRows(undefined, lines, this.options),
        total,
        nextCursor: page.hasNext
          ? cursorAt(lines[lines.length - 1], 'after')
          : null,
        previousCursor: page.hasPrevious ? cursorAt(lines[0], 'before') : null,
        asOf,
      },
    };
  }

  /** How many there are, and when; a page that holds all of them says so. */
  private async count(
    scope: PortfolioScope,
    { lines, hasNext, hasPrevious }: PortfolioLines,
  ): Promise<Total> {
    const [first] = lines;
    if (!first) return countPortfolio(scope);
    const asOf = Number(first.now);
    if (!hasNext && !hasPrevious) return { total: lines.length, asOf };
    return this.totals.at(asOf, sharedKey(scope, []), () =>
      countPortfolio(scope),
    );
  }

  /**
   * Judges lines anew whose time has run out and that the sweep has not met
   * yet. While nothing can be written, the stored line serves.
   */
  private async refresh(lines: readonly PortfolioLine[]): Promise<boolean> {
    const { clock, database, evaluation, logger } = this.options;
    const ids = lines
      .filter(
        line =>
          line.valid_until && Number(line.valid_until) <= Number(line.now),
      )
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
}

/** A page that serves many people. */
interface SharedPage {
  lines: readonly PortfolioLine[];
  page: PortfolioPage;
}
