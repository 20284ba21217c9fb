import { createTranslationResource } from '@backstage/frontend-plugin-api';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';
import { orgTranslationRef } from '@backstage/plugin-org/alpha';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings/alpha';

/**
 * Backstage's own pages in Japanese, which it does not bring along: what the
 * demo shows most, and English for the rest.
 */
export const platformTranslations = {
  catalog: createTranslationResource({
    ref: catalogTranslationRef,
    translations: { ja: () => import('./catalog') },
  }),
  'catalog-react': createTranslationResource({
    ref: catalogReactTranslationRef,
    translations: { ja: () => import('./catalogReact') },
  }),
  org: createTranslationResource({
    ref: orgTranslationRef,
    translations: { ja: () => import('./organization') },
  }),
  'user-settings': createTranslationResource({
    ref: userSettingsTranslationRef,
    translations: { ja: () => import('./settings') },
  }),
};
