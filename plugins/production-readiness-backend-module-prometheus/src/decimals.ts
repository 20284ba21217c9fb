/**
 * A value as Prometheus prints it, as a plain decimal text: without exponent,
 * and without the noise of floats behind twelve digits.
 *
 * @returns undefined for NaN, infinities and what is no number
 */
export function toDecimal(value: string, digits = 12): string | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) return undefined;
  const number = Number(value);
  // No budget is that far spent; toFixed would begin to use exponents.
  if (!Number.isFinite(number) || Math.abs(number) >= 1e12) return undefined;
  const text = number
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return text === '-0' ? '0' : text;
}

/**
 * An objective as a share, in percent.
 *
 * @returns undefined when it is no share between 0 and 1
 */
export function toPercent(share: string): string | undefined {
  const number = Number(share);
  if (!(number > 0 && number < 1)) return undefined;
  // Ten digits behind the point are exact for every share that people write.
  return toDecimal(String(Number((number * 100).toFixed(10))), 10);
}
