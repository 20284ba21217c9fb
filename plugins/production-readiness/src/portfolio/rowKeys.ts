import { type KeyboardEvent } from 'react';

const FOCUSABLE = 'a[href], button';

/** By how many rows a key moves; to an end, where there is no number. */
const MOVES: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Lets the arrow keys, Home and End go through the rows of a table: from a link
 * or a button to the one in the same column of another row, or to the name of
 * that row. Everything stays in the order of Tab as well.
 *
 * @internal
 */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const move = MOVES[event.key];
  const from = event.target as HTMLElement;
  const cell = from.closest('tbody th, tbody td');
  const row = cell?.parentElement;
  const hasModifier =
    event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (move === undefined || hasModifier || !cell || !row?.parentElement) return;
  const rows = [...row.parentElement.children];
  const index = Math.min(
    Math.max(rows.indexOf(row) + move, 0),
    rows.length - 1,
  );
  const column = [...row.children].indexOf(cell);
  const target =
    rows[index].children[column]?.querySelector<HTMLElement>(FOCUSABLE) ??
    rows[index].querySelector<HTMLElement>(FOCUSABLE);
  // The page must not scroll instead.
  event.preventDefault();
  target?.focus();
}
