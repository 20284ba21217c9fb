import { useCallback } from 'react';
import { type ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { type PlainMessageKey, useReadinessTranslation } from '../translations';
import { refusals } from '../translations/en/refusals';

/**
 * Says why the server refused in the reader's language. In English that is the
 * server's own sentence, which is the more exact one; elsewhere the sentence
 * for its code, and the server's for a code without one.
 *
 * @internal
 */
export function useRefusal() {
  const { say, language } = useReadinessTranslation();
  return useCallback(
    (error: ReadinessResponseError): string => {
      if (/^en\b/.test(language) || !isKnown(error.code)) return error.message;
      const sentence = say(`refusals.${error.code}` as PlainMessageKey);
      // Which input, and what is wrong with it, only the server's words say.
      return error.code === 'INPUT_INVALID'
        ? `${sentence}（${error.message}）`
        : sentence;
    },
    [say, language],
  );
}

function isKnown(code: string): code is keyof typeof refusals {
  return Object.hasOwn(refusals, code);
}
