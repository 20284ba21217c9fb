import {
  evaluateFilterPredicate,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import type { ChecklistItem } from './document';
import type { FactDocument, FactRoot } from './factDocument';
import type { ItemFact } from './record';
import { DAY } from './states';

/**
 * What a check says now. `unread` is neither: a part of the facts could not be
 * read, and without it nothing follows.
 *
 * @public
 */
export type CheckResult = 'passed' | 'failed' | 'unread';

/**
 * Evaluates a predicate on the facts. What could not be read makes the answer
 * `unread`, unless the rest decides: of two alternatives one that holds is
 * enough, whatever the other one is.
 *
 * @param predicate - checked strictly when the checklist was read
 * @public
 */
export function evaluateCheck(
  predicate: FilterPredicate,
  document: FactDocument,
): CheckResult {
  try {
    return evaluate(predicate, document);
  } catch {
    // A check that can't be carried out has said nothing.
    return 'unread';
  }
}

function evaluate(
  predicate: FilterPredicate,
  document: FactDocument,
): CheckResult {
  const operands = predicate as Record<string, unknown>;
  if ('$all' in operands) {
    const results = (operands.$all as FilterPredicate[]).map(operand =>
      evaluate(operand, document),
    );
    if (results.includes('failed')) return 'failed';
    return results.includes('unread') ? 'unread' : 'passed';
  }
  if ('$any' in operands) {
    const results = (operands.$any as FilterPredicate[]).map(operand =>
      evaluate(operand, document),
    );
    if (results.includes('passed')) return 'passed';
    return results.includes('unread') ? 'unread' : 'failed';
  }
  if ('$not' in operands) {
    const result = evaluate(operands.$not as FilterPredicate, document);
    if (result === 'unread') return 'unread';
    return result === 'passed' ? 'failed' : 'passed';
  }
  let result: CheckResult = 'passed';
  for (const { root, condition } of conditionsOf(operands)) {
    if (document.unread.has(root)) result = 'unread';
    else if (!evaluateFilterPredicate(condition, document.facts)) {
      return 'failed';
    }
  }
  return result;
}

/** One condition on one path, as a predicate of its own. */
interface Condition {
  root: FactRoot;
  condition: FilterPredicate;
}

// The same few predicates are evaluated for thousands of entities: they are
// taken apart once.
const conditions = new WeakMap<object, Condition[]>();

function conditionsOf(operands: Record<string, unknown>): Condition[] {
  const known = conditions.get(operands);
  if (known) return known;
  const made = Object.entries(operands).map(([path, value]) => ({
    root: path.split('.')[0] as FactRoot,
    condition: { [path]: value } as FilterPredicate,
  }));
  conditions.set(operands, made);
  return made;
}

/**
 * What is to be stored of an item's fact after a check. The last value stays
 * while the facts can't be read.
 *
 * @returns the very same object when nothing changed
 * @public
 */
export function nextFact(
  item: Pick<ChecklistItem, 'check' | 'expires'>,
  previous: ItemFact | undefined,
  document: FactDocument,
  now: number,
): ItemFact | undefined {
  if (item.check === undefined) return previous;
  const result = evaluateCheck(item.check, document);
  if (result === 'unread') return unread(previous, now);

  const isSame = previous?.value === result;
  const next: ItemFact = {
    value: result,
    since: isSame ? previous.since : now,
    hasPassed: previous?.hasPassed === true || result === 'passed',
    ...(result === 'passed' && expiryOf(item, document)),
  };
  return previous && isSameFact(previous, next) ? previous : next;
}

function unread(previous: ItemFact | undefined, now: number): ItemFact {
  if (previous?.unreadSince !== undefined) return previous;
  return previous
    ? { ...previous, unreadSince: now }
    : { value: null, since: now, unreadSince: now, hasPassed: false };
}

function expiryOf(
  item: Pick<ChecklistItem, 'expires'>,
  document: FactDocument,
): { dueAt: number; until: number } | undefined {
  if (item.expires === undefined) return undefined;
  const [root, key] = item.expires.at.split('.');
  const part = document.facts[root];
  const at =
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? part[key]
      : undefined;
  return typeof at === 'number'
    ? { dueAt: at, until: at + item.expires.graceDays * DAY }
    : undefined;
}

function isSameFact(one: ItemFact, other: ItemFact): boolean {
  return (
    one.value === other.value &&
    one.since === other.since &&
    one.dueAt === other.dueAt &&
    one.until === other.until &&
    one.unreadSince === other.unreadSince &&
    one.hasPassed === other.hasPassed
  );
}

/**
 * Whether a check reads a fact of the given path, for example
 * `slo.requiredSignaturesPresent`.
 *
 * @public
 */
export function readsFact(
  predicate: FilterPredicate | undefined,
  path: string,
): boolean {
  if (typeof predicate !== 'object' || predicate === null) return false;
  return Object.entries(predicate).some(([key, value]) => {
    if (key === '$not') return readsFact(value as FilterPredicate, path);
    if (key === '$all' || key === '$any') {
      return (value as FilterPredicate[]).some(operand =>
        readsFact(operand, path),
      );
    }
    return key === path;
  });
}
