import { useCallback } from 'react';
import { type ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { type PlainMessageKey, useReadinessTranslation } from '../translations';
import { refusals } from '../translations/en/refusals';
import { sloTarget } from '../translations/en/sloTarget';

/**
 * Says why the server refused in the reader's language. In English that is the
 * server's own sentence, which is the more exact one; elsewhere the sentence
 * for its code, and the server's for a code without one.
 *
 * @internal
 */
export function useRefusal() {
  const { t, say, language } = useReadinessTranslation();
  return useCallback(
    (error: ReadinessResponseError): string => {
      // Something on the way answered, and not in words for people.
      if (/^HTTP_(429|5)/.test(error.code)) return t('shell.error.busy');
      if (/^en\b/.test(language)) return error.message;
      const target = targetProblem(error);
      if (target) {
        return t(`sloTarget.${target.code}`, {
          instead: target.suggestion ?? '99.9',
        });
      }
      if (!isKnown(error.code)) return error.message;
      const sentence = say(`refusals.${error.code}` as PlainMessageKey);
      // Which input, and what is wrong with it, only the server's words say.
      return error.code === 'INPUT_INVALID'
        ? `${sentence}（${error.message}）`
        : sentence;
    },
    [t, say, language],
  );
}

function isKnown(code: string): code is keyof typeof refusals {
  return Object.hasOwn(refusals, code);
}

type TargetCode = keyof typeof sloTarget;

/** Why a target was not taken, which the editor has words for as well. */
function targetProblem(
  error: ReadinessResponseError,
): { code: TargetCode; suggestion?: string } | undefined {
  const issues = (error.details?.issues ?? []) as {
    code?: string;
    suggestion?: string;
  }[];
  const named = [
    { code: error.code, suggestion: error.details?.suggestion },
    ...(Array.isArray(issues) ? issues : []),
  ];
  return named.find(
    (one): one is { code: TargetCode; suggestion?: string } =>
      one.code !== undefined && Object.hasOwn(sloTarget, one.code),
  );
}
