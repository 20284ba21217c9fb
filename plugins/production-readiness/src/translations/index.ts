export { productionReadinessTranslationRef } from './ref';
export { productionReadinessSloTranslationRef } from './sloRef';
export { productionReadinessStudioTranslationRef } from './studioRef';
export type { MessageKey, PlainMessageKey } from './flatMessages';
export { useReadinessTranslation } from './useReadinessTranslation';
export { useSloTranslation } from './useSloTranslation';
export { useStudioTranslation } from './useStudioTranslation';
