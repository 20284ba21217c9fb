import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/**
 * The words of this plugin, but for those of its SLO screens and its studio,
 * which have their own and are loaded with them. English is built in, Japanese
 * is loaded when someone chooses it; apps may override any message by its key.
 *
 * @public
 */
export const productionReadinessTranslationRef = createTranslationRef({
  id: 'production-readiness',
  messages: en,
  translations: { ja: () => import('./japanese') },
});
