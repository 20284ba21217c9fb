import { lazy, Suspense, useId, useState } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import {
  recordedMinutes,
  type ToilReport,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { NumbersTable, PageSection } from '../layout';
import { useWentLive, WentLive } from './decide/WentLive';
import { CsvButton } from './figures/CsvButton';
import { useReadinessTranslation } from '../translations';
import { NatureLegend, NATURES } from './natures';
import { type GroupName } from './useTeamToil';
import { useToilFormat } from './useToilFormat';
import {
  type WeeklyPoint,
  weeklyPoints,
  weeklySummary,
  type WeeksToDraw,
} from './weeklyPoints';

const WeeklyChart = lazy(() => import('./WeeklyChart'));

/**
 * The weeks of the quarter: a sentence, the chart, and the same as a table.
 *
 * @internal
 */
export function WeeklySection(props: {
  /** Whose decisions mark weeks; none where many teams are drawn together. */
  group?: GroupName;
  report: WeeksToDraw & {
    toil: Pick<ToilReport['toil'], 'target'>;
    members?: ToilReport['members'];
  };
  onSelect?: (week: string) => void;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { report } = props;
  const [asTable, setAsTable] = useState(false);
  const tableId = useId();
  const points = weeklyPoints(report);
  const wentLive = useWentLive(props.group);
  const running = report.members?.currentWeek;
  return (
    <PageSection
      title={t('toil.weekly.title')}
      actions={
        <>
          <CsvButton
            name={t('toil.weekly.table')}
            columns={[
              t('toil.weekly.week'),
              ...NATURES.map(nature => t(`toil.${nature}`)),
              t('toil.weekly.share'),
              t('toilFigures.trend.target'),
            ]}
            rows={points.map(point => [
              point.from,
              ...NATURES.map(nature => String(round(point[nature]))),
              point.percent === null ? '' : String(point.percent),
              String(point.target),
            ])}
          />
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={asTable}
            aria-controls={tableId}
            onPress={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'toil.weekly.hideTable' : 'toil.weekly.showTable')}
          </Button>
        </>
      }
    >
      <Sentence>
        <WeeklySentence points={points} />
      </Sentence>
      <Suspense fallback={<Skeleton width="100%" height={240} />}>
        <WeeklyChart
          points={points}
          onSelect={props.onSelect}
          isMarked={week => wentLive.has(week)}
        />
      </Suspense>
      <Legend aria-hidden>
        <NatureLegend />
        <LineKey>
          {t('toil.weekly.line', {
            percent: format.target(report.toil.target),
          })}
        </LineKey>
      </Legend>
      <WentLive weeks={points.map(({ week }) => week)} wentLive={wentLive} />
      {running && running.recorded && (
        <Sentence>
          {t('toil.weekly.running', {
            recorded: format.duration(recordedMinutes(running.totals)),
          })}
        </Sentence>
      )}
      <WeeklyTable id={tableId} points={points} visible={asTable} />
    </PageSection>
  );
}

function WeeklySentence(props: { points: WeeklyPoint[] }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { recorded, over, worst } = weeklySummary(props.points);
  if (recorded === 0) return <>{t('toil.weekly.nothing')}</>;
  if (!worst || worst.percent === null) {
    return <>{t('toil.weekly.none', { count: recorded })}</>;
  }
  return (
    <>
      {t('toil.weekly.over', {
        count: recorded,
        over: String(over),
        week: format.monday(worst.from),
        percent: format.percent(worst.percent),
      })}
    </>
  );
}

function WeeklyTable(props: {
  id: string;
  points: WeeklyPoint[];
  visible: boolean;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  return (
    <NumbersTable
      id={props.id}
      caption={t('toil.weekly.table')}
      visible={props.visible}
      columns={[
        t('toil.weekly.week'),
        ...NATURES.map(nature => t(`toil.${nature}`)),
        t('toil.weekly.share'),
      ]}
      rows={props.points.map(point => ({
        key: point.week,
        cells: [
          format.monday(point.from),
          ...NATURES.map(nature =>
            point.recordedMinutes === 0
              ? '–'
              : format.hours(point[nature] * 60),
          ),
          point.percent === null
            ? t('toil.weekly.notRecorded')
            : format.percent(point.percent),
        ],
      }))}
    />
  );
}

/** Hours with two decimals, as a spreadsheet takes them. */
function round(hours: number): number {
  return Math.round(hours * 100) / 100;
}

const Sentence = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  color: 'var(--bui-fg-primary)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
});

const Legend = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-4)',
  margin: 'var(--bui-space-2) 0 var(--bui-space-3)',
});

const LineKey = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
  '&::before': {
    content: '""',
    width: 20,
    borderTop: '2px dashed var(--bui-fg-primary)',
  },
});
