import type { AlertFacts } from './alertFacts';

/**
 * Where the SLOs of an entity stand, all of them taken together.
 *
 * @public
 */
export const SLO_SUMMARY_STATES = [
  'none',
  'not_required',
  'draft',
  'in_review',
  'proposed',
  'in_force',
  'review_due',
  'overdue',
  'drifted',
  'disputed',
  'owner_vacant',
  'recorded',
] as const;

/** One of {@link SLO_SUMMARY_STATES}. @public */
export type SloSummaryState = (typeof SLO_SUMMARY_STATES)[number];

/**
 * What the checklist may know of the SLOs of an entity.
 *
 * @public
 */
export interface SloFacts extends Partial<AlertFacts> {
  /** Number of critical journeys, each with who suffers. */
  journeys: number;
  /** Number of SLOs. */
  slos: number;
  /** Number of SLOs whose version in force has the signatures it needs. */
  agreed: number;
  /** Number of SLOs that wait for a signature. */
  waiting: number;
  /** The most urgent of all its SLOs. */
  state: SloSummaryState;
  /** Somebody decided that no SLO is needed, and there is none. */
  notRequired?: boolean;
  /** When the earliest review is due, in milliseconds since the epoch. */
  reviewBy?: number;
  /**
   * Whether a number is in force with the signatures that the tier asks for.
   * A further SLO that is still a draft takes nothing away from that.
   */
  requiredSignaturesPresent: boolean;
  /** The next moment at which time alone changes any of this. */
  changesAt?: number;
}
