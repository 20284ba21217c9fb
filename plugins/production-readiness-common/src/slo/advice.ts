import { BudgetDay } from './budgetHistory';
import { remainingBudget } from './errorBudget';

const DAY = 86_400_000;

/** How content the owner was when reviewing an SLO. @public */
export const SATISFACTIONS = ['low', 'high'] as const;

/** One of {@link SATISFACTIONS}. @public */
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** What may be tried next; each is worded as advice, never as a verdict. @public */
export const SLO_ADVICE = [
  'release-faster',
  'tighten-calm',
  'cut-alerts',
  'tighten-busy',
  'loosen-calm',
  'sensitive-alerts',
  'loosen-busy',
  'offload-toil',
] as const;

/** One of {@link SLO_ADVICE}. @public */
export type SloAdvice = (typeof SLO_ADVICE)[number];

/** What the advice rests on. @public */
export interface AdviceFacts {
  /** Whether the number was kept over its window; undefined: not measured. */
  slo?: 'met' | 'missed';
  /** Toil of the owning team; undefined: not known, or not to this reader. */
  toil?: 'low' | 'high';
  /** As the owner said at the last review. */
  satisfaction?: Satisfaction;
}

const TABLE: Record<'met' | 'missed', Record<string, SloAdvice>> = {
  met: {
    'low high': 'release-faster',
    'low low': 'tighten-calm',
    'high high': 'cut-alerts',
    'high low': 'tighten-busy',
  },
  missed: {
    'low high': 'loosen-calm',
    'low low': 'sensitive-alerts',
    'high high': 'loosen-busy',
    'high low': 'offload-toil',
  },
};

/**
 * What SLO, toil and satisfaction taken together suggest.
 *
 * @returns undefined while one of the three is not known
 * @public
 */
export function adviceOf(facts: AdviceFacts): SloAdvice | undefined {
  const { slo, toil, satisfaction } = facts;
  if (!slo || !toil || !satisfaction) return undefined;
  return TABLE[slo][`${toil} ${satisfaction}`];
}

/**
 * Whether a number was kept: budget is left, or exactly used up.
 *
 * @param target - in percent
 * @param errorRatio - failed / all over the whole window
 * @public
 */
export function keptOrMissed(
  target: string,
  errorRatio: string,
): 'met' | 'missed' {
  return remainingBudget(target, errorRatio)?.startsWith('-')
    ? 'missed'
    : 'met';
}

/**
 * Whether a number is kept, as its last day says. A day before yesterday says
 * nothing of now: monitoring that stopped is never taken for a number kept.
 *
 * @param target - in percent
 * @param days - oldest first
 * @param now - milliseconds since the epoch
 * @returns undefined when nothing is known that is new enough
 * @public
 */
export function keptLately(
  target: string,
  days: readonly BudgetDay[],
  now: number,
): 'met' | 'missed' | undefined {
  const last = days[days.length - 1];
  if (!last) return undefined;
  const yesterday = new Date(now - DAY).toISOString().slice(0, 10);
  return last.day < yesterday
    ? undefined
    : keptOrMissed(target, last.errorRatio);
}

/**
 * Toil of a team as low or high, from its state.
 *
 * @param state - undefined or without enough records: not known
 * @public
 */
export function toilLevelOf(
  state: string | null | undefined,
): 'low' | 'high' | undefined {
  if (state === 'over' || state === 'action') return 'high';
  return state === 'ok' || state === 'watch' ? 'low' : undefined;
}
