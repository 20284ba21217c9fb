import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { studioScreens } from './en/studioScreens';

/**
 * The words of the studio, apart from the rest: few people ever open it.
 *
 * @public
 */
export const productionReadinessStudioTranslationRef = createTranslationRef({
  id: 'production-readiness.studio',
  messages: studioScreens,
  translations: { ja: () => import('./japaneseStudio') },
});
