import type { AssessedItem } from '../checklist/assessment';

/** What a gate does about blockers: it says so, or stops the release. @public */
export const GATE_MODES = ['warn', 'block'] as const;

/** One of {@link GATE_MODES}. @public */
export type GateMode = (typeof GATE_MODES)[number];

/** From the best to the worst. @public */
export const GATE_DECISIONS = ['pass', 'warn', 'block'] as const;

/** What a gate answers. @public */
export type GateDecision = (typeof GATE_DECISIONS)[number];

/** A blocker as a gate sees it. @public */
export interface GateBlocker {
  /** Such as `REL-3`. */
  itemId: string;
  /**
   * Until when a lapsed answer only warns; null where there is no grace.
   * Milliseconds since the epoch.
   */
  graceUntil: number | null;
}

/** What a gate decides from. @public */
export interface GateInput {
  /** By the checklist; none during an adoption period. */
  blockers: readonly AssessedItem[];
  /** Whether the gate only warns or may stop. */
  mode: GateMode;
  /** How long after an answer lapsed it only warns, in milliseconds. */
  grace: number;
  /** Whether somebody has let this release past the gate. */
  isPassed: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Whether an entity may be released. Without blockers it passes; with some it
 * is warned, and stopped only where that is configured, the grace after a
 * lapse is over and nobody has let it past.
 *
 * @public
 */
export function decideGate(input: GateInput): {
  decision: GateDecision;
  blockers: GateBlocker[];
} {
  const { grace, isPassed, mode, now } = input;
  const blockers = input.blockers.map(({ item, standing }): GateBlocker => {
    const until =
      standing.state === 'lapsed' && standing.validUntil !== null
        ? standing.validUntil + grace
        : null;
    return {
      itemId: item.id,
      graceUntil: until !== null && until > now ? until : null,
    };
  });
  if (blockers.length === 0) return { decision: 'pass', blockers };
  const stops =
    mode === 'block' &&
    !isPassed &&
    blockers.some(({ graceUntil }) => graceUntil === null);
  return { decision: stops ? 'block' : 'warn', blockers };
}
