import { type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';

/**
 * A quiet line that unfolds what lies below it.
 *
 * @internal
 */
export function DisclosureButton(props: {
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  const Arrow = props.open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <Plain type="button" aria-expanded={props.open} onClick={props.onToggle}>
      <Arrow size={16} aria-hidden />
      {props.children}
    </Plain>
  );
}

const Plain = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  padding: '4px 6px 4px 0',
  border: 0,
  background: 'none',
  color: 'var(--bui-fg-secondary)',
  font: 'inherit',
  fontSize: 'var(--bui-font-size-2)',
  cursor: 'pointer',
  borderRadius: 'var(--bui-radius-2)',
  '&:focus-visible': { outline: '2px solid var(--bui-ring)', outlineOffset: 2 },
});
