import { styled } from '@mui/material/styles';

/**
 * The quiet text colour of the dark theme has a contrast of 4.0 to its
 * surfaces and 3.2 to those that stand on them; text needs 4.5. It is mixed
 * anew from the theme's own colours, so custom themes keep theirs.
 *
 * @internal
 */
export const readableInDark = {
  "[data-theme-mode='dark'] &": {
    '--bui-fg-secondary':
      'color-mix(in srgb, var(--bui-fg-primary) 70%, var(--bui-bg-neutral-2))',
  },
};

/**
 * The library cuts off what reaches below the line in the chosen value of a
 * list, such as a g.
 *
 * @internal
 */
export const wholeLetters = { '& .bui-SelectValue': { lineHeight: 1.5 } };

/** A scope for {@link readableInDark} that takes no part in the layout. */
export const Readable = styled('div')({
  display: 'contents',
  ...readableInDark,
  ...wholeLetters,
});
