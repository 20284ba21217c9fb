import { useMemo } from 'react';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../time/useLanguage';
import { type PlainMessageKey } from './flatMessages';
import { withToilLabel } from './toilLabel';
import { type Translate } from './translate';

/** Words in the language that the app is shown in. @internal */
export interface Words<TMessages> {
  /** For a key that is written out, with values to fill in. */
  t: Translate<TMessages>;
  /** For a key that was looked up; the types of `t` cannot follow those. */
  say: (key: PlainMessageKey<TMessages>) => string;
  /** For `Intl`. */
  language: string;
}

/**
 * Makes words of what finds messages, with the organisation's own word for
 * toil in them.
 *
 * @internal
 */
export function useWords<TMessages>(
  plain: Translate<TMessages>,
): Words<TMessages> {
  const language = useLanguage();
  const label = useToilLabel(language);
  const t = useMemo(() => {
    if (!label) return plain;
    const named = (...args: Parameters<Translate<TMessages>>) => {
      const message: unknown = plain(...args);
      return typeof message === 'string'
        ? withToilLabel(message, label, language)
        : message;
    };
    return named as Translate<TMessages>;
  }, [plain, label, language]);
  return { t, say: t as Words<TMessages>['say'], language };
}

/** The organisation's own word for toil in the language, if it has one. */
function useToilLabel(language: string): string | undefined {
  const config = useApi(configApiRef);
  return config.getOptionalString(
    `productionReadiness.toil.label.${language.startsWith('ja') ? 'ja' : 'en'}`,
  );
}
