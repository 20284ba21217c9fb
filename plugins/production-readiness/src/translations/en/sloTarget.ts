/** Why a target was not taken, in the editor and where the server says so. */
export const sloTarget = {
  TARGET_EMPTY: 'Write a percentage, such as 99.9.',
  TARGET_IS_100:
    '100 leaves no room: every release, every change and every failure elsewhere would break the promise. Write the lowest number that users would still be content with, such as 99.9.',
  TARGET_ABOVE_100: 'It is a share of what can succeed, so below 100.',
  TARGET_NOT_POSITIVE: 'It has to be above 0.',
  TARGET_DECIMAL_COMMA: 'Write a point before the decimals: {{instead}}',
  TARGET_EXPONENT: 'Write it without an exponent, such as 99.9.',
  TARGET_FULL_WIDTH: 'Write half-width digits: {{instead}}',
  TARGET_PERCENT_SIGN: 'It is in percent already. Write {{instead}}',
  TARGET_TOO_PRECISE: 'At most eight digits behind the point.',
  TARGET_NOT_A_DECIMAL: 'Write digits and one point, such as 99.9.',
} as const;
