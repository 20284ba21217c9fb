import { type ReactNode } from 'react';
import { styled } from '@mui/material/styles';

/**
 * Fields that most numbers do without, folded away under a line that says what
 * they are and what is in them.
 *
 * @internal
 */
export function Fold(props: {
  title: string;
  /** What is filled in, in a few words. */
  note?: string;
  /** Opened when something in it has to be mended. */
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <Frame open={props.open || undefined}>
      <summary>
        {props.title}
        {props.note && <small>{props.note}</small>}
      </summary>
      <div>{props.children}</div>
    </Frame>
  );
}

const Frame = styled('details')({
  borderBottom: '1px solid var(--bui-border-1)',
  '& > summary': {
    minHeight: 44,
    display: 'list-item',
    padding: 'var(--bui-space-3) 0',
    cursor: 'pointer',
    fontWeight: 600,
  },
  '& > summary > small': {
    marginInlineStart: 'var(--bui-space-2)',
    fontWeight: 400,
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
  '& > summary:focus-visible': { outline: '2px solid var(--bui-ring)' },
  '& > div': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 'var(--bui-space-4)',
    padding: '0 0 var(--bui-space-4)',
  },
});
