import { createHash } from 'node:crypto';
import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';

/** A value of an entity that a permission rule of the catalog may ask for. */
export interface SearchRow {
  key: string;
  value: string | null;
}

// What the catalog's own search index leaves out of metadata, or adds itself.
const APART = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.etag',
]);
/** The catalog's index holds no longer keys, and no longer values. */
export const LONGEST = 200;

/**
 * The values of an entity's `metadata` and `spec` as the catalog's rules see
 * them: `HAS_METADATA` and `HAS_SPEC` look into its search index, which drops
 * long keys and blanks long values, while `HAS_ANNOTATION` and `HAS_LABEL`
 * compare whole texts. So long ones of those are kept as digests.
 */
export function searchRows(entity: Entity): SearchRow[] {
  const rows = new Map<string, SearchRow>();
  const add = (rawKey: string, rawValue: unknown) => {
    const key = rawKey.toLowerCase().replace(/\0/g, '');
    const compared = /^metadata\.(annotations|labels)\./.test(key);
    if (key.length > LONGEST && !compared) return;
    const value = storedValue(rawValue, compared);
    const row = { key: searchKey(key), value };
    rows.set(`${row.key}\0${value ?? '\0'}`, row);
  };
  visit('metadata', entity.metadata, add);
  visit('spec', entity.spec, add);
  add('metadata.name', entity.metadata.name);
  add('metadata.namespace', entity.metadata.namespace ?? DEFAULT_NAMESPACE);
  add('metadata.uid', entity.metadata.uid);
  return [...rows.values()];
}

/** The stored form of a key, which must be in lower case. */
export function searchKey(key: string): string {
  return key.length > LONGEST ? digest(key) : key;
}

/** The stored form of a whole text; equal texts but for case are equal. */
export function searchText(text: string): string {
  const lower = text.toLowerCase();
  return lower.length > LONGEST ? digest(lower) : lower;
}

function storedValue(raw: unknown, compared: boolean): string | null {
  if (raw === undefined || raw === null) return null;
  // PostgreSQL can't store NUL.
  const value = String(raw).toLowerCase().replace(/\0/g, '');
  if (value.length <= LONGEST) return value;
  return compared ? digest(value) : null;
}

/** In upper case, which no stored text is in, so it equals none of them. */
function digest(text: string): string {
  return `SHA-256:${createHash('sha256').update(text).digest('hex')}`;
}

function visit(
  path: string,
  current: unknown,
  add: (key: string, value: unknown) => void,
): void {
  if (APART.has(path)) return;
  if (Array.isArray(current)) {
    for (const item of current) {
      visit(path, item, add);
      if (typeof item === 'string') add(`${path}.${item}`, true);
    }
  } else if (typeof current === 'object' && current !== null) {
    for (const [key, value] of Object.entries(current)) {
      visit(`${path}.${key}`, value, add);
    }
  } else {
    add(path, current);
  }
}
