import {
  ImportedEntry,
  ImportProblem,
  ImportReport,
  LISTED_PROBLEMS,
  NO_MINUTES,
  ToilTotals,
  totalsOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import {
  EntryToImport,
  insertImported,
  leaveOutKnown,
  sourceKey,
} from './importStore';

/** So many rows go to the database at a time. */
const BATCH = 1000;

/** What of the report the rows themselves say. */
type RowsReport = Pick<
  ImportReport,
  'added' | 'alreadyThere' | 'rejected' | 'problems' | 'totals' | 'weeks'
>;

/**
 * Gathers the rows of a file, stores them by the batch, and counts. Without a
 * transaction it only counts.
 */
export class ImportBatches {
  private waiting: EntryToImport[] = [];
  private storing: Promise<void> = Promise.resolve();
  /** Keys by Group; with the Group in each key they would take twice the room. */
  private readonly seen = new Map<string, Set<string>>();
  /** How often the same content came, for rows without a key. */
  private readonly copies = new Map<string, number>();
  private readonly weeks = new Map<string, Set<string>>();
  private readonly totals: ToilTotals = { ...NO_MINUTES };
  private readonly problems: ImportProblem[] = [];
  private added = 0;
  private alreadyThere = 0;
  private rejected = 0;

  constructor(
    private readonly options: {
      connection: Knex;
      tx?: Knex.Transaction;
      /** The day of entries that say only their week. */
      today: string;
    },
  ) {}

  /** Counts a row that is not taken, for all its reasons. */
  reject(problems: readonly ImportProblem[]): void {
    this.rejected += 1;
    for (const problem of problems) {
      if (this.problems.length < LISTED_PROBLEMS) this.problems.push(problem);
    }
  }

  /** Takes a row. */
  async add(
    format: ImportReport['format'],
    group: string,
    imported: ImportedEntry,
  ): Promise<void> {
    const { date, ...entry } = imported.entry;
    const key = imported.key
      ? sourceKey(format, 'key', imported.key)
      : this.keyOfContent(format, group, imported);
    // The same key twice in a file is one piece of work, as in two imports.
    const seen = this.seen.get(group) ?? new Set();
    this.seen.set(group, seen);
    if (seen.has(key)) {
      this.alreadyThere += 1;
      return;
    }
    seen.add(key);
    this.waiting.push({
      group,
      sourceKey: key,
      entry: { ...entry, date: date ?? this.options.today, source: 'import' },
    });
    if (this.waiting.length < BATCH) return;
    // The database stores a batch while the next one is read.
    await this.storing;
    this.storing = this.flush();
    // Whoever awaits it next gets what went wrong; reading may end before.
    this.storing.catch(() => {});
  }

  /** Stores what is left and says what became of all rows. */
  async finish(): Promise<{
    report: RowsReport;
    weeks: ReadonlyMap<string, ReadonlySet<string>>;
  }> {
    await this.storing;
    await this.flush();
    const all = [...this.weeks.values()].flatMap(weeks => [...weeks]).sort();
    return {
      weeks: this.weeks,
      report: {
        added: this.added,
        alreadyThere: this.alreadyThere,
        rejected: this.rejected,
        problems: this.problems,
        totals: this.totals,
        weeks:
          all.length > 0 ? { from: all[0], to: all[all.length - 1] } : null,
      },
    };
  }

  /**
   * Rows without a key are told again by what they say; the note is left out,
   * since a digest of it would outlive it. Two equal rows are two.
   */
  private keyOfContent(
    format: string,
    group: string,
    { entry: { note, ...content } }: ImportedEntry,
  ): string {
    const key = sourceKey(format, 'content', JSON.stringify(content));
    const place = `${group} ${key}`;
    const copy = this.copies.get(place) ?? 0;
    this.copies.set(place, copy + 1);
    return copy === 0 ? key : sourceKey(key, copy);
  }

  private async flush(): Promise<void> {
    const { connection, tx } = this.options;
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0) return;
    const fresh = await leaveOutKnown(connection, batch);
    this.alreadyThere += batch.length - fresh.length;
    this.added += fresh.length;
    for (const { group, entry } of fresh) {
      const totals = totalsOf(entry);
      for (const name of Object.keys(totals) as (keyof ToilTotals)[]) {
        this.totals[name] += totals[name];
      }
      const weeks = this.weeks.get(group);
      if (weeks) weeks.add(entry.week);
      else this.weeks.set(group, new Set([entry.week]));
    }
    // A file that will be refused as a whole needs no row of it stored.
    if (tx) await insertImported(tx, fresh);
  }
}
