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

/** @public */
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
