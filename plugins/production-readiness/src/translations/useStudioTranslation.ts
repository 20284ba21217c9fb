import { studioScreens } from './en/studioScreens';
import { productionReadinessStudioTranslationRef } from './studioRef';
import { useAreaTranslation } from './useAreaTranslation';

/** The words of the studio and those that all screens share. @internal */
export const useStudioTranslation = () =>
  useAreaTranslation(productionReadinessStudioTranslationRef, studioScreens);
