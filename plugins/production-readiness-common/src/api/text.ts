import { z } from 'zod';

/** PostgreSQL cannot store NUL, and a lone surrogate is not a character. */
function isStorable(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- NUL is what is looked for
  return !/[\u0000\p{Surrogate}]/u.test(text);
}

/**
 * Text that is stored exactly as it was sent. NUL and lone surrogates are
 * refused, since PostgreSQL can't keep them.
 *
 * @param bounds - length in UTF-16 code units after trimming, both inclusive
 * @public
 */
export function plainText(bounds: { min?: number; max: number }) {
  const min = bounds.min ?? 1;
  return z
    .string()
    .max(bounds.max, {
      error: `must be at most ${bounds.max} characters long`,
    })
    .refine(text => text.trim().length >= min, {
      error:
        min === 1
          ? 'must not be empty'
          : `must be at least ${min} characters long`,
      params: { problem: 'text_too_short', values: { minimum: min } },
    })
    .refine(isStorable, {
      error:
        'contains a character that is not text (NUL or half of a surrogate pair); remove it',
      params: { problem: 'not_storable' },
    });
}

/**
 * An absolute http or https URL of at most 2048 characters. Other schemes
 * (`javascript:`, `data:`, `file:`) are refused, so that a stored link is safe
 * to show.
 *
 * @public
 */
export const httpUrl = z
  .string()
  .max(2048, { error: 'must be at most 2048 characters long' })
  .refine(isStorable, {
    error: 'contains a character that is not text',
    params: { problem: 'not_storable' },
  })
  .refine(isHttpUrl, {
    error: 'must be a full link that starts with http:// or https://',
    params: { problem: 'not_url' },
  });

/**
 * Whether the text is an absolute http or https URL without credentials in it.
 *
 * @public
 */
export function isHttpUrl(text: string): boolean {
  // URL drops tabs and line breaks silently; a stored link must hold neither.
  // eslint-disable-next-line no-control-regex -- these are looked for
  if (/[\s\u0000-\u001f]/.test(text)) return false;
  try {
    const url = new URL(text);
    return (
      (url.protocol === 'http:' || url.protocol === 'https:') &&
      url.hostname !== '' &&
      url.username === '' &&
      url.password === ''
    );
  } catch {
    return false;
  }
}
