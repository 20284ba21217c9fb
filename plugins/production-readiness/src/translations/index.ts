export { productionReadinessTranslationRef } from './ref';
export type { MessageKey, PlainMessageKey } from './flatMessages';
export { useReadinessTranslation } from './useReadinessTranslation';
