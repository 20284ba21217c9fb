import { type ReactNode, useId } from 'react';
import { styled } from '@mui/material/styles';

/**
 * A part of the agreement under its question.
 *
 * @internal
 */
export function Part(props: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Frame aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      <div>{props.children}</div>
    </Frame>
  );
}

const Frame = styled('section')({
  minWidth: 0,
  '& > h3': {
    margin: '0 0 var(--bui-space-1)',
    fontSize: 'var(--bui-font-size-2)',
    fontWeight: 600,
    color: 'var(--bui-fg-secondary)',
  },
  '& > div': {
    lineHeight: 1.65,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  '& ul': { margin: 0, paddingLeft: '1.2em' },
});
