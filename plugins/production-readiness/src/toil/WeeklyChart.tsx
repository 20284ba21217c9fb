import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../translations';
import { LimitLine } from './LimitLine';
import { LiveMarks } from './LiveMarks';
import { NATURE_LOOKS, NATURES } from './natures';
import { useToilFormat } from './useToilFormat';
import { type WeeklyPoint } from './weeklyPoints';

/**
 * Hours of each week, stacked by kind of work. The stepped line lies where
 * toil meets its target in that week: with bars of different height, a straight
 * line could not say it.
 *
 * Loaded only where it is drawn, for the charting library's sake. Screen
 * readers get the sentence and the table beside it instead.
 *
 * @internal
 */
export default function WeeklyChart(props: {
  points: WeeklyPoint[];
  /** Opens a week's entries; absent for who may not see them. */
  onSelect?: (week: string) => void;
  /** Whether something went live in a week. */
  isMarked: (week: string) => boolean;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  return (
    <Frame aria-hidden data-selectable={props.onSelect ? true : undefined}>
      <ResponsiveContainer
        width="100%"
        height="100%"
        // Drawn at once, before the space was measured.
        initialDimension={{ width: 560, height: 240 }}
      >
        <ComposedChart
          data={props.points}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="22%"
          accessibilityLayer={false}
          onClick={({ activeTooltipIndex }) => {
            const point = props.points[Number(activeTooltipIndex)];
            if (point) props.onSelect?.(point.week);
          }}
        >
          <defs>
            <pattern
              id="toil-stripes"
              width="8"
              height="8"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="8" height="8" fill={NATURE_LOOKS.toil.color} />
              <rect width="2.5" height="8" fill="rgba(0,0,0,0.28)" />
            </pattern>
            <pattern
              id="toil-dots"
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
            >
              <circle
                cx="2.5"
                cy="2.5"
                r="1.2"
                fill="var(--bui-fg-secondary)"
              />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--bui-border-1)" />
          <XAxis
            dataKey="from"
            tickFormatter={format.monday}
            tickLine={false}
            axisLine={{ stroke: 'var(--bui-border-2)' }}
            tick={TICK}
            minTickGap={8}
            interval="equidistantPreserveStart"
            height={26}
          />
          <YAxis
            tickLine={false}
            axisLine={false}
            tick={TICK}
            width={axisWidth(format.hours(highest(props.points) * 60))}
            allowDecimals={false}
            tickFormatter={(hours: number) => format.hours(hours * 60)}
          />
          <Tooltip
            cursor={{ fill: 'var(--bui-bg-neutral-2)' }}
            content={WeekTip}
            isAnimationActive={false}
          />
          {NATURES.map(nature => (
            <Bar
              key={nature}
              dataKey={nature}
              name={t(`toil.${nature}`)}
              stackId="hours"
              fill={FILLS[nature]}
              stroke={
                nature === 'unsure'
                  ? 'var(--bui-fg-secondary)'
                  : 'var(--bui-bg-neutral-1)'
              }
              strokeWidth={1}
              maxBarSize={44}
              isAnimationActive={false}
            />
          ))}
          <LimitLine points={props.points} />
          <LiveMarks points={props.points} isMarked={props.isMarked} />
        </ComposedChart>
      </ResponsiveContainer>
    </Frame>
  );
}

/** Hours of the fullest week; the axis may end a little above it. */
function highest(points: readonly WeeklyPoint[]): number {
  const hours = points.map(point => point.recordedMinutes / 60);
  return 1.25 * Math.max(0, ...hours);
}

/** In pixels, as much as the longest label takes; a whole company's is long. */
function axisWidth(label: string): number {
  const wide = [...label].filter(sign => sign > '\u00ff').length;
  return Math.max(52, 10 + 7 * label.length + 5 * wide);
}

const FILLS = {
  toil: 'url(#toil-stripes)',
  engineering: NATURE_LOOKS.engineering.color,
  overhead: NATURE_LOOKS.overhead.color,
  unsure: 'url(#toil-dots)',
};

const TICK = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };

function WeekTip({ active, payload }: TooltipContentProps) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const point = payload?.[0]?.payload as WeeklyPoint | undefined;
  if (!active || !point) return null;
  return (
    <Tip>
      <strong>
        {t('toil.log.week', { range: format.weekRange(point.from) })}
      </strong>
      {point.recordedMinutes === 0 && (
        <span>{t('toil.weekly.notRecorded')}</span>
      )}
      {NATURES.filter(nature => point[nature] > 0).map(nature => (
        <span key={nature}>
          {t(`toil.${nature}`)} {format.hours(point[nature] * 60)}
        </span>
      ))}
      {point.percent !== null && (
        <span>
          {t('toil.weekly.share')} {format.percent(point.percent)}
        </span>
      )}
    </Tip>
  );
}

const Frame = styled('div')({
  height: 240,
  fontVariantNumeric: 'tabular-nums',
  '&[data-selectable] .recharts-surface': { cursor: 'pointer' },
});

const Tip = styled('div')({
  display: 'grid',
  gap: 2,
  padding: 'var(--bui-space-2) var(--bui-space-3)',
  borderRadius: 'var(--bui-radius-2)',
  border: '1px solid var(--bui-border-1)',
  background: 'var(--bui-bg-app)',
  color: 'var(--bui-fg-primary)',
  fontSize: 'var(--bui-font-size-2)',
});
