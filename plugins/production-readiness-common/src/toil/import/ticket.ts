import { ImportField, plainWord } from './columns';
import { ImportMapping, mappedLabels } from './mapping';
import { ImportCell, ImportRow } from './row';

/**
 * What an exported ticket says of the work. Its title, its texts and its
 * people are never read.
 *
 * @public
 */
export interface ImportTicket {
  /** In the file, from 1, the header included. */
  line: number;
  /** By which its category is found. */
  labels: readonly string[];
  /** When it was closed, else opened. */
  date?: ImportCell;
  /** Where the ticket is; absent: the file has no such column. */
  url?: ImportCell;
  /** Number or key in its tracker. */
  key?: ImportCell;
  /** Seconds, as Jira counts the time spent. */
  seconds?: ImportCell;
}

/** Which columns of a ticket export hold what; labels may have several. @public */
export interface TicketColumns {
  /** Places of columns are counted from 0. */
  labels: number[];
  /** Columns that may hold the day, the best one first. */
  date: number[];
  /** The column with the link. */
  url?: number;
  /** The column with the ticket's key, such as `OPS-12`. */
  key?: number;
  /** The column with the time spent. */
  seconds?: number;
}

/**
 * Finds out whether a header is that of a ticket export.
 *
 * @returns undefined for a file of entries
 * @public
 */
export function ticketColumnsOf(
  headers: readonly string[],
): { format: 'github' | 'jira'; columns: TicketColumns } | undefined {
  const plain = headers.map(plainWord);
  const all = (...names: string[]) =>
    names.flatMap(name =>
      plain.flatMap((header, index) => (header === name ? [index] : [])),
    );
  const labels = all('labels', 'label', 'ラベル');
  if (labels.length === 0) return undefined;
  const key = all('issuekey', '課題キー', 'キー', 'key')[0];
  if (key !== undefined) {
    return {
      format: 'jira',
      columns: {
        labels,
        date: all('resolved', '解決日', '解決済み', 'created', '作成日'),
        url: all('url')[0],
        key,
        seconds: all('timespent', 'σtimespent', '消費時間', '作業時間')[0],
      },
    };
  }
  const [number] = all('number', 'issue');
  const [url] = all('url', 'htmlurl');
  if (number === undefined && url === undefined) return undefined;
  return {
    format: 'github',
    columns: {
      labels,
      date: all('closedat', 'createdat'),
      url,
      key: number,
    },
  };
}

/**
 * The row that a ticket is by the mapping; undefined when none of its labels
 * is mapped, so that it is no recorded work.
 *
 * @public
 */
export function ticketRow(
  ticket: ImportTicket,
  mapping: ImportMapping,
): ImportRow | undefined {
  const mapped = mappedLabels(ticket.labels, mapping);
  if (!mapped) return undefined;
  const cells = new Map<ImportField, ImportCell>();
  const set = (field: ImportField, text: unknown, at?: ImportCell) => {
    if (text === undefined || text === '') return;
    cells.set(field, {
      text: String(text),
      column: at?.column ?? 0,
      header: at?.header ?? 'labels',
    });
  };
  const { date, url, key, seconds } = ticket;
  const spent = Number(seconds?.text || 0);
  const minutes =
    (spent > 0 ? Math.max(1, Math.round(spent / 60)) : undefined) ??
    mapped.minutes ??
    mapping.minutesPerTicket;
  set('date', date && ticketDate(date.text), date);
  set('minutes', minutes, seconds);
  set('category', mapped.category);
  set('trigger', mapped.trigger);
  set('nature', mapped.nature);
  set('ticketUrl', url?.text ?? linkTo(mapping, key?.text), url ?? key);
  set('key', url?.text ?? key?.text, key ?? url);
  return { line: ticket.line, cells };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Dates as trackers export them: ISO, `22/Nov/26 3:04 PM`, `22.11.2026`. What
 * it can't read stays as it is, to be refused with its words.
 *
 * @public
 */
export function ticketDate(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const named = /^(\d{1,2})[/\- ]([A-Za-z]{3})[a-z]*[/\- ](\d{2,4})\b/.exec(
    plain,
  );
  if (named) {
    const month = MONTHS.indexOf(named[2].toLocaleLowerCase('en-US')) + 1;
    if (month > 0) return isoDate(named[3], month, named[1]);
  }
  const japanese = /^(\d{2,4})\/(\d{1,2})(?:月)?\/(\d{1,2})\b/.exec(plain);
  if (japanese) {
    return isoDate(japanese[1], Number(japanese[2]), japanese[3]);
  }
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(plain);
  if (german) return isoDate(german[3], Number(german[2]), german[1]);
  return plain;
}

function isoDate(year: string, month: number, day: string): string {
  const full = year.length === 2 ? `20${year}` : year;
  return `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function linkTo(mapping: ImportMapping, key: string | undefined) {
  // A key with half a surrogate pair leads nowhere, and can't be written.
  return key && mapping.ticketBaseUrl && !/\p{Surrogate}/u.test(key)
    ? `${mapping.ticketBaseUrl}${encodeURIComponent(key)}`
    : undefined;
}
