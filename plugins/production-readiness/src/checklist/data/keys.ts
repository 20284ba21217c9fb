/**
 * Where the checklist keeps its answers in the shared cache.
 *
 * @internal
 */
export const checklistKeys = {
  readiness: (entityRef: string) => ['checklist', 'readiness', entityRef],
  past: (entityRef: string, at: number) => ['checklist', 'past', entityRef, at],
  words: (digest: string) => ['checklist', 'words', digest],
  examples: (entityRef: string, itemId: string) => [
    'checklist',
    'examples',
    entityRef,
    itemId,
  ],
  history: (entityRef: string, itemId: string) => [
    'checklist',
    'history',
    entityRef,
    itemId,
  ],
};
