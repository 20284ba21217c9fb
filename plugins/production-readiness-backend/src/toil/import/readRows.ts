import {
  ImportCell,
  ImportField,
  importFieldOf,
  ImportMapping,
  ImportProblem,
  ImportReport,
  ImportRow,
  problemAt,
  ReadinessError,
  TicketColumns,
  ticketColumnsOf,
  ticketRow,
} from '@prodready/backstage-plugin-production-readiness-common';
import { csvRecords, QuotesError } from './csvRecords';
import { decodeText, Encoding } from './decodeText';
import { jsonObjects } from './jsonObjects';

/** What a record of a file is: a row, a ticket of no interest, or unreadable. */
export type FileRow =
  | { row: ImportRow }
  | { ignored: true }
  | {
      problem: ImportProblem;
      /** What follows can't be read, so no part of the file is imported. */
      fatal?: boolean;
    };

/** Which kind of export a file turned out to be. */
export interface FileKind {
  format: ImportReport['format'];
  /** Fields that have a column. */
  fields: ReadonlySet<ImportField>;
}

/**
 * Reads a file record by record.
 *
 * @param onKind - told once, before the first row
 * @throws ReadinessError 400 when it can't be read at all
 */
export async function* readRows(
  file: { bytes: Buffer; encoding: Encoding },
  mapping: ImportMapping,
  onKind: (kind: FileKind) => void,
): AsyncGenerator<FileRow> {
  const text = () => decodeText(file.bytes, file.encoding);
  const [start = ''] = text();
  const sign = start.trimStart()[0];
  if (sign === '{') {
    throw ReadinessError.badInput(
      'FILE_NOT_READABLE',
      'The file is a JSON object. Send a JSON list of tickets, such as gh issue list --json number,url,labels,closedAt writes.',
      { field: 'body', details: { line: 1 } },
    );
  }
  if (sign === '[') {
    onKind({ format: 'github', fields: new Set() });
    for (const object of jsonObjects(text())) {
      yield fromJson(object.line, object.text, mapping);
    }
    return;
  }
  try {
    let read: ((line: number, cells: string[]) => FileRow) | undefined;
    for await (const { line, cells } of csvRecords(text())) {
      if (read) yield read(line, cells);
      else read = readerOf(cells, mapping, onKind);
    }
  } catch (error) {
    if (!(error instanceof QuotesError)) throw error;
    const { line, column } = error;
    const reason =
      'has quotes that do not match; the file was read no further. Put a quote inside a cell twice, and the cell into quotes';
    yield {
      problem: { line, column, header: '"', code: 'QUOTES', value: '', reason },
      fatal: true,
    };
  }
}

function readerOf(
  headers: string[],
  mapping: ImportMapping,
  onKind: (kind: FileKind) => void,
): (line: number, cells: string[]) => FileRow {
  const tickets = ticketColumnsOf(headers);
  if (tickets) {
    onKind({ format: tickets.format, fields: new Set() });
    return (line, cells) =>
      fromTicket(line, headers, cells, tickets.columns, mapping);
  }
  const fields = headers.map(importFieldOf);
  const known = new Set(fields.filter(field => field !== undefined));
  if (!known.has('minutes') && !known.has('hours')) {
    throw ReadinessError.badInput(
      'FILE_NOT_READABLE',
      `The header has no column for minutes. It has: ${headers
        .slice(0, 12)
        .join(
          ', ',
        )}. Begin with a header such as week,minutes,trigger,nature, or take the template.`,
      { field: 'body', details: { line: 1 } },
    );
  }
  onKind({ format: 'entries', fields: known });
  return (line, cells) => {
    const extra = cells.findIndex(
      (cell, index) => index >= headers.length && cell !== '',
    );
    if (extra >= 0) {
      return {
        problem: problemAt(
          line,
          { text: cells[extra], column: extra + 1, header: '' },
          '',
          'TOO_MANY_CELLS',
          `has ${cells.length} cells where the header has ${headers.length}; put a cell that holds the separator into quotes`,
        ),
      };
    }
    const row = new Map<ImportField, ImportCell>();
    cells.forEach((cell, index) => {
      const field = fields[index];
      const trimmed = cell.trim();
      if (!field || trimmed === '' || row.has(field)) return;
      row.set(field, {
        text: trimmed,
        column: index + 1,
        header: headers[index],
      });
    });
    return { row: { line, cells: row } };
  };
}

function fromTicket(
  line: number,
  headers: readonly string[],
  cells: readonly string[],
  columns: TicketColumns,
  mapping: ImportMapping,
): FileRow {
  const at = (index: number | undefined): ImportCell | undefined => {
    const trimmed = index === undefined ? undefined : cells[index]?.trim();
    return trimmed
      ? { text: trimmed, column: index! + 1, header: headers[index!] }
      : undefined;
  };
  const row = ticketRow(
    {
      line,
      labels: columns.labels.flatMap(index =>
        (cells[index] ?? '').split(/[,;]/).map(label => label.trim()),
      ),
      date: columns.date.map(at).find(cell => cell !== undefined),
      url: at(columns.url),
      key: at(columns.key),
      seconds: at(columns.seconds),
    },
    mapping,
  );
  return row ? { row } : { ignored: true };
}

/** A ticket as `gh issue list --json` gives it; its people are not read. */
function fromJson(line: number, text: string, mapping: ImportMapping): FileRow {
  let ticket: Record<string, unknown>;
  try {
    ticket = JSON.parse(text);
  } catch {
    const cell = { text, column: 0, header: '' };
    const reason = 'is not valid JSON';
    return { problem: problemAt(line, cell, '', 'NOT_JSON', reason) };
  }
  const at = (header: string): ImportCell | undefined => {
    const value = ticket[header];
    return typeof value === 'string' || typeof value === 'number'
      ? { text: String(value), column: 0, header }
      : undefined;
  };
  const labels = Array.isArray(ticket.labels) ? ticket.labels : [];
  const row = ticketRow(
    {
      line,
      labels: labels.flatMap(label => {
        const name = typeof label === 'string' ? label : label?.name;
        return typeof name === 'string' ? [name] : [];
      }),
      date: at('closedAt') ?? at('createdAt'),
      url: at('url'),
      key: at('number'),
    },
    mapping,
  );
  return row ? { row } : { ignored: true };
}
