import {
  evaluateFilterPredicate,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import type { ChecklistItem } from './document';
import { checkPathsOf } from './checkFacts';
import { checkKey } from './checkPath';
import type { FactDocument, FactRoot } from './factDocument';
import type { Evidence, FactReport, ItemFact } from './record';
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
  for (const { root, path, condition } of conditionsOf(operands)) {
    if (isUnread(root, path, document)) result = 'unread';
    else if (!evaluateFilterPredicate(condition, document.facts)) {
      return 'failed';
    }
  }
  return result;
}

/** Of the checks each one is read by itself. */
function isUnread(
  root: FactRoot,
  path: string,
  { facts, unread }: FactDocument,
): boolean {
  if (unread.has(root)) return true;
  return (
    root === 'checks' &&
    !Object.hasOwn(facts.checks as object, path.slice('checks.'.length))
  );
}

/** One condition on one path, as a predicate of its own. */
interface Condition {
  root: FactRoot;
  path: string;
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
    path,
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
  const said = saidOfChecks(item, document);
  if (result === 'unread') return asUnread(previous, said, now);

  const isSame = previous?.value === result;
  const next: ItemFact = {
    value: result,
    since: isSame ? previous.since : now,
    hasPassed: previous?.hasPassed === true || result === 'passed',
    ...(result === 'passed' && expiryOf(item, document)),
    ...(said.report && { report: said.report }),
  };
  return previous && isSameFact(previous, next) ? previous : next;
}

function asUnread(
  previous: ItemFact | undefined,
  said: SaidOfChecks,
  now: number,
): ItemFact {
  const before = previous ?? { value: null, since: now, hasPassed: false };
  const next: ItemFact = {
    ...before,
    unreadSince: before.unreadSince ?? now,
    ...(said.report && { report: said.report }),
  };
  // An error of before is not the one of now.
  if (said.error === undefined) delete next.error;
  else next.error = said.error;
  return previous && isSameFact(previous, next) ? previous : next;
}

type SaidOfChecks = Pick<ItemFact, 'error' | 'report'>;

/** Why a check of the item can't be read, and what was reported last. */
function saidOfChecks(
  item: Pick<ChecklistItem, 'check'>,
  { checks }: FactDocument,
): SaidOfChecks {
  if (checks === undefined) return {};
  const keys = checkPathsOf(item.check).map(checkKey);
  const reports = keys
    .flatMap(key => checks.reports[key] ?? [])
    .sort((one, other) => other.at - one.at);
  return {
    error: keys.flatMap(key => checks.errors[key] ?? [])[0],
    report: reports[0],
  };
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
    one.hasPassed === other.hasPassed &&
    one.error === other.error &&
    isSameReport(one.report, other.report)
  );
}

function isSameReport(one?: FactReport, other?: FactReport): boolean {
  if (one === other) return true;
  return (
    one !== undefined &&
    other !== undefined &&
    one.by === other.by &&
    one.at === other.at &&
    isSameEvidence(one.evidence, other.evidence)
  );
}

function isSameEvidence(one?: Evidence, other?: Evidence): boolean {
  return one?.kind === other?.kind && contentOf(one) === contentOf(other);
}

function contentOf(evidence?: Evidence): string | undefined {
  return evidence?.kind === 'url' ? evidence.url : evidence?.text;
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
