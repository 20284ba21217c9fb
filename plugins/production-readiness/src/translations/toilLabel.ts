/**
 * Puts an organisation's own word for toil into a message.
 *
 * @param language - of the message
 * @internal
 */
export function withToilLabel(
  message: string,
  label: string,
  language: string,
): string {
  if (language.startsWith('ja')) {
    return message.replace(/運用負荷（トイル）|トイル/g, () => label);
  }
  const lower = label.charAt(0).toLocaleLowerCase('en') + label.slice(1);
  const upper = label.charAt(0).toLocaleUpperCase('en') + label.slice(1);
  return message.replace(/\btoil\b/gi, word =>
    word.startsWith('T') ? upper : lower,
  );
}
