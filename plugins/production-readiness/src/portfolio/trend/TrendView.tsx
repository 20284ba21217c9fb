import { lazy, Suspense } from 'react';
import {
  type PortfolioTrend,
  type TrendPoint,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiLineChartLine } from '@remixicon/react';
import { EmptyState, ErrorNotice, LoadingState } from '../../layout';
import { exactDay } from '../../time';
import { useReadinessTranslation } from '../../translations';
import { type PortfolioView } from '../portfolioUrl';
import { useTrend } from '../rollup/useRollup';

const TrendChart = lazy(() => import('./TrendChart'));

/**
 * How what the filters leave stood over the last year: a sentence, a chart and
 * the numbers as a table.
 *
 * @internal
 */
export function TrendView({ view }: { view: PortfolioView }) {
  const { t } = useReadinessTranslation();
  const trend = useTrend(view);
  if (trend.isError) {
    return (
      <ErrorNotice
        title={t('portfolioViews.trend.error')}
        error={trend.error}
        onRetry={() => trend.refetch()}
      />
    );
  }
  if (!trend.data) return <LoadingState rows={6} rowHeight={40} />;
  return <Trend trend={trend.data} />;
}

/**
 * A trend in a sentence, as a chart and as a table. Of a single entity it says
 * nothing about how many are blocked.
 *
 * @internal
 */
export function Trend(props: { trend: PortfolioTrend; ofEntity?: boolean }) {
  const { t, language } = useReadinessTranslation();
  const { points } = props.trend;
  const { ofEntity = false } = props;
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last || points.length < 2) {
    return (
      <EmptyState
        Icon={RiLineChartLine}
        title={t('portfolioViews.trend.short')}
      />
    );
  }
  const then = {
    now: percent(last),
    then: percent(first),
    date: dayOf(first, language),
  };
  return (
    <>
      <Sentence>
        {ofEntity
          ? t('portfolioViews.trend.entitySentence', then)
          : t('portfolioViews.trend.sentence', {
              ...then,
              blockedNow: String(last.blocked),
              blockedThen: String(first.blocked),
            })}
      </Sentence>
      <Hint>
        {t(
          ofEntity
            ? 'portfolioViews.trend.entityHint'
            : 'portfolioViews.trend.hint',
        )}
      </Hint>
      <Suspense fallback={<LoadingState rows={6} rowHeight={40} />}>
        <TrendChart points={points} ofEntity={ofEntity} />
      </Suspense>
      <TrendTable points={points} ofEntity={ofEntity} />
    </>
  );
}

function TrendTable(props: { points: TrendPoint[]; ofEntity: boolean }) {
  const { t, language } = useReadinessTranslation();
  const { points, ofEntity } = props;
  return (
    <details>
      <summary>{t('portfolioViews.trend.table')}</summary>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('portfolioViews.trend.date')}</th>
            {!ofEntity && (
              <>
                <th scope="col">{t('portfolioViews.rollup.entities')}</th>
                <th scope="col">{t('portfolioViews.trend.blocked')}</th>
              </>
            )}
            <th scope="col">{t('portfolioViews.trend.inPlace')}</th>
          </tr>
        </thead>
        <tbody>
          {monthly(points).map(point => (
            <tr key={point.date}>
              <th scope="row">{dayOf(point, language)}</th>
              {!ofEntity && (
                <>
                  <td>{point.entities}</td>
                  <td>{point.blocked}</td>
                </>
              )}
              <td>{percent(point)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}

function dayOf({ date }: TrendPoint, language: string): string {
  return exactDay(Date.parse(`${date}T00:00:00Z`), language);
}

function percent({ required, satisfied }: TrendPoint): string {
  return required === 0
    ? '–'
    : `${Math.floor((1000 * satisfied) / required) / 10}%`;
}

/** The last point of each month, which is as much as people read. */
function monthly(points: readonly TrendPoint[]): TrendPoint[] {
  return [
    ...new Map(points.map(point => [point.date.slice(0, 7), point])).values(),
  ];
}

const Sentence = styled('p')({
  margin: 0,
  fontSize: 'var(--bui-font-size-4)',
  lineHeight: 1.6,
});

const Hint = styled('p')({
  margin: 'var(--bui-space-1) 0 var(--bui-space-3)',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-3)',
});

const Table = styled('table')({
  marginTop: 'var(--bui-space-2)',
  borderCollapse: 'collapse',
  fontSize: 'var(--bui-font-size-3)',
  '& th, & td': {
    padding: '6px var(--bui-space-4) 6px 0',
    textAlign: 'start',
    fontVariantNumeric: 'tabular-nums',
  },
});
