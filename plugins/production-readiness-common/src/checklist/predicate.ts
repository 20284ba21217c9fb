import { z } from 'zod';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { readCheckPath } from './checkPath';

/**
 * The facts that a predicate of a checklist may read. A path starts with one
 * of them: `entity.metadata.description`, `slo.journeys`.
 *
 * @public
 */
export const FACT_ROOTS = [
  'entity',
  'owner',
  'system',
  'dependencies',
  'slo',
  'toil',
  'checks',
] as const;

/**
 * One thing that is wrong in a document, and where.
 *
 * @public
 */
export interface DocumentIssue {
  /** Keys and indexes from the root of the document. */
  path: (string | number)[];
  /** What is wrong and what to write instead, as a sentence. */
  message: string;
}

/**
 * The facts that a predicate reads, each once, in the order of `FACT_ROOTS`.
 *
 * @public
 */
export function factRootsOf(
  predicate: FilterPredicate | undefined,
): (typeof FACT_ROOTS)[number][] {
  const paths = factPathsOf(predicate);
  return FACT_ROOTS.filter(root =>
    paths.some(path => path.split('.')[0] === root),
  );
}

/** The paths of facts that a predicate reads, in its order. @public */
export function factPathsOf(predicate: unknown): string[] {
  if (Array.isArray(predicate)) return predicate.flatMap(factPathsOf);
  if (!isObject(predicate)) return [];
  return Object.entries(predicate).flatMap(([key, value]) =>
    key.startsWith('$') ? factPathsOf(value) : [key],
  );
}

type Path = DocumentIssue['path'];

const LOGICAL_OPERATORS = ['$all', '$any', '$not'];
const VALUE_OPERATORS = ['$exists', '$in', '$contains', '$hasPrefix'];
const DEEPEST = 12;

/**
 * A Backstage filter predicate over the fact document, checked strictly.
 *
 * @public
 */
export const factPredicate = z
  .custom<FilterPredicate>(() => true)
  .superRefine((value, context) => {
    for (const issue of findPredicateIssues(value)) {
      context.addIssue({
        code: 'custom',
        path: issue.path,
        message: issue.message,
      });
    }
  });

/**
 * Says what the predicate library would silently get wrong: it takes an
 * unknown operator for false (so for true under `$not`), reads only the first
 * of two value operators, and never matches a nested object.
 *
 * @public
 */
export function findPredicateIssues(value: unknown): DocumentIssue[] {
  return inPredicate(value, [], FACT_ROOTS);
}

function inPredicate(
  value: unknown,
  path: Path,
  roots: readonly string[] | undefined,
): DocumentIssue[] {
  if (path.length > DEEPEST * 2) {
    return [{ path, message: 'The predicate is nested too deeply.' }];
  }
  // Elements of a list may be compared with a plain value.
  if (isPrimitive(value) && !roots) return [];
  if (!isObject(value)) {
    return [
      {
        path,
        message:
          'A predicate is an object such as { entity.kind: Component }; write one here.',
      },
    ];
  }
  const keys = Object.keys(value);
  if (keys.length === 0) {
    return [
      {
        path,
        message:
          'An empty predicate matches everything; leave it out or write a condition.',
      },
    ];
  }
  const operator = keys.find(key => key.startsWith('$'));
  return operator === undefined
    ? keys.flatMap(key => inCondition(key, value[key], path, roots))
    : inLogicalOperator(operator, value, path, roots);
}

function inLogicalOperator(
  operator: string,
  value: Record<string, unknown>,
  path: Path,
  roots: readonly string[] | undefined,
): DocumentIssue[] {
  const at = [...path, operator];
  if (!LOGICAL_OPERATORS.includes(operator)) {
    const hint = VALUE_OPERATORS.includes(operator)
      ? `${operator} belongs beneath the path of a fact`
      : `${operator} is not an operator`;
    return [
      {
        path: at,
        message: `${hint}; here only ${LOGICAL_OPERATORS.join(
          ', ',
        )} are known.`,
      },
    ];
  }
  if (Object.keys(value).length !== 1) {
    return [
      {
        path: at,
        message: `${operator} has to stand alone; wrap both conditions in $all.`,
      },
    ];
  }
  const operand = value[operator];
  if (operator === '$not') return inPredicate(operand, at, roots);
  if (!Array.isArray(operand) || operand.length === 0) {
    return [
      {
        path: at,
        message: `${operator} takes a list of at least one predicate.`,
      },
    ];
  }
  return operand.flatMap((entry, index) =>
    inPredicate(entry, [...at, index], roots),
  );
}

function inCondition(
  key: string,
  value: unknown,
  path: Path,
  roots: readonly string[] | undefined,
): DocumentIssue[] {
  const at = [...path, key];
  if (roots && !roots.includes(key.split('.')[0])) {
    return [
      {
        path: at,
        message: `"${key}" names no fact; a path starts with ${roots.join(
          ', ',
        )}.`,
      },
    ];
  }
  if (roots && key.split('.')[0] === 'checks' && !readCheckPath(key)) {
    return [
      {
        path: at,
        message: `"${key}" names no check; write checks.<provider>.<check>, the provider in lower-case words joined by hyphens, such as checks.pushed.build-is-green.`,
      },
    ];
  }
  if (isPrimitive(value)) return [];
  if (!isObject(value)) {
    return [
      {
        path: at,
        message:
          'Compare with a text, a number, true or false, or with an operator such as { $exists: true }; use $in for several values.',
      },
    ];
  }
  return inValueOperator(value, at);
}

function inValueOperator(
  value: Record<string, unknown>,
  path: Path,
): DocumentIssue[] {
  const keys = Object.keys(value);
  const known = VALUE_OPERATORS.join(', ');
  const strange = keys.find(key => !VALUE_OPERATORS.includes(key));
  if (strange !== undefined) {
    return [
      {
        path: [...path, strange],
        message: strange.startsWith('$')
          ? `${strange} is not an operator; here only ${known} are known.`
          : `"${strange}" is nested; write one dotted path instead.`,
      },
    ];
  }
  if (keys.length !== 1) {
    return [{ path, message: `Write exactly one of ${known}.` }];
  }
  const [operator] = keys;
  const at = [...path, operator];
  const operand = value[operator];
  switch (operator) {
    case '$contains':
      return inPredicate(operand, at, undefined);
    case '$exists':
      return typeof operand === 'boolean'
        ? []
        : [{ path: at, message: '$exists takes true or false.' }];
    case '$hasPrefix':
      return typeof operand === 'string' && operand !== ''
        ? []
        : [{ path: at, message: '$hasPrefix takes a text that is not empty.' }];
    default:
      return Array.isArray(operand) &&
        operand.length > 0 &&
        operand.every(isPrimitive)
        ? []
        : [
            {
              path: at,
              message:
                '$in takes a list of at least one text, number, true or false.',
            },
          ];
  }
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
