import { ToilCategory } from '../categories';
import { toilEntrySchema, ToilEntryInput } from '../entry';
import { futureWeekProblem, weekOfDate } from '../week';
import { ImportField, importWord, ImportWordField, plainWord } from './columns';
import { ImportProblem, ImportProblemCode } from './report';

/** A cell of a file, and where it stands. @public */
export interface ImportCell {
  /** As it stands in the file. */
  text: string;
  /** From 1; 0 for what a mapping says. */
  column: number;
  /** Of its column, to name it in messages. */
  header: string;
}

/** A row of a file by field; empty cells are left out. @public */
export interface ImportRow {
  /** In the file, from 1, the header included. */
  line: number;
  /** By the field that the column was mapped to. */
  cells: ReadonlyMap<ImportField, ImportCell>;
}

/** What the organisation says about entries. @public */
export interface ImportRules {
  /** That an entry may be of. */
  categories: readonly ToilCategory[];
  /** Largest entry, in minutes. */
  minutesCap: number;
  /** The running week. */
  currentWeek: string;
}

/** An entry that a row says. @public */
export interface ImportedEntry {
  /** Ready to be stored. */
  entry: ToilEntryInput & { week: string };
  /** As the row names it; the page's Group when left out. */
  group?: string;
  /** What tells the row again; without it its content does. */
  key?: string;
}

/** What a row became: an entry, or what is wrong with it. @public */
export type ImportResult =
  | { entry: ImportedEntry; problems?: undefined }
  | { entry?: undefined; problems: ImportProblem[] };

type SafeEntry = ReturnType<ReturnType<typeof toilEntrySchema>['safeParse']>;

/**
 * Makes the reader of rows. It keeps what it learned about weeks, since a
 * hundred thousand rows are about a few dozen of them.
 *
 * @public
 */
export function createRowReader(
  rules: ImportRules,
): (row: ImportRow) => ImportResult {
  const schema = toilEntrySchema(rules.minutesCap);
  const categories = new Map(
    rules.categories.flatMap(category =>
      [category.id, category.label.en, category.label.ja].map(
        name => [plainWord(name), category] as const,
      ),
    ),
  );
  const future = new Map<string, string | undefined>();
  const futureProblem = (week: string) => {
    if (!future.has(week)) {
      future.set(week, futureWeekProblem(week, rules.currentWeek));
    }
    return future.get(week);
  };

  return row => {
    const problems: ImportProblem[] = [];
    const refuse = (
      field: ImportField,
      code: ImportProblemCode,
      reason: string,
    ) => {
      const cell = row.cells.get(field);
      problems.push(problemAt(row.line, cell, field, code, reason));
      return undefined;
    };
    for (const [field, { text }] of row.cells) {
      if (isFormula(text)) {
        refuse(
          field,
          'FORMULA',
          'is a spreadsheet formula; put its value there instead',
        );
      }
    }
    if (problems.length > 0) return { problems };

    const text = (field: ImportField) => row.cells.get(field)?.text;
    const word = (field: ImportWordField) => {
      const given = text(field);
      if (given === undefined) return undefined;
      return (
        importWord(field, given) ??
        refuse(field, 'BAD_VALUE', `says "${short(given)}"; ${TAKES[field]}`)
      );
    };
    const named = text('category');
    const category =
      named === undefined ? undefined : categories.get(plainWord(named));
    if (named !== undefined && !category) {
      refuse(
        'category',
        'UNKNOWN_CATEGORY',
        `says "${short(
          named,
        )}"; take the id or the name of one of: ${rules.categories
          .map(({ id }) => id)
          .join(', ')}`,
      );
    }
    const handover = word('handover');
    const candidate = {
      week: text('week')?.normalize('NFKC').toUpperCase(),
      date: dateOf(text('date')),
      minutes: minutesOf(row, refuse),
      trigger: word('trigger') ?? category?.trigger,
      nature: word('nature') ?? category?.nature,
      category: category?.id,
      entityRef: text('entityRef'),
      occurrences: wholeNumberOf(text('occurrences')),
      automatable: word('automatable'),
      carriedBy: word('carriedBy'),
      ticketUrl: text('ticketUrl'),
      note: text('note'),
      handover: handover === undefined ? undefined : handover === 'yes',
      journeyId: text('journeyId')?.toLocaleLowerCase('en-US'),
    };
    // A date says the week; a file may have both columns.
    if (candidate.date !== undefined) candidate.week = undefined;
    if (problems.length > 0) return { problems };

    const parsed = schema.safeParse(withoutGaps(candidate));
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const field = fieldOf(issue.path[0], row);
        const there = row.cells.get(field);
        const code = there ? codeOf(issue) : 'MISSING';
        refuse(field, code, there ? issue.message : missing(field));
      }
      return { problems };
    }
    const week = parsed.data.week ?? weekOfDate(parsed.data.date ?? '');
    const tooEarly = futureProblem(week);
    if (tooEarly) {
      refuse(
        row.cells.has('date') ? 'date' : 'week',
        'WEEK_IN_FUTURE',
        tooEarly,
      );
      return { problems };
    }
    return {
      entry: {
        entry: { ...parsed.data, week },
        group: text('group'),
        key: text('key'),
      },
    };
  };
}

