import {
  AppRootElementBlueprint,
  createFrontendModule,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import {
  SwappableComponentBlueprint,
  TranslationBlueprint,
} from '@backstage/plugin-app-react';
import { DocumentLanguage } from './DocumentLanguage';
import { LocalizedPageLayout } from './LocalizedPageLayout';
import { platformTranslations } from './platform';
import { hostTranslations } from './translations';

/** Texts of the host, titles of pages, and the language of the document. */
export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'demo-host',
      params: { resource: hostTranslations },
    }),
    ...Object.entries(platformTranslations).map(([name, resource]) =>
      TranslationBlueprint.make({
        name: `platform-${name}`,
        params: { resource },
      }),
    ),
    SwappableComponentBlueprint.make({
      name: 'core-page-layout',
      params: define =>
        define({
          component: PageLayout,
          loader: () => LocalizedPageLayout,
        }),
    }),
    AppRootElementBlueprint.make({
      name: 'document-language',
      params: { element: <DocumentLanguage /> },
    }),
  ],
});
