import { ToggleButtonGroup } from '@backstage/ui';
import { styled } from '@mui/material/styles';

/**
 * Buttons of which one is on. The line around them is drawn over the buttons:
 * on a surface of their own colour they hide the group's own one.
 *
 * @internal
 */
export const Segments = styled(ToggleButtonGroup)({
  position: 'relative',
  '&::after': {
    content: '""',
    position: 'absolute',
    inset: 0,
    borderRadius: 'inherit',
    boxShadow: 'inset 0 0 0 1px var(--bui-border-2)',
    pointerEvents: 'none',
  },
});
