import { sloScreens } from './en/sloScreens';
import { productionReadinessSloTranslationRef } from './sloRef';
import { useAreaTranslation } from './useAreaTranslation';

/** The words of the screens about SLOs and those that all share. @internal */
export const useSloTranslation = () =>
  useAreaTranslation(productionReadinessSloTranslationRef, sloScreens);
