import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { httpUrl, plainText } from '../api/text';
import { entityRefSchema } from '../entity/params';
import { decimal, plain } from './decimal';
import { journeyInput } from './journey';
import { ownerRoleSchema } from './owners';
import { targetSchema } from './target';
import { DEFAULT_WINDOW, sloWindowSchema } from './window';

const decimalText = z
  .string()
  .regex(/^\d{1,18}(\.\d{1,8})?$/, {
    error: 'must be a plain decimal without a sign, such as 1000000',
  })
  .transform(text => plain(decimal(text)));

/** How the indicator is measured; the sentence beside it is what counts. */
const sliSchema = z.strictObject({
  type: z.enum([
    'ratio-good',
    'ratio-bad',
    'raw-success',
    'raw-failure',
    'threshold',
  ]),
  /** Where the numbers come from, such as the name of a metrics server. */
  source: plainText({ max: 300 }).optional(),
  /** Queries by their part: `good`, `bad`, `total`, `raw`. */
  queries: z
    .partialRecord(
      z.enum(['good', 'bad', 'total', 'raw']),
      plainText({ max: 8000 }),
    )
    .optional(),
  op: z.enum(['lt', 'lte', 'gt', 'gte']).optional(),
  value: decimalText.optional(),
});

/**
 * A version of an error-budget policy, by the digest of what it says.
 *
 * @public
 */
export const policyRefSchema = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/, {
    error: 'must be the digest of a version of the policy',
  }),
});

/** What {@link policyRefSchema} lets through. @public */
export type PolicyRef = z.output<typeof policyRefSchema>;

const editable = {
  /** The sentence that a product owner can read: "the proportion of …". */
  sliText: plainText({ min: 5, max: 1000 }),
  sli: sliSchema.optional(),
  target: targetSchema,
  window: sloWindowSchema.default(DEFAULT_WINDOW),
  budgetingMethod: z
    .enum(['Occurrences', 'Timeslices', 'RatioTimeslices'])
    .default('Occurrences'),
  /** What does not count, and why; else a back door around the number. */
  exclusions: z
    .array(
      z.strictObject({
        what: plainText({ max: 500 }),
        why: plainText({ max: 1000 }),
      }),
    )
    .max(20)
    .default([]),
  enforcement: z
    .enum(['aspirational', 'permissive', 'enforcing'])
    .default('permissive'),
  /** The signed document that says what happens when the budget is gone. */
  policyRef: policyRefSchema.optional(),
  /** Why this number; even a guess is written down as one. */
  rationale: z.strictObject({
    text: plainText({ min: 5, max: 4000 }),
    basis: z.enum(['observed', 'experiment', 'contract', 'ad-hoc']),
    evidenceUrls: z.array(httpUrl).max(10).default([]),
  }),
  businessImpact: z
    .strictObject({
      valuePerYear: decimalText.optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, { error: 'must be a code such as JPY' })
        .optional(),
      /** What holding the number costs in a year, as the team states it. */
      costPerYear: decimalText.optional(),
      /** What that cost is, in the team's words. */
      costNote: plainText({ max: 1000 }).optional(),
      /** How many requests or events a day are counted; whole. */
      eventsPerDay: z
        .string()
        .regex(/^\d{1,15}$/, {
          error: 'must be a whole number, such as 120000',
        })
        .transform(text => plain(decimal(text)))
        .optional(),
    })
    .optional(),
  reviewCadence: z
    .enum(['quarterly', 'half-yearly', 'yearly'])
    .default('quarterly'),
};

/**
 * What a person edits of an SLO's content. The server adds the identity, the
 * text of the journey and the accountable owner.
 *
 * @public
 */
export const sloContentInput = z.strictObject({
  journeyId: z.uuid(),
  /** Which of the entity's owners answers for the number. */
  accountableRole: ownerRoleSchema.default('product-owner'),
  ...editable,
});

/** What {@link sloContentInput} lets through. @public */
export type SloContentInput = z.output<typeof sloContentInput>;

/**
 * Everything that a signature covers. The version number is not in it, so that
 * an edit that is taken back matches its signatures again.
 *
 * @public
 */
export const sloMaterialSchema = z.strictObject({
  sloId: z.uuid(),
  entityRef: entityRefSchema,
  journey: z.strictObject({ id: z.uuid(), ...journeyInput.shape }),
  ...editable,
  /** Null while nobody holds the role. */
  accountableOwner: z
    .strictObject({ userRef: entityRefSchema, role: ownerRoleSchema })
    .nullable(),
});

/** What {@link sloMaterialSchema} lets through. @public */
export type SloMaterial = z.output<typeof sloMaterialSchema>;

/**
 * The canonical text of a material (RFC 8785). It is stored as it is: its
 * digest is what signatures refer to.
 *
 * @public
 */
export function canonicalText(value: object): string {
  // Through JSON first: an absent field and an undefined one are the same.
  const text = canonicalize(JSON.parse(JSON.stringify(value)));
  if (text === undefined) throw new TypeError('Not a JSON value');
  return text;
}

/** Lower-case hex sha-256 of a text in UTF-8. @public */
export function digestOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * The digest that a signature covers: sha-256 of the canonical text.
 *
 * @param material - of an SLO or of an error-budget policy
 * @public
 */
export function contentDigestOf(material: object): string {
  return digestOfText(canonicalText(material));
}
