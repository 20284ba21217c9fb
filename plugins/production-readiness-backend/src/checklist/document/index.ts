export {
  ChecklistDocumentError,
  type ChecklistFileIssue,
} from './ChecklistDocumentError';
export { loadChecklist, loadDefaultChecklist } from './loadChecklist';
export { readChecklist, type LoadedChecklist } from './readChecklist';
