import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/**
 * All words of this plugin. English is built in, Japanese is loaded when
 * someone chooses it; apps may override any message by its key.
 *
 * @public
 */
export const productionReadinessTranslationRef = createTranslationRef({
  id: 'production-readiness',
  messages: en,
  translations: { ja: () => import('./japanese') },
});
