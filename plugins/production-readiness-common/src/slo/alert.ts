import { z } from 'zod';
import { httpUrl, plainText } from '../api/text';

/** What an alert does: calls somebody at once, or waits in a queue. @public */
export const ALERT_RESPONSES = ['page', 'ticket'] as const;

/** One of {@link ALERT_RESPONSES}. @public */
export type AlertResponse = (typeof ALERT_RESPONSES)[number];

/** What a review says about an alert. @public */
export const ALERT_VERDICTS = ['keep', 'tune', 'delete'] as const;

/** One of {@link ALERT_VERDICTS}. @public */
export type AlertVerdict = (typeof ALERT_VERDICTS)[number];

/** The severities that alerts have when none are configured. @public */
export const DEFAULT_SEVERITIES: readonly string[] = ['SEV1', 'SEV2', 'SEV3'];

/** How long a review of an alert holds, in days. @public */
export const ALERT_REVIEW_DAYS = 180;

/**
 * An alert that watches an entity, as a person writes it down.
 *
 * @public
 */
export const alertInput = z.strictObject({
  /** As the monitoring calls it. */
  name: plainText({ max: 200 }),
  /** The SLO that it protects; null while nobody knows. */
  sloId: z.uuid().nullable().default(null),
  /** One of the configured severities. */
  severity: plainText({ max: 40 }),
  response: z.enum(ALERT_RESPONSES),
  /** What whoever is called does first. */
  runbookUrl: httpUrl.nullable().default(null),
});

/** What {@link alertInput} lets through. @public */
export type AlertInput = z.output<typeof alertInput>;

/** What somebody says who looked at an alert of somebody else. @public */
export const alertReviewInput = z.strictObject({
  verdict: z.enum(ALERT_VERDICTS),
  /** What to change, or why it can go. */
  note: plainText({ max: 1000 }).optional(),
});

/** What {@link alertReviewInput} lets through. @public */
export type AlertReviewInput = z.output<typeof alertReviewInput>;

const person = z.strictObject({ userRef: z.string(), name: z.string() });

/** An alert as the API shows it. Moments are milliseconds since the epoch. @public */
export const alertView = z.strictObject({
  id: z.uuid(),
  ...alertInput.shape,
  /** Who wrote it last, who therefore doesn't review it. */
  editor: person,
  /** The last review; null before the first. */
  review: z
    .strictObject({
      verdict: z.enum(ALERT_VERDICTS),
      by: person,
      at: z.int(),
      note: z.string().nullable(),
    })
    .nullable(),
  /** When somebody else has to look at it. */
  reviewDueAt: z.int(),
  /** Whether this caller may review it. */
  mayReview: z.boolean(),
  /** Row version for If-Match. */
  version: z.int(),
});

/** What {@link alertView} lets through. @public */
export type AlertView = z.output<typeof alertView>;

/** An alert as far as findings and facts look at it. @public */
export interface AlertFact {
  /** A UUID. */
  id: string;
  /** As people know it. */
  name: string;
  /** That it protects; null: none. */
  sloId: string | null;
  /** What happens when it fires. */
  response: AlertResponse;
  /** What to do when it fires; null: nowhere written. */
  runbookUrl: string | null;
  /** When it was written down; milliseconds since the epoch. */
  createdAt: number;
  /** When it was last reviewed. */
  reviewedAt: number | null;
}

/**
 * When an alert has to be looked at by another person: 180 days after the last
 * review, or after it was written down. From that moment on it is a finding.
 *
 * @returns milliseconds since the epoch
 * @public
 */
export function alertReviewDueAt(
  alert: Pick<AlertFact, 'createdAt' | 'reviewedAt'>,
): number {
  const from = alert.reviewedAt ?? alert.createdAt;
  return from + ALERT_REVIEW_DAYS * 86_400_000;
}
