import { z } from 'zod';
import { httpUrl, isHttpUrl, plainText } from '../api/text';
import { columnsOf } from './columns';
import { isPlaceholder } from './placeholder';
import type { Evidence } from './record';

/** Shortest evidence in words, in columns. @public */
export const EVIDENCE_COLUMNS = 20;

/** Longest evidence in words, in UTF-16 code units. @public */
export const EVIDENCE_MAX = 4000;

/**
 * Why words are no evidence.
 *
 * @public
 */
export type EvidenceProblem = 'too-short' | 'placeholder' | 'not-a-web-link';

/**
 * What is wrong with a text as evidence.
 *
 * @returns undefined when it can stand
 * @public
 */
export function findEvidenceProblem(text: string): EvidenceProblem | undefined {
  // One word with a scheme was meant as a link; only http and https are shown
  // as links, so any other one would be evidence that nobody can open.
  if (/^\s*[a-z][a-z0-9+.-]*:(?!\s)\S*\s*$/i.test(text)) {
    return isHttpUrl(text.trim()) ? undefined : 'not-a-web-link';
  }
  // A placeholder is said to be one also when it is short.
  if (isPlaceholder(text)) return 'placeholder';
  return columnsOf(text) < EVIDENCE_COLUMNS ? 'too-short' : undefined;
}

const PROBLEM_MESSAGES: Record<EvidenceProblem, string> = {
  'too-short': `must be at least ${EVIDENCE_COLUMNS} columns wide (a full-width character counts two); say what was done, when, and where to see it`,
  placeholder:
    'only stands in for an answer; say what was done, when, and where to see it, or leave the item open',
  'not-a-web-link': 'must be a full link that starts with http:// or https://',
};

/**
 * Evidence as it is sent: a link, or words.
 *
 * @public
 */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('url'), url: httpUrl }),
  z.strictObject({
    kind: z.literal('text'),
    text: plainText({ max: EVIDENCE_MAX }).superRefine((text, context) => {
      const problem = findEvidenceProblem(text);
      if (problem) {
        context.addIssue({
          code: 'custom',
          message: PROBLEM_MESSAGES[problem],
          params: { problem },
        });
      }
    }),
  }),
]);

/**
 * Takes what a person typed for a link or for words.
 *
 * @public
 */
export function toEvidence(input: string): Evidence {
  const trimmed = input.trim();
  return isHttpUrl(trimmed)
    ? { kind: 'url', url: trimmed }
    : { kind: 'text', text: input };
}
