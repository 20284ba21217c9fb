import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { ReadinessError } from '../api/errors';
import {
  PORTFOLIO_SORTS,
  PortfolioSort,
  SORT_DIRECTIONS,
  SortDirection,
} from './query';

/**
 * Where a page of the portfolio begins or ends.
 *
 * @public
 */
export interface PortfolioPosition {
  /** The column that the pages are sorted by. */
  sort: PortfolioSort;
  /** Its direction. */
  direction: SortDirection;
  /** The sorted value of the row beside the page. */
  value: string | number;
  /** The row's id, which tells rows of the same value apart. */
  id: string;
  /** Whether the page comes after or before that row. */
  side: 'after' | 'before';
}

const VERSION = 1;
const CHECK_LENGTH = 16;

const TEXT_SORTS: readonly PortfolioSort[] = ['entity', 'owner'];

const content = z.tuple([
  z.literal(VERSION),
  z.enum(PORTFOLIO_SORTS),
  z.enum(SORT_DIRECTIONS),
  // The check is no secret: whoever makes a cursor up may write anything here.
  z.union([
    z
      .string()
      .max(700)
      .refine(text => !text.includes('\0') && !/\p{Surrogate}/u.test(text)),
    z.int(),
  ]),
  z.string().regex(/^[1-9]\d{0,15}$/),
  z.enum(['after', 'before']),
]);

/**
 * The opaque text of a position, for a URL.
 *
 * @public
 */
export function encodeCursor(position: PortfolioPosition): string {
  const { sort, direction, value, id, side } = position;
  const text = JSON.stringify([VERSION, sort, direction, value, id, side]);
  return toBase64Url(`${checkOf(text)}${text}`);
}

/**
 * Reads a cursor back. It gives no access to anything, so it is checked for
 * being whole and not for who made it: a cursor that was cut, changed or made
 * for another sort is refused instead of showing an odd page.
 *
 * @throws ReadinessError 400 CURSOR_INVALID
 * @public
 */
export function decodeCursor(
  cursor: string,
  expected: { sort: PortfolioSort; direction: SortDirection },
): PortfolioPosition {
  const position = read(cursor);
  if (!position) {
    throw refused(
      'This place in the list is not one that the server gave out. Start again from the first page.',
    );
  }
  if (
    position.sort !== expected.sort ||
    position.direction !== expected.direction
  ) {
    throw refused(
      'This place belongs to a list that is sorted in another way. Start again from the first page.',
    );
  }
  return position;
}

function read(cursor: string): PortfolioPosition | undefined {
  const whole = fromBase64Url(cursor);
  const text = whole?.slice(CHECK_LENGTH);
  if (!whole || !text || checkOf(text) !== whole.slice(0, CHECK_LENGTH)) {
    return undefined;
  }
  const parsed = content.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const [, sort, direction, value, id, side] = parsed.data;
  const isText = TEXT_SORTS.includes(sort);
  if (isText !== (typeof value === 'string')) return undefined;
  return { sort, direction, value, id, side };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(message: string): ReadinessError {
  return ReadinessError.badInput('CURSOR_INVALID', message, {
    field: 'query.cursor',
  });
}

function checkOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, CHECK_LENGTH);
}

function toBase64Url(text: string): string {
  const binary = String.fromCharCode(...utf8ToBytes(text));
  return btoa(binary)
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function fromBase64Url(cursor: string): string | undefined {
  try {
    const binary = atob(cursor.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, char => char.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // One position has one text: other ways to write it are refused too.
    return toBase64Url(text) === cursor ? text : undefined;
  } catch {
    return undefined;
  }
}
