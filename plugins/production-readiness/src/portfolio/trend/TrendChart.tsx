import {
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type TrendPoint } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { exactDay } from '../../time';
import { useReadinessTranslation } from '../../translations';

/**
 * The share of required items in place and the number of blocked entities, as
 * steps: between two points nothing changed. Loaded only where it is drawn, for
 * the charting library's sake; screen readers get the sentence and the table.
 *
 * @internal
 */
export default function TrendChart(props: {
  points: TrendPoint[];
  /** One entity: there is no number of blocked ones to draw. */
  ofEntity?: boolean;
}) {
  const { points, ofEntity } = props;
  const { t, language } = useReadinessTranslation();
  const data = points.map(({ date, required, satisfied, blocked }) => ({
    at: Date.parse(`${date}T00:00:00Z`),
    inPlace: required === 0 ? null : (100 * satisfied) / required,
    blocked,
  }));
  const month = new Intl.DateTimeFormat(language, {
    month: 'short',
    timeZone: 'UTC',
  });
  return (
    <Frame aria-hidden>
      <ResponsiveContainer
        width="100%"
        height="100%"
        initialDimension={{ width: 720, height: 280 }}
      >
        <ComposedChart
          data={data}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--bui-border-1)" />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(at: number) => month.format(at)}
            tickLine={false}
            tick={TICK}
            ticks={monthsBetween(data[0].at, data[data.length - 1].at)}
            minTickGap={24}
          />
          <YAxis
            yAxisId="share"
            domain={[0, 100]}
            width={44}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            tickFormatter={(share: number) => `${share}%`}
          />
          {!ofEntity && (
            <YAxis
              yAxisId="count"
              orientation="right"
              width={44}
              allowDecimals={false}
              domain={[0, 'auto']}
              tick={TICK}
              tickLine={false}
              axisLine={false}
            />
          )}
          <Tooltip
            isAnimationActive={false}
            labelFormatter={at => exactDay(Number(at), language)}
            formatter={value => Math.floor(Number(value) * 10) / 10}
            contentStyle={{
              backgroundColor: 'var(--bui-bg-neutral-1)',
              borderColor: 'var(--bui-border-2)',
              color: 'var(--bui-fg-primary)',
            }}
          />
          {/* As high as its words need: on a phone they take two lines. */}
          <Legend
            verticalAlign="top"
            align="left"
            wrapperStyle={{ paddingBottom: 8 }}
          />
          <Line
            yAxisId="share"
            type="stepAfter"
            dataKey="inPlace"
            name={`${t('portfolioViews.trend.inPlace')} (%)`}
            stroke="var(--bui-fg-positive)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
          {!ofEntity && (
            <Line
              yAxisId="count"
              type="stepAfter"
              dataKey="blocked"
              name={t('portfolioViews.trend.blocked')}
              stroke="var(--bui-negative-fg-subdued)"
              strokeWidth={2}
              strokeDasharray="6 4"
              dot={false}
              isAnimationActive={false}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </Frame>
  );
}

/** The first of each month of a period, as ticks of a year. */
function monthsBetween(from: number, to: number): number[] {
  const months: number[] = [];
  const begin = new Date(from);
  for (let month = begin.getUTCMonth() + 1; ; month++) {
    const at = Date.UTC(begin.getUTCFullYear(), month, 1);
    if (at > to) return months;
    months.push(at);
  }
}

const TICK = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };

const Frame = styled('div')({
  height: 280,
  marginBottom: 'var(--bui-space-3)',
});
