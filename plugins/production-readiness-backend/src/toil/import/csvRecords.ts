import { Readable } from 'node:stream';
import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { CsvError, parse } from 'csv-parse';

/** A record of a CSV file, and the line on which it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** Thrown where quotes don't match: what follows can't be told apart. */
export class QuotesError extends Error {
  constructor(readonly line: number, readonly column: number | null) {
    super('The quotes do not match');
  }
}

/** A cell is far shorter; a quote without an end swallows the whole file. */
const LONGEST_RECORD = 200_000;

/**
 * The records of a CSV file, header first. Cells stand apart by a comma, a
 * semicolon or a tab, whichever the header has most of; empty lines are left
 * out.
 *
 * @throws QuotesError, ReadinessError 400 FILE_NOT_READABLE without a header
 */
export async function* csvRecords(
  chunks: Iterable<string>,
): AsyncGenerator<CsvRecord> {
  const [first, all] = peek(chunks);
  if (first.trim() === '') {
    throw ReadinessError.badInput(
      'FILE_NOT_READABLE',
      'The file is empty. Begin it with a header such as week,minutes,trigger,nature.',
      { field: 'body' },
    );
  }
  // Told of each record at once, while the stream below may be behind: where
  // the parser stops, the records that it had still to give are lost.
  let parsed = 0;
  const parser = Readable.from(all).pipe(
    parse({
      delimiter: delimiterOf(first),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: LONGEST_RECORD,
      on_record: (record, { lines }) => {
        parsed = lines;
        return record;
      },
    }),
  );
  // The parser counts a CRLF inside a cell as two lines.
  let tooMany = 0;
  try {
    for await (const { record, info } of parser) {
      const cells: string[] = record;
      const breaks = breaksIn(cells, '\n');
      tooMany += breaksIn(cells, '\r\n');
      yield { line: info.lines - tooMany - breaks, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const unclosed = error.code !== 'INVALID_OPENING_QUOTE';
    const line = Number(unclosed ? parsed + 1 : error.lines) - tooMany;
    const column = typeof error.column === 'number' ? error.column + 1 : null;
    throw new QuotesError(line, column);
  }
}

function peek(chunks: Iterable<string>): [string, Iterable<string>] {
  const iterator = chunks[Symbol.iterator]();
  const first: string = iterator.next().value ?? '';
  const all = function* all() {
    yield first;
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      yield next.value;
    }
  };
  return [first, all()];
}

function delimiterOf(text: string): string {
  const header = text
    .trimStart()
    .split(/[\r\n]/, 1)[0]
    .replace(/"[^"]*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) =>
    count(sign) > count(best) ? sign : best,
  );
}

function breaksIn(cells: readonly string[], sign: string): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes(sign)) breaks += cell.split(sign).length - 1;
  }
  return breaks;
}
