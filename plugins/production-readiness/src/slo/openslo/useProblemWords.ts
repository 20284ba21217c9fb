import { useCallback } from 'react';
import { type OpenSloProblem } from '@prodready/backstage-plugin-production-readiness-common';
import { type PlainMessageKey, useSloTranslation } from '../../translations';
import { openSloProblem } from '../../translations/en/openSloProblem';

/**
 * Says what is wrong with a document in the reader's language. In English that
 * is the server's own sentence, which knows the values; elsewhere the sentence
 * for its code, with the server's behind it for what to write instead.
 *
 * @internal
 */
export function useProblemWords() {
  const { say, language } = useSloTranslation();
  return useCallback(
    ({ code, message }: OpenSloProblem): { text: string; server?: string } => {
      if (/^en\b/.test(language) || !isKnown(code)) return { text: message };
      return {
        text: say(`openSloProblem.${code}` as PlainMessageKey),
        server: message,
      };
    },
    [say, language],
  );
}

function isKnown(code: string): code is keyof typeof openSloProblem {
  return Object.hasOwn(openSloProblem, code);
}
