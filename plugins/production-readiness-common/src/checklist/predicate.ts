import { z } from 'zod';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { readCheckPath } from './checkPath';
import type { DocumentProblem } from './documentProblems';
import { issueAt } from './issueAt';

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
export interface DocumentIssue extends DocumentProblem {
  /** Keys and indexes from the root of the document. */
  path: (string | number)[];
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
        params: { problem: issue.code, values: issue.params },
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
    return [issueAt(path, 'predicate_too_deep')];
  }
  // Elements of a list may be compared with a plain value.
  if (isPrimitive(value) && !roots) return [];
  if (!isObject(value)) {
    return [issueAt(path, 'predicate_not_object')];
  }
  const keys = Object.keys(value);
  if (keys.length === 0) {
    return [issueAt(path, 'predicate_empty')];
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
    const code = VALUE_OPERATORS.includes(operator)
      ? 'operator_misplaced'
      : 'operator_unknown';
    const known = LOGICAL_OPERATORS.join(', ');
    return [issueAt(at, code, { operator, known })];
  }
  if (Object.keys(value).length !== 1) {
    return [issueAt(at, 'operator_not_alone', { operator })];
  }
  const operand = value[operator];
  if (operator === '$not') return inPredicate(operand, at, roots);
  if (!Array.isArray(operand) || operand.length === 0) {
    return [issueAt(at, 'operator_without_list', { operator })];
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
    const known = roots.join(', ');
    return [issueAt(at, 'no_such_fact', { path: key, known })];
  }
  if (roots && key.split('.')[0] === 'checks' && !readCheckPath(key)) {
    return [issueAt(at, 'no_such_check', { path: key })];
  }
  if (isPrimitive(value)) return [];
  if (!isObject(value)) {
    return [issueAt(at, 'comparison_not_plain')];
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
    const strangeAt = [...path, strange];
    return [
      strange.startsWith('$')
        ? issueAt(strangeAt, 'operator_unknown', { operator: strange, known })
        : issueAt(strangeAt, 'path_nested', { key: strange }),
    ];
  }
  if (keys.length !== 1) {
    return [issueAt(path, 'operators_together', { known })];
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
        : [issueAt(at, 'exists_not_boolean')];
    case '$hasPrefix':
      return typeof operand === 'string' && operand !== ''
        ? []
        : [issueAt(at, 'prefix_not_text')];
    default:
      return Array.isArray(operand) &&
        operand.length > 0 &&
        operand.every(isPrimitive)
        ? []
        : [issueAt(at, 'in_not_list')];
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
