import { z } from 'zod';
import { differenceOf, sloChange } from './difference';
import { allowedDowntimeSeconds, failuresOutOf } from './errorBudget';
import {
  canonicalText,
  contentDigestOf,
  digestOfText,
  SloMaterial,
  sloMaterialSchema,
} from './material';
import { OPERATING_STYLES, operatingStyleOf } from './phase';
import { windowSeconds } from './window';

const { shape } = sloMaterialSchema;

/**
 * What a signer has on the screen: the agreement in business terms. Its digest
 * is kept with the signature, so that it is known what was agreed to. It holds
 * facts, not sentences: both languages show the same.
 *
 * @public
 */
export const signerSummarySchema = z.strictObject({
  contentDigest: z.string(),
  sliText: z.string(),
  target: z.string(),
  window: shape.window,
  /** Length of the window when it was shown. */
  windowSeconds: z.int(),
  /** "1 in 1000 may fail". */
  failures: z.strictObject({ failures: z.string(), outOf: z.string() }),
  /** In a total outage. */
  allowedDowntimeSeconds: z.string(),
  operatingStyle: z.enum(OPERATING_STYLES),
  journey: shape.journey,
  accountableOwner: shape.accountableOwner,
  rationale: shape.rationale,
  exclusions: shape.exclusions,
  enforcement: shape.enforcement,
  reviewCadence: shape.reviewCadence,
  /** Against the content in force; null when none is. */
  changes: z.array(sloChange).nullable(),
});

/** @public */
export type SignerSummary = z.output<typeof signerSummarySchema>;

/**
 * The summary of a content, as a signer sees it.
 *
 * @param material - the content to sign
 * @param inForce - the content in force, if any
 * @param at - milliseconds since the epoch; a calendar window has the length
 *   that it has then
 * @public
 */
export function signerSummaryOf(
  material: SloMaterial,
  inForce: SloMaterial | undefined,
  at: number,
): SignerSummary {
  const seconds = windowSeconds(material.window, at);
  const failures = failuresOutOf(material.target);
  // No material has a target of 100.
  if (!failures) throw new RangeError('A target of 100 cannot be shown');
  return {
    contentDigest: contentDigestOf(material),
    sliText: material.sliText,
    target: material.target,
    window: material.window,
    windowSeconds: seconds,
    failures,
    allowedDowntimeSeconds: allowedDowntimeSeconds(material.target, seconds),
    operatingStyle: operatingStyleOf(material.target),
    journey: material.journey,
    accountableOwner: material.accountableOwner,
    rationale: material.rationale,
    exclusions: material.exclusions,
    enforcement: material.enforcement,
    reviewCadence: material.reviewCadence,
    changes: inForce ? differenceOf(inForce, material) : null,
  };
}

/** The digest of what a signer saw. @public */
export function shownDigestOf(summary: SignerSummary): string {
  return digestOfText(canonicalText(summary));
}
