/** Starts a formula, or hides its start, in a spreadsheet. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;
/** A plain number is no formula, also below zero. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A table as CSV that spreadsheets open in UTF-8 and in which no cell becomes
 * a formula: one that would is shown as text by a leading apostrophe.
 *
 * @internal
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map(row => row.map(cellOf).join(','));
  // Without the mark, Excel takes Japanese for another encoding.
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
