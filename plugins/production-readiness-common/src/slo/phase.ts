import { decimal } from './decimal';

/**
 * How a service has to be run to hold a target, from what works in a demo to
 * what heals itself.
 *
 * @public
 */
export const OPERATING_STYLES = [
  'demo',
  'deterministic',
  'reactive',
  'proactive',
  'autonomic',
] as const;

/** One of {@link OPERATING_STYLES}. @public */
export type OperatingStyle = (typeof OPERATING_STYLES)[number];

const FROM: [string, OperatingStyle][] = [
  ['99.999', 'autonomic'],
  ['99.99', 'proactive'],
  ['99.9', 'reactive'],
  ['99', 'deterministic'],
];

/**
 * The operating style that a target asks for.
 *
 * @param target - in percent
 * @public
 */
export function operatingStyleOf(target: string): OperatingStyle {
  const value = decimal(target);
  return FROM.find(([from]) => value.gte(from))?.[1] ?? 'demo';
}

/**
 * The operating style that the checklist's evidence supports: each level that
 * is reached carries one more nine, from repairing by day without any, over
 * being on call, to healing itself.
 *
 * @param levelsReached - how many of the checklist's levels are reached
 * @public
 */
export function supportedStyle(levelsReached: number): OperatingStyle {
  const place = Math.min(Math.max(levelsReached, 0) + 1, 4);
  return OPERATING_STYLES[place];
}

/**
 * Whether a target asks for more than the evidence supports. It is a warning
 * for the signer, never a refusal.
 *
 * @param target - in percent
 * @param levelsReached - how many of the checklist's levels are reached
 * @public
 */
export function asksForMoreThanShown(
  target: string,
  levelsReached: number,
): boolean {
  return (
    OPERATING_STYLES.indexOf(operatingStyleOf(target)) >
    OPERATING_STYLES.indexOf(supportedStyle(levelsReached))
  );
}
