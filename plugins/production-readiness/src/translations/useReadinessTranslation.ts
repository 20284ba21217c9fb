import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { productionReadinessTranslationRef } from './ref';
import { type Translate } from './translate';
import { useWords } from './useWords';

/** The words that every screen has, see {@link useWords}. @internal */
export function useReadinessTranslation() {
  const { t } = useTranslationRef(productionReadinessTranslationRef);
  return useWords(t as unknown as Translate);
}
