import { unstable_ClassNameGenerator as ClassNameGenerator } from '@mui/material/className';

// Material UI 5 beside the version 4 that Backstage carries: without a prefix
// of its own both write `.MuiButton-root`, and each restyles the other. This
// must run before the first Material UI part is loaded.
ClassNameGenerator.configure(componentName =>
  componentName.startsWith('v5-') ? componentName : `v5-${componentName}`,
);
