import { styled } from '@mui/material/styles';
import { NATURE_LOOKS } from './natures';

/**
 * One bar in two parts with a mark at the target: how much is left to the
 * target, or how far beyond it things are, at one glance.
 *
 * @internal
 */
export function SplitBar(props: {
  /** The watched part, in percent. */
  percent: number;
  target: number;
  /** What a screen reader says instead of the bar. */
  label: string;
  /** Beside the mark. */
  targetLabel: string;
}) {
  const { percent, target } = props;
  return (
    <Frame role="img" aria-label={props.label}>
      <Track>
        <Part
          style={{
            width: `${percent}%`,
            background: NATURE_LOOKS.toil.background,
          }}
        />
        <Part
          style={{
            width: `${100 - percent}%`,
            background: NATURE_LOOKS.engineering.background,
          }}
        />
      </Track>
      <Mark style={{ left: `${target}%` }} />
      <MarkLabel
        style={{
          left: `${target}%`,
          transform: `translateX(-${markShift(target)}%)`,
        }}
      >
        {props.targetLabel}
      </MarkLabel>
    </Frame>
  );
}

/** Keeps the label of a target near an end inside the bar. */
function markShift(target: number): number {
  if (target < 15) return 0;
  return target > 85 ? 100 : 50;
}

const Frame = styled('div')({
  position: 'relative',
  paddingBottom: 20,
});

const Track = styled('div')({
  display: 'flex',
  gap: 2,
  height: 14,
  borderRadius: 4,
  overflow: 'hidden',
});

const Part = styled('div')({ minWidth: 0 });

const Mark = styled('div')({
  position: 'absolute',
  top: -4,
  height: 22,
  width: 2,
  marginLeft: -1,
  background: 'var(--bui-fg-primary)',
  outline: '2px solid var(--bui-bg-neutral-1)',
});

const MarkLabel = styled('div')({
  position: 'absolute',
  top: 20,
  fontSize: 'var(--bui-font-size-1)',
  lineHeight: '16px',
  color: 'var(--bui-fg-secondary)',
  whiteSpace: 'nowrap',
});
