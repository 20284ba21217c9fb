/**
 * Backstage draws with Material UI 4 and 5 side by side, and both call their
 * classes `MuiButton-root`. Version 5 gets a prefix, the same one as
 * `@backstage/theme` uses. Components read the generator while their module
 * is evaluated, so this one must come before them; it is listed under
 * `sideEffects` in package.json so that no bundler drops it.
 */
import { unstable_ClassNameGenerator as ClassNameGenerator } from '@mui/material/className';

ClassNameGenerator.configure(name =>
  name.startsWith('v5-') ? name : `v5-${name}`,
);
