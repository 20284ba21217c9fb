import { type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { type RemixiconComponentType } from '@remixicon/react';
import { TONES } from '../../state';

/**
 * The stations of a way, in order: below each other where there is little
 * room and for screen readers, in a row where they fit.
 *
 * @internal
 */
export function Stations(props: { children: ReactNode }) {
  return (
    <Room>
      <List>{props.children}</List>
    </Room>
  );
}

/**
 * One station: a sign, what it is, and what is there or missing.
 *
 * @internal
 */
export function Station(props: {
  Icon: RemixiconComponentType;
  label: string;
  /** Whether something is missing here. */
  broken: boolean;
  children: ReactNode;
}) {
  const { Icon } = props;
  return (
    <li data-broken={props.broken || undefined}>
      <Sign aria-hidden>
        <Icon size={18} />
      </Sign>
      <Text>
        <small>{props.label}</small>
        {props.children}
      </Text>
    </li>
  );
}

/** Something small to do at a station. @internal */
export const TextButton = styled('button')({
  all: 'unset',
  justifySelf: 'start',
  minHeight: 24,
  cursor: 'pointer',
  textDecoration: 'underline',
  textUnderlineOffset: 3,
  fontSize: 'var(--bui-font-size-2)',
  '&:focus-visible': { outline: '2px solid var(--bui-ring)' },
});

const Room = styled('div')({ containerType: 'inline-size' });

const Sign = styled('span')({
  position: 'relative',
  zIndex: 1,
  display: 'grid',
  placeItems: 'center',
  width: 36,
  height: 36,
  borderRadius: '50%',
  border: '1px solid var(--bui-border-2)',
  backgroundColor: 'var(--bui-bg-app)',
  color: 'var(--bui-fg-primary)',
  '[data-broken] > &': {
    border: '2px dashed',
    borderColor: TONES.warning.fg,
    color: TONES.warning.fg,
  },
});

const Text = styled('div')({
  display: 'grid',
  alignContent: 'start',
  gap: 'var(--bui-space-1)',
  minWidth: 0,
  lineHeight: 1.55,
  overflowWrap: 'anywhere',
  '& > small': {
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
});

const List = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '& > li': {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 1fr)',
    gap: 'var(--bui-space-3)',
    paddingBottom: 'var(--bui-space-4)',
  },
  '& > li:last-of-type': { paddingBottom: 0 },
  // The way from one sign to the next.
  '& > li:not(:last-of-type)::before': {
    content: '""',
    position: 'absolute',
    insetInlineStart: 17,
    top: 36,
    bottom: 0,
    borderInlineStart: '2px solid var(--bui-border-2)',
  },
  '@container (min-width: 720px)': {
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    '& > li': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignContent: 'start',
      gap: 'var(--bui-space-2)',
      paddingBottom: 0,
      paddingInlineEnd: 'var(--bui-space-4)',
    },
    '& > li:not(:last-of-type)::before': {
      insetInlineStart: 36,
      insetInlineEnd: 0,
      top: 17,
      bottom: 'auto',
      borderInlineStart: 0,
      borderTop: '2px solid var(--bui-border-2)',
    },
  },
});
