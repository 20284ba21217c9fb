import { DefaultZIndexes, usePlotArea, ZIndexLayer } from 'recharts';
import { type WeeklyPoint } from './weeklyPoints';

/**
 * A flag at the beginning of each week in which something went live.
 *
 * @internal
 */
export function LiveMarks(props: {
  points: readonly WeeklyPoint[];
  isMarked: (week: string) => boolean;
}) {
  const { points, isMarked } = props;
  const area = usePlotArea();
  if (!area || points.length === 0) return null;
  const step = area.width / points.length;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.line}>
      {points.map(({ week }, index) => {
        if (!isMarked(week)) return null;
        const x = area.x + index * step;
        return (
          <g key={week} stroke="var(--bui-fg-primary)">
            <line
              x1={x}
              x2={x}
              y1={area.y}
              y2={area.y + area.height}
              strokeWidth={1}
            />
            <path
              d={`M${x - 5},${area.y - 6}h10l-5,7z`}
              fill="var(--bui-fg-primary)"
              stroke="none"
            />
          </g>
        );
      })}
    </ZIndexLayer>
  );
}
