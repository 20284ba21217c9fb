/** The five colours that a state may have. @internal */
export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral';

// A light wash of the colour, which suits light and dark surfaces alike.
const wash = (colour: string) =>
  `color-mix(in srgb, ${colour} 16%, transparent)`;

/**
 * Colours of the tones, from the theme: `fg` reads on every neutral
 * background and on `bg`; `solid` is for bars and other areas.
 *
 * @internal
 */
export const TONES: Record<Tone, { fg: string; bg: string; solid: string }> = {
  success: {
    fg: 'var(--bui-positive-fg-subdued)',
    bg: wash('var(--bui-fg-positive)'),
    solid: 'var(--bui-fg-positive)',
  },
  warning: {
    // As it is it has a contrast of 4.1 to its own background when dark.
    fg: 'color-mix(in srgb, var(--bui-warning-fg-subdued) 80%, var(--bui-fg-primary))',
    bg: wash('var(--bui-fg-warning)'),
    solid: 'var(--bui-fg-warning)',
  },
  danger: {
    fg: 'var(--bui-negative-fg-subdued)',
    bg: wash('var(--bui-fg-negative)'),
    solid: 'var(--bui-fg-negative)',
  },
  info: {
    fg: 'var(--bui-announcement-fg-subdued)',
    bg: wash('var(--bui-fg-announcement)'),
    solid: 'var(--bui-fg-announcement)',
  },
  neutral: {
    fg: 'var(--bui-fg-secondary)',
    bg: 'var(--bui-bg-neutral-2)',
    solid: 'var(--bui-border-2)',
  },
};
