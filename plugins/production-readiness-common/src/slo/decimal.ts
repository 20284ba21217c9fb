import Big from 'big.js';

/**
 * Decimals without floats: 99.9 / 100 is 0.9990000000000001 in JavaScript.
 * Sums and products are exact; quotients that never end are rounded half up
 * at 20 digits behind the point.
 */
// eslint-disable-next-line new-cap -- a call makes a copy with settings of its own
export const Decimal = Big();
Decimal.DP = 20;
Decimal.RM = Decimal.roundHalfUp;

/**
 * A decimal that was read by {@link decimal}. It stays inside the rules: what
 * leaves them is a text, written by {@link plain}.
 */
export type Decimal = Big;

const PLAIN = /^-?\d+(\.\d+)?$/;

/**
 * Reads a plain decimal such as `0.01` or `-3`.
 *
 * @throws TypeError for anything else, exponents included
 */
export function decimal(text: string | number): Decimal {
  const digits = String(text);
  if (!PLAIN.test(digits)) throw new TypeError(`${digits} is no plain decimal`);
  return new Decimal(digits);
}

/** Writes a decimal without exponent and without trailing zeros. */
export function plain(value: Decimal): string {
  const text = value.toFixed();
  return text.startsWith('-') && value.eq(0) ? text.slice(1) : text;
}
