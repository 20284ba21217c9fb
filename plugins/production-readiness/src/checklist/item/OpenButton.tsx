import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';

/**
 * The words of a row as the button that opens it. Its hit area is the whole
 * row, which therefore has to be positioned.
 *
 * @internal
 */
export function OpenButton(props: {
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <Plain type="button" onClick={props.onPress} aria-haspopup="dialog">
      {props.children}
    </Plain>
  );
}

const Plain = styled('button')({
  all: 'unset',
  cursor: 'pointer',
  color: 'var(--bui-fg-primary)',
  overflowWrap: 'anywhere',
  '&::after': { content: '""', position: 'absolute', inset: 0 },
  '&:focus-visible::after': {
    boxShadow: 'inset 0 0 0 2px var(--bui-ring)',
    borderRadius: 'var(--bui-radius-2)',
  },
});
