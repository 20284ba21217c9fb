import { IANAZone } from 'luxon';
import { readTarget } from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessTranslation } from '../../translations';
import {
  type JourneyProblems,
  useJourneyProblems,
} from '../journeys/JourneyFields';
import { OTHER_JOURNEY, type SloDraft } from './sloDraft';

/** The steps of writing an SLO, in order. @internal */
export const STEPS = [
  'journey',
  'sentence',
  'target',
  'window',
  'why',
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
}

const SHORTEST = 5;

/** Finds what is missing in a step. @internal */
export function useStepProblems() {
  const { t } = useReadinessTranslation();
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
          target: t(`slo.editor.target.${code}`, { instead: suggestion }),
        };
      }
      case 'window':
        return draft.window.kind === 'calendar' &&
          !IANAZone.isValidZone(draft.window.timeZone)
          ? { timeZone: t('slo.editor.problem.timeZone') }
          : {};
      default:
        return draft.rationale.text.trim().length < SHORTEST
          ? { why: t('slo.editor.problem.why') }
          : {};
    }
  };
}
