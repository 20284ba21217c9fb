export { OPENSLO_ANNOTATIONS, type OpenSloAnnotation } from './annotations';
export { type OpenSloDraft } from './drafts';
export { OPENSLO_KINDS, type OpenSloKind } from './openSloObject';
export {
  readOpenSloUpload,
  type OpenSloDocumentText,
  type OpenSloObjectName,
  type OpenSloUploadReading,
} from './openSlo';
export { openSloProblem, problemText, type OpenSloProblem } from './problem';
export { type SloStandingText } from './projection';
export {
  editedOpenSloDocument,
  newOpenSloDocument,
  type ObjectiveEdit,
} from './writeOpenSlo';
export * from './routes';
