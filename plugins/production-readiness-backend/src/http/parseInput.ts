import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { z } from 'zod';
import { sayWhatToSend } from './inputRules';
import { fieldsWithoutPlainNumber } from './plainNumbers';

/**
 * Validates one part of a request. Whatever its schema says, no text in it may
 * hold what PostgreSQL can't take: it would answer with an error of its own.
 *
 * @throws ReadinessError 400 that names the first offending field in a
 *   sentence, with every other one in `details.issues`
 */
export function parseInput<T extends z.ZodType>(
  place: 'path' | 'query' | 'body',
  schema: T,
  input: unknown,
): z.output<T> {
  const result = schema.safeParse(input, { error: sayWhatToSend });
  const issues = result.success
    ? [
        ...(place === 'body' ? [] : notNumbers(place, schema, input)),
        ...notText(place, result.data),
      ]
    : result.error.issues.map(issue => describeIssue(place, issue));
  if (result.success && issues.length === 0) return result.data;
  throw ReadinessError.badInput(
    'INPUT_INVALID',
    issues.map(sentenceOf).join(' '),
    { field: issues[0].field, details: { issues } },
  );
}

// eslint-disable-next-line no-control-regex -- NUL is what is looked for
const NOT_TEXT = /[\u0000\p{Surrogate}]/u;

/** One thing that is wrong with an input. */
interface InputIssue {
  field: string;
  reason: string;
  /** Stable name of the problem, where the schema has one. */
  code?: string;
  /** What was probably meant. */
  suggestion?: string;
}

/** Some schemas give sentences, others what follows the name of a field. */
function sentenceOf({ field, reason }: InputIssue): string {
  return `${field}: ${reason}${/[.!?。]$/.test(reason) ? '' : '.'}`;
}

function notNumbers(
  place: string,
  schema: z.ZodType,
  input: unknown,
): InputIssue[] {
  return fieldsWithoutPlainNumber(schema, input).map(name => ({
    field: `${place}.${name}`,
    reason: 'must be a whole number in digits, such as 30',
  }));
}

/** The first text that holds NUL or half of a surrogate pair, if any does. */
function notText(field: string, value: unknown): InputIssue[] {
  if (typeof value === 'string') {
    if (!NOT_TEXT.test(value)) return [];
    const reason =
      'contains a character that is not text (NUL or half of a surrogate pair); remove it';
    return [{ field, reason }];
  }
  if (typeof value !== 'object' || value === null) return [];
  for (const [key, inner] of Object.entries(value)) {
    const issues = [
      ...notText(field, key),
      ...notText(`${field}.${key}`, inner),
    ];
    if (issues.length > 0) return issues;
  }
  return [];
}

function describeIssue(place: string, issue: z.core.$ZodIssue): InputIssue {
  const path = [place, ...issue.path.map(String)];
  if (issue.code === 'unrecognized_keys') {
    return {
      field: [...path, issue.keys[0]].join('.'),
      // What a schema itself says of such a field is better.
      reason: issue.message.startsWith('Unrecognized key')
        ? 'is not known here; check the spelling or leave it out'
        : issue.message,
    };
  }
  return {
    field: path.join('.'),
    reason: issue.message,
    ...(issue.code === 'custom' && namedProblem(issue.params)),
  };
}

/** Lets screens say it in another language than the server's. */
function namedProblem(
  params: Record<string, unknown> | undefined,
): Pick<InputIssue, 'code' | 'suggestion'> {
  const { code, suggestion } = params ?? {};
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof suggestion === 'string' && { suggestion }),
  };
}
