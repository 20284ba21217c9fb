import { type ThemeOptions } from '@mui/material/styles';

/**
 * Looks of the Material UI parts in use, in the tokens of `@backstage/ui`.
 *
 * @internal
 */
export const muiOverrides: NonNullable<ThemeOptions['components']> = {
  MuiDrawer: {
    styleOverrides: {
      paper: {
        backgroundColor: 'var(--bui-bg-neutral-1)',
        backgroundImage: 'none',
        color: 'var(--bui-fg-primary)',
        fontFamily: 'var(--bui-font-regular)',
        borderColor: 'var(--bui-border-1)',
      },
    },
  },
  MuiLinearProgress: {
    styleOverrides: {
      root: {
        height: 8,
        borderRadius: 'var(--bui-radius-full)',
        backgroundColor: 'var(--bui-border-1)',
      },
      bar: {
        borderRadius: 'var(--bui-radius-full)',
        backgroundColor: 'var(--bui-accent-bg)',
      },
    },
  },
  MuiSlider: {
    styleOverrides: {
      root: { color: 'var(--bui-accent-bg)' },
      rail: { backgroundColor: 'var(--bui-border-2)' },
      mark: { backgroundColor: 'var(--bui-fg-secondary)' },
      markLabel: {
        color: 'var(--bui-fg-secondary)',
        fontSize: 'var(--bui-font-size-2)',
      },
      valueLabel: {
        backgroundColor: 'var(--bui-fg-primary)',
        color: 'var(--bui-bg-app)',
      },
    },
  },
  MuiChip: {
    styleOverrides: {
      root: {
        fontSize: 'var(--bui-font-size-2)',
        color: 'var(--bui-fg-primary)',
        borderColor: 'var(--bui-border-2)',
      },
    },
  },
};
