import {
  burnRate,
  errorRatioOf,
  failuresOutOf,
  humanDuration,
  type SloWindow,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useLanguage } from '../../time';
import { useSloTranslation } from '../../translations';

/**
 * Says targets, windows and allowances as people say them, in the language
 * that the app is shown in.
 *
 * @internal
 */
export function useSloWords() {
  const { t } = useSloTranslation();
  const language = useLanguage();
  const whole = (digits: string) =>
    new Intl.NumberFormat(language).format(BigInt(digits));

  const percent = (target: string) => t('slo.percent', { number: target });
  const windowWords = (window: SloWindow) => {
    const length = t(`slo.window.length.${window.unit}`, { count: window.n });
    return window.kind === 'rolling'
      ? t('slo.window.rolling', { length })
      : t('slo.window.calendar', { length, zone: window.timeZone });
  };
  const failureWords = (target: string) => {
    const share = failuresOutOf(target) ?? { failures: '0', outOf: '1' };
    return {
      failures: whole(share.failures),
      outOf: whole(share.outOf),
    };
  };

  return {
    t,
    percent,
    windowWords,
    whole,
    /** "1 Nov – 30 Nov 2026, Asia/Tokyo time". */
    periodWords: (period: { start: number; end: number }, timeZone: string) => {
      const format = new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeZone,
      });
      return t('sloSigning.period', {
        // The end is the first moment that is not counted any more.
        days: format.formatRange(period.start, period.end - 1),
        zone: timeZone,
      });
    },
    /** "1 in 1,000 may fail". */
    failures: (target: string) => t('slo.means.failures', failureWords(target)),
    /** "In a total outage: 40 m 19 s over 28 days". */
    outage: (seconds: string, window: SloWindow) =>
      t('slo.means.outage', {
        duration: humanDuration(seconds, language),
        window: windowWords(window),
      }),
    duration: (seconds: string) => humanDuration(seconds, language),
    /** For screen readers, as a slider's value. */
    tryValue: (target: string) =>
      t('slo.decide.tryValue', {
        target: percent(target),
        ...failureWords(target),
      }),
    /** The whole promise as one sentence. */
    promise: (material: {
      sliText: string;
      target: string;
      window: SloWindow;
    }) => {
      const values = {
        sentence: tidy(material.sliText),
        target: percent(material.target),
        window: windowWords(material.window),
      };
      return isShare(material.sliText, language)
        ? t('slo.promise.share', values)
        : capitalised(t('slo.promise.plain', values));
    },
    /** How many times more or fewer failures one target allows than another. */
    comparison: (tried: string, base: string) => {
      const ratio = Number(burnRate(base, errorRatioOf(tried)) ?? 0);
      const number = (value: number) =>
        new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
          value,
        );
      return ratio >= 1
        ? t('slo.decide.tryLess', {
            times: number(ratio),
            target: percent(base),
          })
        : t('slo.decide.tryMore', {
            times: number(1 / ratio),
            target: percent(base),
          });
    },
  };
}

/**
 * Whether the sentence names a share, so that "is at least 99.9%" can follow.
 * What does not is put behind the number instead.
 */
function isShare(sentence: string, language: string): boolean {
  return language.startsWith('ja')
    ? /(割合|比率|率)[。．.]?\s*$/.test(sentence)
    : /^(the )?(proportion|share|percentage|fraction|ratio) of\b/i.test(
        sentence.trim(),
      );
}

/** A sentence that goes on behind: without its full stop. */
function tidy(sentence: string): string {
  return capitalised(sentence.trim().replace(/[。．.]$/, ''));
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}
