import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../time/useLanguage';
import { type PlainMessageKey } from './flatMessages';
import { productionReadinessTranslationRef } from './ref';

/**
 * The words of this plugin in the language that the app is shown in.
 *
 * `t('checklist.title')` for a key that is written out, with values to fill
 * in; `say(key)` for a key that was looked up (the types of `t` cannot follow
 * those); `language` for `Intl`.
 *
 * @internal
 */
export function useReadinessTranslation() {
  const { t } = useTranslationRef(productionReadinessTranslationRef);
  const language = useLanguage();
  const say = t as unknown as (key: PlainMessageKey) => string;
  return { t, say, language };
}
