/**
 * Background of what the pointer is on: a breath of the text's colour, so that
 * it shows on every surface in light and dark.
 *
 * @internal
 */
export const HOVER_BACKGROUND =
  'color-mix(in srgb, var(--bui-fg-primary) 6%, transparent)';
