import { checksAskedBy } from '@prodready/backstage-plugin-production-readiness-common';
import type { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import type { LoadedChecklist } from '../checklist/document';
import type { CheckFactReader } from '../evaluation/facts';
import { readChecks } from './CheckResultStore';

/**
 * Reads what is stored of checks. Where no checklist asks for any, which is
 * how the one of the package is, it costs nothing.
 */
export function createCheckReader(
  registry: Pick<ChecklistRegistry, 'loaded'>,
): CheckFactReader {
  const asks = new WeakMap<LoadedChecklist, boolean>();
  return {
    async read(q, entityIds, at) {
      const isAsked = registry.loaded.some(checklist => {
        const known =
          asks.get(checklist) ?? checksAskedBy(checklist.document).length > 0;
        asks.set(checklist, known);
        return known;
      });
      return isAsked ? readChecks(q, entityIds, at) : new Map();
    },
  };
}
