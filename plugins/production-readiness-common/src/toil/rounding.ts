/**
 * `numerator / denominator` to the nearest integer, a half going up (towards
 * plus infinity, also below zero). The denominator must be positive.
 *
 * @internal
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): number {
  const doubled = 2n * numerator + denominator;
  const divisor = 2n * denominator;
  const quotient = doubled / divisor;
  // BigInt division cuts towards zero; rounding half up needs the floor.
  const floor =
    doubled < 0n && doubled % divisor !== 0n ? quotient - 1n : quotient;
  return Number(floor);
}
