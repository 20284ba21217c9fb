import { styled } from '@mui/material/styles';
import { NATURE_LOOKS } from '../natures';

const RADIUS = 44;
const LENGTH = Math.PI * RADIUS;

/**
 * Half a dial: reactive from the left, proactive the rest, a needle at the
 * target. The label says the same in words.
 *
 * @internal
 */
export function Gauge(props: {
  /** Reactive, in percent. */
  percent: number;
  target: number;
  label: string;
}) {
  const { percent, target } = props;
  const angle = Math.PI * (1 - target / 100);
  const point = (radius: number) => ({
    x: 50 + radius * Math.cos(angle),
    y: 50 - radius * Math.sin(angle),
  });
  const inner = point(RADIUS - 9);
  const outer = point(RADIUS + 6);
  const arc = `M ${50 - RADIUS} 50 A ${RADIUS} ${RADIUS} 0 0 1 ${
    50 + RADIUS
  } 50`;
  return (
    <Dial viewBox="-2 -2 104 56" role="img" aria-label={props.label}>
      <path
        d={arc}
        fill="none"
        strokeWidth={11}
        stroke={NATURE_LOOKS.engineering.color}
      />
      <path
        d={arc}
        fill="none"
        strokeWidth={11}
        stroke={NATURE_LOOKS.toil.color}
        strokeDasharray={`${(LENGTH * percent) / 100} ${LENGTH}`}
      />
      <line
        x1={inner.x}
        y1={inner.y}
        x2={outer.x}
        y2={outer.y}
        stroke="var(--bui-bg-neutral-1)"
        strokeWidth={4}
      />
      <line
        x1={inner.x}
        y1={inner.y}
        x2={outer.x}
        y2={outer.y}
        stroke="var(--bui-fg-primary)"
        strokeWidth={2}
      />
    </Dial>
  );
}

const Dial = styled('svg')({ width: 132, height: 'auto', flex: 'none' });
