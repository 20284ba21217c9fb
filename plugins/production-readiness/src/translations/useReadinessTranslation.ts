import { useMemo } from 'react';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useLanguage } from '../time/useLanguage';
import { type PlainMessageKey } from './flatMessages';
import { productionReadinessTranslationRef } from './ref';
import { withToilLabel } from './toilLabel';
import { type Translate } from './translate';

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
  const { t: exact } = useTranslationRef(productionReadinessTranslationRef);
  const plain = exact as unknown as Translate;
  const language = useLanguage();
  const label = useToilLabel(language);
  const t = useMemo(() => {
    if (!label) return plain;
    const named = (...args: Parameters<Translate>) => {
      const message: unknown = plain(...args);
      return typeof message === 'string'
        ? withToilLabel(message, label, language)
        : message;
    };
    return named as Translate;
  }, [plain, label, language]);
  const say: (key: PlainMessageKey) => string = t;
  return { t, say, language };
}

/** The organisation's own word for toil in the language, if it has one. */
function useToilLabel(language: string): string | undefined {
  const config = useApi(configApiRef);
  return config.getOptionalString(
    `productionReadiness.toil.label.${language.startsWith('ja') ? 'ja' : 'en'}`,
  );
}
