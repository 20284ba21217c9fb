import type { FilterPredicate } from '@backstage/filter-predicates';
import { checkKey, CheckPath, readCheckPath } from './checkPath';
import { factPathsOf } from './predicate';
import type { ChecklistDocument } from './document';
import type { FactReport } from './record';

/**
 * What a check says: whether it holds, or a value to compare with.
 *
 * @public
 */
export type CheckValue = boolean | string | number;

/**
 * The answers to an entity's checks, by `<provider id>.<check id>`.
 *
 * @public
 */
export interface CheckFacts {
  /** As last read; what can't be read at the moment is left out. */
  values: Readonly<Record<string, CheckValue>>;
  /** Why some can't be read, for a person. */
  errors: Readonly<Record<string, string>>;
  /** Who reported what was pushed, when and with which evidence. */
  reports: Readonly<Record<string, FactReport>>;
}

/** The checks that a predicate asks for, each once. @public */
export function checkPathsOf(
  predicate: FilterPredicate | undefined,
): CheckPath[] {
  return [...new Set(factPathsOf(predicate))].flatMap(
    path => readCheckPath(path) ?? [],
  );
}

/** The checks that the items of a checklist ask for, each once. @public */
export function checksAskedBy(
  document: Pick<ChecklistDocument, 'items'>,
): CheckPath[] {
  const asked = new Map<string, CheckPath>();
  for (const { check, appliesTo } of document.items) {
    for (const path of [...checkPathsOf(check), ...checkPathsOf(appliesTo)]) {
      asked.set(checkKey(path), path);
    }
  }
  return [...asked.values()];
}
