import { z } from 'zod';
import { plainText } from '../api/text';

/**
 * The languages that every text of a checklist is written in.
 *
 * @public
 */
export const LANGUAGES = ['en', 'ja'] as const;

/** One of {@link LANGUAGES}. @public */
export type Language = (typeof LANGUAGES)[number];

/**
 * A text in every language of the product; none may be missing or blank.
 *
 * @param max - longest text in UTF-16 code units
 * @public
 */
export function localizedText(max: number) {
  return z.strictObject({
    en: plainText({ max }),
    ja: plainText({ max }),
  });
}

/** What {@link localizedText} lets through. @public */
export type LocalizedText = z.output<ReturnType<typeof localizedText>>;

/**
 * The text in the language of the screen; a language that a text does not have
 * reads the English one.
 *
 * @param language - a language tag such as `ja` or `ja-JP`
 * @public
 */
export function localize(text: LocalizedText, language: string): string {
  return /^ja\b/i.test(language) ? text.ja : text.en;
}
