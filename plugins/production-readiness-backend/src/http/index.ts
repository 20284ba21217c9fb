export * from './ApiRouter';
export { DatedAnswer } from './DatedAnswer';
export * from './errorMiddleware';
export * from './openApiRouter';
export { type ReportProgress } from './ProgressLines';
export { TextAnswer } from './sendText';
