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
  const { t: plain } = useTranslationRef(productionReadinessTranslationRef);
  const language = useLanguage();
  const label = useToilLabel(language);
  const t = useMemo(() => {
    if (!label) return plain;
    // The types of `t` can't be followed here; what goes in is passed on.
    const untyped = plain as unknown as (...args: unknown[]) => unknown;
    const named = (...args: unknown[]) => {
      const message = untyped(...args);
      return typeof message === 'string'
        ? withToilLabel(message, label, language)
        : message;
    };
    return named as unknown as typeof plain;
  }, [plain, label, language]);
  const say = t as unknown as (key: PlainMessageKey) => string;
  return { t, say, language };
}

/** The organisation's own word for toil in the language, if it has one. */
function useToilLabel(language: string): string | undefined {
  const config = useApi(configApiRef);
  return config.getOptionalString(
    `productionReadiness.toil.label.${language.startsWith('ja') ? 'ja' : 'en'}`,
  );
}
