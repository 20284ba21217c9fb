import { styled } from '@mui/material/styles';

/**
 * A field for a day, with the browser's own calendar.
 *
 * @internal
 */
export const DayInput = styled('input')({
  minHeight: 32,
  padding: '0 var(--bui-space-2)',
  borderRadius: 'var(--bui-radius-2)',
  border: '1px solid var(--bui-border-2)',
  background: 'var(--bui-bg-neutral-1)',
  color: 'var(--bui-fg-primary)',
  colorScheme: 'light dark',
  font: 'inherit',
  '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
});
