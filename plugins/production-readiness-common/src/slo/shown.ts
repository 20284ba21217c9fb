import { z } from 'zod';
import { Decimal, decimal, plain } from './decimal';
import { differenceOf, sloChange } from './difference';
import {
  allowedDowntimeSeconds,
  eventBudget,
  failuresOutOf,
  serialTarget,
  valueOfTargetChange,
} from './errorBudget';
import {
  BudgetPolicySummary,
  NamedPolicy,
  namedPolicySchema,
} from './errorBudgetPolicy/shown';
import {
  canonicalText,
  contentDigestOf,
  digestOfText,
  SloMaterial,
  sloMaterialSchema,
} from './material';
import {
  asksForMoreThanShown,
  OPERATING_STYLES,
  operatingStyleOf,
  supportedStyle,
} from './phase';
import { nextNine } from './tryTarget';
import { windowBounds, windowSeconds } from './window';

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
  /** The period that a calendar window has now; null for a rolling one. */
  period: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
  /** How many requests may fail in the window; null without a count. */
  allowedFailures: z
    .strictObject({ failures: z.string(), events: z.string() })
    .nullable(),
  /** What it is worth and what it costs in a year; null when not stated. */
  value: z
    .strictObject({
      currency: z.string().nullable(),
      perYear: z.string().nullable(),
      /** Of moving from the agreed target to this one. */
      change: z
        .strictObject({ from: z.string(), value: z.string() })
        .nullable(),
      /** Of one more nine than this target has. */
      nextNine: z
        .strictObject({ target: z.string(), value: z.string() })
        .nullable(),
      costPerYear: z.string().nullable(),
      costNote: z.string().nullable(),
    })
    .nullable(),
  operatingStyle: z.enum(OPERATING_STYLES),
  /** What the checklist's evidence supports; null when nobody looked. */
  evidence: z
    .strictObject({
      supports: z.enum(OPERATING_STYLES),
      /** The target asks for more than that. */
      exceeded: z.boolean(),
    })
    .nullable(),
  /** What this depends on; null when nobody looked. */
  dependencies: z
    .strictObject({
      /** Signed targets, in percent; null where none is signed. */
      targets: z.array(
        z.strictObject({
          entityRef: z.string(),
          title: z.string(),
          target: z.string().nullable(),
        }),
      ),
      /** Their product, when each fails independently; null when none is. */
      together: z.string().nullable(),
    })
    .nullable(),
  journey: shape.journey,
  accountableOwner: shape.accountableOwner,
  rationale: shape.rationale,
  exclusions: shape.exclusions,
  enforcement: shape.enforcement,
  /** The policy that it names; null when it names none. */
  policy: namedPolicySchema.nullable(),
  reviewCadence: shape.reviewCadence,
  /** Against the content in force; null when none is. */
  changes: z.array(sloChange).nullable(),
});

/** What {@link signerSummarySchema} lets through. @public */
export type SignerSummary = z.output<typeof signerSummarySchema>;

/**
 * What surrounds a number and is shown to its signer, though it is no part of
 * the content: found out by the server for the reader.
 *
 * @public
 */
export interface SignerSurroundings {
  /** How many levels of its checklist the entity reached; null: no checklist. */
  levelsReached: number | null;
  /** What it depends on, as far as this reader may see it. */
  dependencies: { entityRef: string; title: string; target: string | null }[];
}

/**
 * The summary of a content, as a signer sees it.
 *
 * @param material - the content to sign
 * @param inForce - the content in force, if any
 * @param at - milliseconds since the epoch; a calendar window has the length
 *   that it has then
 * @param around - left out in lists, where nobody signs
 * @param policy - the error-budget policy that the content names
 * @public
 */
export function signerSummaryOf(
  material: SloMaterial,
  inForce: SloMaterial | undefined,
  at: number,
  around?: SignerSurroundings,
  policy: NamedPolicy | null = null,
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
    period:
      material.window.kind === 'calendar'
        ? windowBounds(material.window, at)
        : null,
    allowedFailures: allowedFailuresOf(material, seconds),
    value: valueOf(material, inForce),
    operatingStyle: operatingStyleOf(material.target),
    evidence: evidenceOf(material.target, around),
    dependencies: around ? dependenciesOf(around) : null,
    journey: material.journey,
    accountableOwner: material.accountableOwner,
    rationale: material.rationale,
    exclusions: material.exclusions,
    enforcement: material.enforcement,
    policy,
    reviewCadence: material.reviewCadence,
    changes: inForce ? differenceOf(inForce, material) : null,
  };
}

/** The digest of what a signer saw. @public */
export function shownDigestOf(
  summary: SignerSummary | BudgetPolicySummary,
): string {
  return digestOfText(canonicalText(summary));
}

/** The failures that a window of average days allows. */
function allowedFailuresOf(
  { target, businessImpact }: SloMaterial,
  seconds: number,
): SignerSummary['allowedFailures'] {
  const perDay = businessImpact?.eventsPerDay;
  if (perDay === undefined) return null;
  const events = plain(
    decimal(perDay).times(seconds).div(86_400).round(0, Decimal.roundDown),
  );
  return { events, failures: eventBudget(target, events) };
}

function valueOf(
  { target, businessImpact }: SloMaterial,
  inForce: SloMaterial | undefined,
): SignerSummary['value'] {
  if (!businessImpact) return null;
  const { valuePerYear, currency, costPerYear, costNote } = businessImpact;
  if ([valuePerYear, costPerYear, costNote].every(one => one === undefined)) {
    return null;
  }
  const worth = (from: string, to: string) =>
    valueOfTargetChange(valuePerYear ?? '0', from, to);
  const before = inForce?.target;
  const next = nextNine(target);
  return {
    currency: currency ?? null,
    perYear: valuePerYear ?? null,
    change:
      valuePerYear !== undefined && before !== undefined && before !== target
        ? { from: before, value: worth(before, target) }
        : null,
    nextNine:
      valuePerYear !== undefined && next !== target
        ? { target: next, value: worth(target, next) }
        : null,
    costPerYear: costPerYear ?? null,
    costNote: costNote ?? null,
  };
}

function evidenceOf(
  target: string,
  around: SignerSurroundings | undefined,
): SignerSummary['evidence'] {
  const reached = around?.levelsReached ?? null;
  return reached === null
    ? null
    : {
        supports: supportedStyle(reached),
        exceeded: asksForMoreThanShown(target, reached),
      };
}

function dependenciesOf({
  dependencies,
}: SignerSurroundings): SignerSummary['dependencies'] {
  const known = dependencies.flatMap(one => one.target ?? []);
  return {
    targets: [...dependencies].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    ),
    together: known.length > 0 ? serialTarget(known) : null,
  };
}
