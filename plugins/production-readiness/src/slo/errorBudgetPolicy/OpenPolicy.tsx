import { styled } from '@mui/material/styles';

/**
 * The name of a policy, that opens it. A title may be long: it breaks into
 * lines, which the buttons of the library don't.
 *
 * @internal
 */
export const OpenPolicy = styled('button')({
  all: 'unset',
  boxSizing: 'border-box',
  cursor: 'pointer',
  fontWeight: 600,
  lineHeight: 1.5,
  minHeight: 24,
  '&:hover': { textDecoration: 'underline' },
  '&:focus-visible': {
    outline: '2px solid var(--bui-ring)',
    outlineOffset: 2,
    borderRadius: 'var(--bui-radius-1)',
  },
});
