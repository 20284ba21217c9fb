import { lazy, Suspense, useId, useState } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  burnRateAlerts,
  type SloTelemetryView,
  type SloView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { NumbersTable } from '../../layout';
import { useSloTranslation } from '../../translations';
import { type BudgetPoint } from './BudgetChart';

const BudgetChart = lazy(() => import('./BudgetChart'));

/**
 * Remaining budget and burn rate over four weeks: a sentence, the charts, the
 * same as a table, and the burn rates at which the recommended alerts fire.
 *
 * @internal
 */
export function BudgetPast(props: {
  slo: SloView;
  telemetry: SloTelemetryView;
}) {
  const { t, language } = useSloTranslation();
  const [open, setOpen] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const tableId = useId();
  const { slo, telemetry } = props;
  const shown = slo.inForce ?? slo.proposal;
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const points = telemetry.samples.map(
    (one): BudgetPoint => ({
      at: one.at,
      remaining: one.remaining === null ? null : Number(one.remaining),
      burn: one.burnRate === null ? null : Number(one.burnRate),
    }),
  );
  const known = points.filter(one => one.remaining !== null);
  const alerts = shown
    ? burnRateAlerts(shown.material.target, shown.summary.windowSeconds)
    : [];
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  if (known.length === 0) return null;

  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('telemetry.past')}</summary>
      {open && (
        <Stack>
          <p>
            {t('telemetry.pastSentence', {
              first: percent.format(known[0].remaining ?? 0),
              last: percent.format(known[known.length - 1].remaining ?? 0),
              least: percent.format(
                Math.min(...known.map(one => one.remaining ?? 0)),
              ),
            })}
          </p>
          <Suspense fallback={<Skeleton width="100%" height={360} />}>
            <BudgetChart
              points={points}
              thresholds={alerts.map(one => ({
                burn: Number(one.burn),
                severity: one.severity,
              }))}
            />
          </Suspense>
          <div>
            <Button
              size="small"
              variant="tertiary"
              aria-expanded={asTable}
              aria-controls={tableId}
              onPress={() => setAsTable(!asTable)}
            >
              {t(asTable ? 'telemetry.hideTable' : 'telemetry.showTable')}
            </Button>
          </div>
          <NumbersTable
            id={tableId}
            caption={t('telemetry.past')}
            visible={asTable}
            columns={[
              t('telemetry.day'),
              t('telemetry.left'),
              t('telemetry.burnRate'),
            ]}
            rows={lastOfDays(known).map(one => ({
              key: String(one.at),
              cells: [
                day.format(one.at),
                percent.format(one.remaining ?? 0),
                one.burn === null ? '–' : number.format(one.burn),
              ],
            }))}
          />
          {alerts.length > 0 && <Thresholds alerts={alerts} />}
        </Stack>
      )}
    </details>
  );
}

const LENGTHS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
] as const;

/** When the recommended alerts fire: both of their windows are above it. */
function Thresholds(props: { alerts: ReturnType<typeof burnRateAlerts> }) {
  const { t, language } = useSloTranslation();
  const id = useId();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumSignificantDigits: 3,
  });
  const length = (seconds: number) => {
    const [size, unit] = LENGTHS.find(([least]) => seconds >= least)!;
    return new Intl.NumberFormat(language, { style: 'unit', unit }).format(
      seconds / size,
    );
  };
  return (
    <div>
      <strong>{t('telemetry.thresholds')}</strong>
      <p>{t('telemetry.thresholdsText')}</p>
      <NumbersTable
        id={id}
        caption={t('telemetry.thresholds')}
        visible
        columns={[
          t('telemetry.calls'),
          t('telemetry.burnRate'),
          t('telemetry.windows'),
          t('telemetry.errorShare'),
        ]}
        rows={props.alerts.map(one => ({
          key: String(one.longSeconds),
          cells: [
            t(`telemetry.severity.${one.severity}`),
            number.format(Number(one.burn)),
            t('telemetry.bothWindows', {
              long: length(one.longSeconds),
              short: length(one.shortSeconds),
            }),
            share.format(Number(one.threshold)),
          ],
        }))}
      />
    </div>
  );
}

/** The last point of each day, the newest day first. */
function lastOfDays(points: readonly BudgetPoint[]): BudgetPoint[] {
  const days = new Map(
    points.map(one => [new Date(one.at).toDateString(), one]),
  );
  return [...days.values()].reverse();
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-3)',
  marginTop: 'var(--bui-space-3)',
  '& p': { margin: 0, lineHeight: 1.6 },
});
