import { useLanguage } from '../../time';

/**
 * Writes an amount of money, or a bare number where no currency is stated.
 *
 * @param currency - such as `JPY`
 * @returns a function of a decimal text, which never goes through a float
 * @internal
 */
export function useMoney(currency: string | null) {
  const language = useLanguage();
  return (amount: string): string => {
    const [, fraction = ''] = amount.split('.');
    const format = new Intl.NumberFormat(language, {
      ...(currency && { style: 'currency' as const, currency }),
      minimumFractionDigits: 0,
      maximumFractionDigits: Math.min(2, fraction.length),
    });
    // A text keeps every digit; the types of the library lag behind.
    return format.format(amount as unknown as bigint);
  };
}
