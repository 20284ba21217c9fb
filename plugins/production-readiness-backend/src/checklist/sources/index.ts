export {
  readChecklistTargets,
  readRefreshFrequency,
  type ChecklistTarget,
} from './config';
export {
  DocumentReader,
  type ReadResult,
  type SourceError,
} from './DocumentReader';
export { readSources, type StoredSource } from './SourceStore';