/** A problem of a cell, or of a field that has none. @public */
export function problemAt(
  line: number,
  cell: ImportCell | undefined,
  field: string,
  code: ImportProblemCode,
  reason: string,
): ImportProblem {
  return {
    line,
    column: cell?.column || null,
    header: cell?.header ?? field,
    code,
    value: short(cell?.text ?? ''),
    reason,
  };
}

const TAKES: Record<ImportWordField, string> = {
  trigger: 'it takes reactive or proactive',
  nature: 'it takes toil, engineering, overhead or unsure',
  automatable: 'it takes yes, no or unknown',
  carriedBy: 'it takes 1, 2 or 3plus',
  handover: 'it takes yes or no',
};

function missing(field: ImportField): string {
  switch (field) {
    case 'week':
      return 'is missing: say in which week it was, for example 2026-W47, or on which date';
    case 'minutes':
      return 'is missing: say how many minutes it took';
    default:
      return 'is missing, and the category has no usual one';
  }
}

/** `12`, also in full width; anything else stays to be refused by name. */
function wholeNumberOf(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : plain;
}

function minutesOf(
  row: ImportRow,
  refuse: (field: ImportField, code: ImportProblemCode, why: string) => void,
): number | string | undefined {
  const minutes = wholeNumberOf(row.cells.get('minutes')?.text);
  if (minutes !== undefined) return minutes;
  const hours = row.cells.get('hours')?.text;
  if (hours === undefined) return undefined;
  const plain = hours.normalize('NFKC').trim().replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,4})?$/.test(plain)) {
    refuse(
      'hours',
      'BAD_VALUE',
      `says "${short(hours)}"; it takes hours such as 1.5`,
    );
    return undefined;
  }
  return Math.round(Number(plain) * 60);
}

/** `2026/11/22` and `2026-11-22T10:00` mean the day as well. */
function dateOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = text.normalize('NFKC').trim();
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(plain);
  if (!parts) return plain;
  const [, year, month, day] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

// What spreadsheets run when they open a file. "-5" and "+1 for rotas" are
// words or numbers to a person and are left to the rules of their column.
function isFormula(text: string): boolean {
  return /^[\t\r]?[=@]/.test(text) || /^[+-][^\s\d]*[(|!]/.test(text);
}

function fieldOf(name: PropertyKey | undefined, row: ImportRow): ImportField {
  if (name === 'minutes' && !row.cells.has('minutes')) {
    return row.cells.has('hours') ? 'hours' : 'minutes';
  }
  return name as ImportField;
}

function codeOf(
  issue: NonNullable<SafeEntry['error']>['issues'][number],
): ImportProblemCode {
  return issue.code === 'too_big' && issue.origin === 'string'
    ? 'TOO_LONG'
    : 'BAD_VALUE';
}

function withoutGaps(candidate: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(candidate).filter(([, value]) => value !== undefined),
  );
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
