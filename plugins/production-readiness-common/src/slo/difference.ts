import { z } from 'zod';
import { SloMaterial } from './material';

/**
 * One field that differs between two contents. `null` stands for absent.
 *
 * @public
 */
export const sloChange = z.strictObject({
  /** Path in the material, such as `target` or `rationale.text`. */
  field: z.string(),
  before: z.json(),
  after: z.json(),
});

/** What {@link sloChange} lets through. @public */
export type SloChange = z.output<typeof sloChange>;

/** Fields that are read as a whole, in the order in which people read them. */
const FIELDS = [
  'sliText',
  'target',
  'window',
  'journey.title',
  'journey.text',
  'journey.kind',
  'journey.importance',
  'journey.beneficiary',
  'accountableOwner',
  'rationale.text',
  'rationale.basis',
  'rationale.evidenceUrls',
  'exclusions',
  'enforcement',
  'businessImpact',
  'reviewCadence',
  'sli',
  'budgetingMethod',
  'policyRef',
  'journey.id',
] as const;

/**
 * What differs between two contents of one SLO, field by field. Empty exactly
 * when their digests are equal.
 *
 * @public
 */
export function differenceOf(
  before: SloMaterial,
  after: SloMaterial,
): SloChange[] {
  return differenceIn(FIELDS, before, after);
}

/**
 * What differs between two contents in some fields, in their order.
 *
 * @param fields - paths such as `target` or `rationale.text`
 * @public
 */
export function differenceIn(
  fields: readonly string[],
  before: object,
  after: object,
): SloChange[] {
  return fields
    .map(field => ({
      field,
      before: valueAt(before, field),
      after: valueAt(after, field),
    }))
    .filter(change => !sameJson(change.before, change.after));
}

type Json = SloChange['before'];

function valueAt(material: object, path: string): Json {
  let value: unknown = material;
  for (const key of path.split('.')) {
    value = (value as Record<string, unknown>)[key];
  }
  return value === undefined
    ? null
    : (JSON.parse(JSON.stringify(value)) as Json);
}

function sameJson(a: Json, b: Json): boolean {
  if (a === null || b === null || typeof a !== 'object') return a === b;
  if (typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  const left = a as Record<string, Json>;
  const right = b as Record<string, Json>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every(key =>
    sameJson(left[key] ?? null, right[key] ?? null),
  );
}
