import {
  Area,
  AreaChart,
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { styled } from '@mui/material/styles';
import { type BurnRateSeverity } from '@prodready/backstage-plugin-production-readiness-common';
import { TONES } from '../../state/tones';
import { useSloTranslation } from '../../translations';

/** A moment of an error budget. @internal */
export interface BudgetPoint {
  /** Milliseconds since the epoch. */
  at: number;
  /** Share that is left; negative when overspent, null when not known. */
  remaining: number | null;
  burn: number | null;
}

/**
 * The budget that is left, and how fast it was spent, one above the other.
 * Loaded only where it is drawn; screen readers get the sentence and the table.
 *
 * @internal
 */
export default function BudgetChart(props: {
  points: BudgetPoint[];
  /** Burn rates at which the recommended alerts fire. */
  thresholds: { burn: number; severity: BurnRateSeverity }[];
}) {
  const { t, language } = useSloTranslation();
  const { points, thresholds } = props;
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const moment = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
  });
  const axis = useTimeAxis(points);
  const left = points.flatMap(one => one.remaining ?? []);
  const burns = points.flatMap(one => one.burn ?? []);
  const most = Math.max(0, ...burns);
  // The next threshold above what was reached gives the curve its scale.
  const ceiling = Math.min(
    ...thresholds.map(one => one.burn).filter(burn => burn >= most),
    Math.max(most * 2, 1),
  );
  const top = Math.ceil(ceiling * 1.1);
  return (
    <div aria-hidden>
      <Caption>{t('telemetry.left')}</Caption>
      <Frame style={{ height: 180 }}>
        <ResponsiveContainer
          width="100%"
          height="100%"
          initialDimension={{ width: 720, height: 180 }}
        >
          <AreaChart data={points} margin={MARGIN} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
            <XAxis {...axis} />
            <YAxis
              {...VALUES}
              domain={[Math.min(0, ...left), 1]}
              tickFormatter={value => percent.format(value)}
            />
            <Tooltip
              {...TOOLTIP}
              labelFormatter={at => moment.format(Number(at))}
              formatter={value => percent.format(Number(value))}
            />
            <ReferenceLine y={0} stroke={TONES.danger.solid} />
            <Area
              dataKey="remaining"
              name={t('telemetry.left')}
              stroke={TONES.info.solid}
              fill={TONES.info.bg}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
          </AreaChart>
        </ResponsiveContainer>
      </Frame>
      {burns.length > 0 && (
        <>
          <Caption>{t('telemetry.burnRate')}</Caption>
          <Frame style={{ height: 140 }}>
            <ResponsiveContainer
              width="100%"
              height="100%"
              initialDimension={{ width: 720, height: 140 }}
            >
              <LineChart
                data={points}
                margin={MARGIN}
                accessibilityLayer={false}
              >
                <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
                <XAxis {...axis} />
                <YAxis
                  {...VALUES}
                  domain={[0, top]}
                  ticks={[0, top / 2, top]}
                  tickFormatter={value => number.format(value)}
                />
                <Tooltip
                  {...TOOLTIP}
                  labelFormatter={at => moment.format(Number(at))}
                  formatter={value => number.format(Number(value))}
                />
                {thresholds
                  .filter(one => one.burn <= ceiling)
                  .map(one => (
                    <ReferenceLine
                      key={one.burn}
                      y={one.burn}
                      strokeDasharray="4 4"
                      stroke={
                        one.severity === 'page'
                          ? TONES.danger.solid
                          : TONES.warning.solid
                      }
                      label={{
                        value: `${t(
                          `telemetry.severity.${one.severity}`,
                        )} ${number.format(one.burn)}`,
                        position: 'right',
                        fill: 'var(--bui-fg-secondary)',
                        fontSize: 12,
                      }}
                    />
                  ))}
                <Line
                  dataKey="burn"
                  name={t('telemetry.burnRate')}
                  stroke={TONES.info.solid}
                  strokeWidth={2}
                  dot={false}
                  isAnimationActive={false}
                />
              </LineChart>
            </ResponsiveContainer>
          </Frame>
        </>
      )}
    </div>
  );
}

function useTimeAxis(points: readonly BudgetPoint[]) {
  const { language } = useSloTranslation();
  const day = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
  });
  return {
    dataKey: 'at',
    type: 'number' as const,
    scale: 'time' as const,
    domain: ['dataMin', 'dataMax'],
    ticks: weeksBetween(points[0].at, points[points.length - 1].at),
    tickFormatter: (at: number) => day.format(at),
    tick: TICK,
    tickLine: false,
    minTickGap: 24,
  };
}

/** Midnights, a week apart, back from the last one. */
function weeksBetween(first: number, last: number): number[] {
  const midnight = new Date(last);
  midnight.setHours(0, 0, 0, 0);
  const ticks: number[] = [];
  while (midnight.getTime() >= first) {
    ticks.unshift(midnight.getTime());
    midnight.setDate(midnight.getDate() - 7);
  }
  return ticks;
}

const TICK = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };
// Room for the names of the thresholds; both charts end at one line.
const MARGIN = { top: 8, right: 76, bottom: 0, left: 0 };
const VALUES = { width: 48, tick: TICK, tickLine: false, axisLine: false };
const TOOLTIP = {
  isAnimationActive: false,
  contentStyle: {
    backgroundColor: 'var(--bui-bg-neutral-1)',
    borderColor: 'var(--bui-border-2)',
    color: 'var(--bui-fg-primary)',
  },
};

const Frame = styled('div')({ fontSize: 'var(--bui-font-size-2)' });

const Caption = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});
