import { studioScreens } from './en/studioScreens';
import { type SharedMessages } from './flatMessages';
import { productionReadinessStudioTranslationRef } from './studioRef';
import { useAreaTranslation } from './useAreaTranslation';

/** The words of the studio and those that all screens share. @internal */
export const useStudioTranslation = () =>
  useAreaTranslation<SharedMessages & typeof studioScreens>(
    productionReadinessStudioTranslationRef,
    studioScreens,
  );
