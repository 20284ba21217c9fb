import { createApp } from '@backstage/frontend-defaults';
import catalogReadinessModule from '@prodready/backstage-plugin-production-readiness/catalog';
import { languageModule } from './language';
import { localizedTabs } from './language/localizedTabs';
import { navigationModule } from './navigation';
import { signInModule } from './signIn';
import { themeModule } from './theme';

/**
 * The development host. Plugins come by discovery (`app.packages` in
 * app-config.yaml); only what belongs to this host itself is listed here.
 */
export default createApp({
  features: [
    signInModule,
    navigationModule,
    languageModule,
    themeModule,
    // The stock catalog table takes no extra columns; this one has ours.
    catalogReadinessModule,
  ],
  advanced: { extensionFactoryMiddleware: localizedTabs },
});
