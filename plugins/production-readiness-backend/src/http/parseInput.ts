import { ReadinessError } from '@prodready/backstage-plugin-production-readiness-common';
import { z } from 'zod';

/**
 * Validates one part of a request.
 *
 * @throws ReadinessError 400 that names the first offending field in a
 *   sentence, with every other one in `details.issues`
 */
export function parseInput<T extends z.ZodType>(
  place: 'path' | 'query' | 'body',
  schema: T,
  input: unknown,
): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues.map(issue => describeIssue(place, issue));
  throw ReadinessError.badInput(
    'INPUT_INVALID',
    `${issues.map(issue => `${issue.field}: ${issue.reason}`).join('. ')}.`,
    { field: issues[0].field, details: { issues } },
  );
}

/** One thing that is wrong with an input. */
interface InputIssue {
  field: string;
  reason: string;
  /** Stable name of the problem, where the schema has one. */
  code?: string;
  /** What was probably meant. */
  suggestion?: string;
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
