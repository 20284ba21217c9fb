import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { sloScreens } from './en/sloScreens';

/**
 * The words of the screens about SLOs, apart from the rest: they are a third
 * of all, and who looks at a list of services needs none of them.
 *
 * @public
 */
export const productionReadinessSloTranslationRef = createTranslationRef({
  id: 'production-readiness.slo',
  messages: sloScreens,
  translations: { ja: () => import('./japaneseSlo') },
});
