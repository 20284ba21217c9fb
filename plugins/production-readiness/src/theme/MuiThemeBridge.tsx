import './muiClassNames';
import { PropsWithChildren } from 'react';
import {
  createTheme,
  StyledEngineProvider,
  type Theme,
  ThemeProvider,
} from '@mui/material/styles';
import { muiOverrides } from './muiOverrides';

/**
 * Lets the few Material UI parts (drawer, progress, slider) take colours,
 * radii and type from the CSS variables of `@backstage/ui`, so that they
 * follow light, dark and custom themes like everything beside them. The
 * palette and the mode still come from the Backstage theme around it.
 *
 * @internal
 */
export function MuiThemeBridge({ children }: PropsWithChildren<{}>) {
  return (
    <StyledEngineProvider injectFirst>
      <ThemeProvider theme={bridge}>{children}</ThemeProvider>
    </StyledEngineProvider>
  );
}

// An app without a Material UI 5 theme around it gives an empty one.
function bridge(outer: Theme | null): Theme {
  const base = outer?.palette ? outer : createTheme();
  return {
    ...base,
    typography: { ...base.typography, fontFamily: 'var(--bui-font-regular)' },
    components: { ...base.components, ...muiOverrides } as Theme['components'],
  };
}
