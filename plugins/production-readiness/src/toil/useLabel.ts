import { useCallback } from 'react';
import {
  type ToilCategory,
  type ToilEntryView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessTranslation } from '../translations';

/**
 * The name of a category in the app's language. One that the organisation has
 * taken from its list keeps its id.
 *
 * @internal
 */
export function useLabel() {
  const { t, language } = useReadinessTranslation();
  return useCallback(
    (what: {
      category: string | null;
      label: ToilCategory['label'] | null;
    }): string => {
      if (what.label) {
        return language.startsWith('ja') ? what.label.ja : what.label.en;
      }
      return what.category ?? t('toil.noCategory');
    },
    [t, language],
  );
}

/**
 * What an entry was about, in a few words: its category, else its kind.
 *
 * @internal
 */
export function useEntryName(categories: readonly ToilCategory[]) {
  const { t } = useReadinessTranslation();
  const label = useLabel();
  return useCallback(
    (entry: Pick<ToilEntryView, 'category' | 'nature'>): string => {
      if (!entry.category) return t(`toil.${entry.nature}`);
      const known = categories.find(({ id }) => id === entry.category);
      return label({ category: entry.category, label: known?.label ?? null });
    },
    [t, label, categories],
  );
}
