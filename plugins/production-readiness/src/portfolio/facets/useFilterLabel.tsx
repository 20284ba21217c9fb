import { type ReactNode, useCallback } from 'react';
import { EntityName } from '../../people';
import { STATES } from '../../state';
import { useReadinessTranslation } from '../../translations';
import { type ListFilter } from '../portfolioUrl';

const REF_FILTERS: string[] = ['owner', 'system', 'domain'];

/**
 * Says the value of a filter in words: a team's name, a state, a level.
 *
 * @internal
 */
export function useFilterLabel() {
  const { t, say } = useReadinessTranslation();
  return useCallback(
    (name: ListFilter | 'dueWithin', value: string): ReactNode => {
      if (REF_FILTERS.includes(name)) return <EntityName entityRef={value} />;
      if (name === 'tier') return t('portfolio.tier', { tier: value });
      if (name === 'sloState' && isKey(STATES.slo, value)) {
        return say(STATES.slo[value].word);
      }
      if (name === 'toilState' && isKey(STATES.toil, value)) {
        return say(STATES.toil[value].word);
      }
      if (name === 'level' && isKey(STATES.level, value)) {
        return say(STATES.level[value].word);
      }
      if (name === 'dueWithin') {
        return value === '0'
          ? t('portfolio.due.overdue')
          : t('portfolio.due.days', { days: value });
      }
      return value;
    },
    [t, say],
  );
}

function isKey<T extends object>(
  record: T,
  key: string,
): key is keyof T & string {
  return Object.hasOwn(record, key);
}
