import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import {
  createUnifiedTheme,
  palettes,
  UnifiedThemeProvider,
} from '@backstage/theme';
import { RiMoonLine, RiSunLine } from '@remixicon/react';

// Backstage's own themes, with a font stack that knows Japanese.
const fontFamily = 'var(--app-font)';
const light = createUnifiedTheme({ palette: palettes.light, fontFamily });
const dark = createUnifiedTheme({ palette: palettes.dark, fontFamily });

/** Replaces the built-in light and dark themes under their own names. */
export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ThemeBlueprint.make({
      name: 'light',
      params: {
        theme: {
          id: 'light',
          title: 'Light',
          variant: 'light',
          icon: <RiSunLine size={20} />,
          Provider: ({ children }) => (
            <UnifiedThemeProvider theme={light} children={children} />
          ),
        },
      },
    }),
    ThemeBlueprint.make({
      name: 'dark',
      params: {
        theme: {
          id: 'dark',
          title: 'Dark',
          variant: 'dark',
          icon: <RiMoonLine size={20} />,
          Provider: ({ children }) => (
            <UnifiedThemeProvider theme={dark} children={children} />
          ),
        },
      },
    }),
  ],
});
