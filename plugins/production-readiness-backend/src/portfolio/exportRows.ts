import { PortfolioRow } from '@prodready/backstage-plugin-production-readiness-common';

type Cell = string | number | null;

const COLUMNS: [string, (row: PortfolioRow) => Cell][] = [
  ['entity', row => row.entityRef],
  ['title', row => row.title],
  ['kind', row => row.kind],
  ['type', row => row.type],
  ['lifecycle', row => row.lifecycle],
  ['tier', row => row.tier],
  ['phase', row => row.phase],
  ['owner', row => row.ownerRef],
  ['system', row => row.systemRef],
  ['domain', row => row.domainRef],
  ['level', row => row.level],
  ['score_percent', row => (row.score === null ? null : row.score / 10)],
  ['required', row => row.required],
  ['in_place', row => row.satisfied],
  ['waiting', row => row.waiting],
  ['blockers', row => row.blockerCount],
  ['top_blocker', row => row.topBlocker?.itemId ?? null],
  ['top_risk', row => row.topBlocker?.risk.en ?? null],
  ['next_due', row => day(row.nextDue)],
  ['slo', row => row.sloState],
  ['toil', row => row.toilState],
];

/** Rows as CSV lines (RFC 4180), the first page with the header before it. */
export function toCsv(rows: readonly PortfolioRow[], isFirst: boolean): string {
  const lines = rows.map(row => COLUMNS.map(([, cell]) => toCell(cell(row))));
  const all = isFirst ? [COLUMNS.map(([name]) => name), ...lines] : lines;
  // The mark tells spreadsheets that it is UTF-8.
  return (
    (isFirst ? '\uFEFF' : '') +
    all.map(line => `${line.join(',')}\r\n`).join('')
  );
}

/**
 * One cell. A text that a spreadsheet would take for a formula is made a plain
 * one by an apostrophe.
 */
export function toCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function day(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}
