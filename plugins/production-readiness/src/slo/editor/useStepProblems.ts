import { IANAZone } from 'luxon';
import {
  isHttpUrl,
  readTarget,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useSloTranslation } from '../../translations';
import {
  type JourneyProblems,
  useJourneyProblems,
} from '../journeys/JourneyFields';
import { evidenceOf, OTHER_JOURNEY, type SloDraft } from './sloDraft';

/** The steps of writing an SLO, in order. @internal */
export const STEPS = [
  'journey',
  'sentence',
  'target',
  'window',
  'why',
  'details',
] as const;

/** @internal */
export type Step = (typeof STEPS)[number];

/** What is missing in a step. @internal */
export interface StepProblems extends JourneyProblems {
  journey?: string;
  sentence?: string;
  target?: string;
  timeZone?: string;
  why?: string;
  exclusions?: string;
  value?: string;
  measurement?: string;
  evidence?: string;
}

const SHORTEST = 5;

/** Finds what is missing in a step. @internal */
export function useStepProblems() {
  const { t } = useSloTranslation();
  const journeyProblems = useJourneyProblems();
  return (step: Step, draft: SloDraft): StepProblems => {
    switch (step) {
      case 'journey':
        if (draft.journeyId === OTHER_JOURNEY) {
          return journeyProblems(draft.newJourney);
        }
        return draft.journeyId === ''
          ? { journey: t('slo.editor.problem.journey') }
          : {};
      case 'sentence':
        return draft.sliText.trim().length < SHORTEST
          ? { sentence: t('slo.editor.problem.sentence') }
          : {};
      case 'target': {
        const result = readTarget(draft.target);
        if ('target' in result) return {};
        const { code, suggestion = '99.9' } = result.problem;
        return {
          target: t(`sloTarget.${code}`, { instead: suggestion }),
        };
      }
      case 'window':
        return draft.window.kind === 'calendar' &&
          !IANAZone.isValidZone(draft.window.timeZone)
          ? { timeZone: t('slo.editor.problem.timeZone') }
          : {};
      case 'details':
        return detailProblems(draft, t);
      default:
        return draft.rationale.text.trim().length < SHORTEST
          ? { why: t('slo.editor.problem.why') }
          : {};
    }
  };
}

const PLAIN_DECIMAL = /^\d{1,18}(\.\d{1,8})?$/;

function detailProblems(
  draft: SloDraft,
  t: ReturnType<typeof useSloTranslation>['t'],
): StepProblems {
  const { businessImpact: impact, sli } = draft;
  const amounts = [impact?.valuePerYear, impact?.costPerYear, sli?.value];
  const isOdd = (text: string | undefined) =>
    text !== undefined && !PLAIN_DECIMAL.test(text);
  const { currency, eventsPerDay } = impact ?? {};
  return {
    ...(draft.exclusions.some(one => !one.what.trim() || !one.why.trim()) && {
      exclusions: t('sloEditor.problem.exclusions'),
    }),
    ...(amounts.slice(0, 2).some(isOdd) && {
      value: t('sloEditor.problem.amount'),
    }),
    ...(currency !== undefined &&
      !/^[A-Z]{3}$/.test(currency) && {
        value: t('sloEditor.problem.currency'),
      }),
    ...(eventsPerDay !== undefined &&
      !/^\d{1,15}$/.test(eventsPerDay) && {
        value: t('sloEditor.problem.events'),
      }),
    ...(isOdd(sli?.value) && { measurement: t('sloEditor.problem.amount') }),
    ...(evidenceOf(draft).some(url => !isHttpUrl(url)) && {
      evidence: t('sloChain.problem.runbook'),
    }),
  };
}
