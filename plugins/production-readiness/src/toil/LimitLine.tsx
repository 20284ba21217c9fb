import {
  DefaultZIndexes,
  usePlotArea,
  useYAxisScale,
  ZIndexLayer,
} from 'recharts';
import { type WeeklyPoint } from './weeklyPoints';

/**
 * The stepped line at which toil meets its target, one step across each bar.
 * A line of the charting library would begin and end in the middle of a bar.
 *
 * @internal
 */
export function LimitLine({ points }: { points: readonly WeeklyPoint[] }) {
  const area = usePlotArea();
  const scale = useYAxisScale();
  if (!area || !scale || points.length === 0) return null;
  const step = area.width / points.length;
  let path = '';
  points.forEach(({ limit }, index) => {
    const y = limit === null ? undefined : scale(limit);
    if (y === undefined) return;
    const joined = index > 0 && points[index - 1].limit !== null;
    const left = area.x + index * step;
    path += `${joined ? 'L' : 'M'}${left},${y}H${left + step}`;
  });
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.line}>
      <g fill="none" strokeWidth={2}>
        {/* A rim, since the line crosses dark and light parts of bars. */}
        <path d={path} stroke="var(--bui-bg-neutral-1)" strokeWidth={5} />
        <path d={path} stroke="var(--bui-fg-primary)" strokeDasharray="6 3" />
      </g>
    </ZIndexLayer>
  );
}
