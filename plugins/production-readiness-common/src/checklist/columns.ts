/** Scripts and forms that take two columns of a fixed-width screen. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;
/** The half-width forms of East Asian letters take one. */
const HALF_WIDTH = /[\uff61-\uffdc]/u;
/** Combining marks and invisible characters take none. */
const ZERO_WIDTH = /[\p{M}\p{Cf}\p{Cc}]/u;

/**
 * The width of a text in columns: a wide character (Japanese, Chinese, Korean,
 * full-width forms, emoji) counts two. Space around it does not count, and a
 * run of space within counts one.
 *
 * @public
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text.trim().replace(/\s+/gu, ' ')) {
    if (ZERO_WIDTH.test(character)) continue;
    const isWide = WIDE.test(character) && !HALF_WIDTH.test(character);
    columns += isWide ? 2 : 1;
  }
  return columns;
}
