import { z } from 'zod';

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const FORMATS: Record<string, string> = {
  uuid: 'an id such as 7a3f8f9e-8f6a-4f0e-9f55-0b1f1e6d2c11',
  date: 'a day such as 2027-04-01',
  datetime: 'a moment such as 2027-04-01T00:00:00Z',
  email: 'an e-mail address',
  url: 'a full link that starts with http:// or https://',
};

/**
 * Says what to send where a schema has no words of its own: the library's own
 * ones tell the types of a program to a person.
 */
export const sayWhatToSend: z.core.$ZodErrorMap = issue => {
  switch (issue.code) {
    case 'invalid_type':
      return expects(issue.input, KINDS[issue.expected] ?? issue.expected);
    case 'invalid_value':
      return expects(issue.input, oneOf(issue.values));
    case 'invalid_format':
      return expects(issue.input, FORMATS[issue.format] ?? 'of another form');
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_key':
      return `is a name that ${issue.issues[0]?.message ?? 'is not taken'}`;
    case 'invalid_union':
      return ofUnion(issue as UnionIssue);
    default:
      return undefined;
  }
};

/** A field that is not there is not called wrong. */
function expects(input: unknown, what: string): string {
  return input === undefined
    ? `is missing; it must be ${what}`
    : `must be ${what}`;
}

function oneOf(values: readonly unknown[]): string {
  const list = values.map(String);
  return list.length === 1 ? list[0] : `one of ${list.join(', ')}`;
}

function tooSmall(origin: string, least: number): string {
  if (origin === 'string') {
    return least <= 1
      ? 'must not be empty'
      : `must be at least ${least} characters long`;
  }
  if (origin === 'array') {
    return least <= 1 ? 'must not be empty' : `must hold at least ${least}`;
  }
  return `must be ${least} or more`;
}

function tooBig(origin: string, most: number): string {
  if (origin === 'string') return `must be at most ${most} characters long`;
  if (origin === 'array') return `must hold at most ${most}`;
  return `must be ${most} or less`;
}

/** What of an issue with several forms is read here. */
interface UnionIssue {
  input: unknown;
  /** What is wrong with it as each of the forms. */
  errors: z.core.$ZodIssue[][];
  /** The field that tells the forms apart, and what it may be. */
  discriminator?: string;
  options?: readonly unknown[];
}

function ofUnion(issue: UnionIssue): string | undefined {
  const { discriminator = 'kind', errors, input, options = [] } = issue;
  if (options.length === 0) return ofBranches(errors);
  const kinds = options.join(', ');
  return expects(
    input,
    `an object of one of these kinds, as its field ${discriminator} says: ${kinds}`,
  );
}

/** Of several forms the one that fits best: not only its type is wrong. */
function ofBranches(
  branches: readonly z.core.$ZodIssue[][],
): string | undefined {
  const [first] = branches;
  const fitting = branches.find(([issue]) => issue?.code !== 'invalid_type');
  return (fitting ?? first)?.[0]?.message;
}
