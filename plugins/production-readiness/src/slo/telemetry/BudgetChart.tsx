import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import {
  burnRateAlerts,
  type SloTelemetryView,
  type SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TONES } from '../../state/tones';
import { useReadinessTranslation } from '../../translations';

/**
 * Remaining budget and burn rate over four weeks, with the thresholds at which
 * the recommended alerts fire; all of it in words as well.
 *
 * @internal
 */
export default function BudgetChart(props: {
  slo: SloView;
  telemetry: SloTelemetryView;
}) {
  const { t, language } = useReadinessTranslation();
  const { slo, telemetry } = props;
  const shown = slo.inForce ?? slo.proposal;
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const hours = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'hour',
    maximumFractionDigits: 2,
  });
  const day = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
  });
  const points = telemetry.samples.map(one => ({
    at: one.at,
    remaining: one.remaining === null ? null : Number(one.remaining),
    burn: one.burnRate === null ? null : Number(one.burnRate),
  }));
  const known = points.filter(one => one.remaining !== null);
  const alerts = shown
    ? burnRateAlerts(shown.material.target, shown.summary.windowSeconds)
    : [];
  const axis = {
    dataKey: 'at',
    type: 'number' as const,
    domain: ['dataMin', 'dataMax'],
    tickFormatter: (at: number) => day.format(at),
    tick: { fill: 'var(--bui-fg-secondary)', fontSize: 12 },
  };
  return (
    <div>
      <p>
        {t('telemetry.pastSentence', {
          first: percent.format(known[0]?.remaining ?? 0),
          last: percent.format(known[known.length - 1]?.remaining ?? 0),
        })}
      </p>
      <div aria-hidden>
        <ResponsiveContainer width="100%" height={180}>
          <LineChart data={points}>
            <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
            <XAxis {...axis} />
            <YAxis
              width={48}
              tickFormatter={value => percent.format(value)}
              tick={axis.tick}
            />
            <Tooltip
              labelFormatter={at => day.format(Number(at))}
              formatter={value => percent.format(Number(value))}
            />
            <ReferenceLine y={0} stroke={TONES.danger.solid} />
            <Line
              dataKey="remaining"
              name={t('telemetry.left')}
              stroke={TONES.info.solid}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
        {points.some(one => one.burn !== null) && (
          <ResponsiveContainer width="100%" height={140}>
            <LineChart data={points}>
              <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
              <XAxis {...axis} />
              <YAxis
                width={48}
                tickFormatter={value => number.format(value)}
                tick={axis.tick}
              />
              <Tooltip
                labelFormatter={at => day.format(Number(at))}
                formatter={value => number.format(Number(value))}
              />
              {alerts.map(one => (
                <ReferenceLine
                  key={one.longSeconds}
                  y={Number(one.burn)}
                  strokeDasharray="4 4"
                  stroke={
                    one.severity === 'page'
                      ? TONES.danger.solid
                      : TONES.warning.solid
                  }
                />
              ))}
              <Line
                dataKey="burn"
                stroke={TONES.info.solid}
                strokeWidth={2}
                dot={false}
                isAnimationActive={false}
              />
            </LineChart>
          </ResponsiveContainer>
        )}
      </div>
      {alerts.length > 0 && (
        <>
          <strong>{t('telemetry.thresholds')}</strong>
          <ul>
            {alerts.map(one => (
              <li key={one.longSeconds}>
                {t('telemetry.threshold', {
                  severity: t(`telemetry.severity.${one.severity}`),
                  burn: number.format(Number(one.burn)),
                  long: hours.format(one.longSeconds / 3600),
                  short: hours.format(one.shortSeconds / 3600),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
