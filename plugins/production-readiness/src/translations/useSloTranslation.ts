import { sloScreens } from './en/sloScreens';
import { type SharedMessages } from './flatMessages';
import { productionReadinessSloTranslationRef } from './sloRef';
import { useAreaTranslation } from './useAreaTranslation';

/** The words of the screens about SLOs and those that all share. @internal */
export const useSloTranslation = () =>
  useAreaTranslation<SharedMessages & typeof sloScreens>(
    productionReadinessSloTranslationRef,
    sloScreens,
  );
