import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { type ToilQuarter } from '@prodready/backstage-plugin-production-readiness-common';
import { recordedMinutes } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import {
  ErrorNotice,
  LoadingState,
  NumbersTable,
  PageSection,
} from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { NATURE_LOOKS } from '../natures';
import { type GroupName } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { CsvButton } from './CsvButton';
import { useToilTrend } from './useFigures';

/**
 * Toil of each quarter beside the target of its time: a bar each, a sentence,
 * and the same as a table.
 *
 * @internal
 */
export function QuarterTrend({ group }: { group: GroupName }) {
  const { t } = useReadinessTranslation();
  const { data, error, refetch } = useToilTrend(group);
  if (data?.access === 'hidden') return null;
  const recorded = data?.quarters.filter(one => one.recordedWeeks > 0) ?? [];
  if (data && recorded.length === 0) return null;
  return data ? (
    <Quarters quarters={recorded} />
  ) : (
    <PageSection title={t('toilFigures.trend.title')}>
      {error ? (
        <ErrorNotice
          error={error}
          title={t('toilFigures.trend.failed')}
          onRetry={() => refetch()}
        />
      ) : (
        <LoadingState rows={1} rowHeight={120} />
      )}
    </PageSection>
  );
}

/**
 * Recorded quarters, oldest first.
 *
 * @internal
 */
export function Quarters(props: {
  quarters: readonly ToilQuarter[];
  /** Whose they are, where the page is about something else. */
  title?: string;
  note?: string;
}) {
  const { t, say } = useReadinessTranslation();
  const format = useToilFormat();
  const { quarters } = props;
  const tableId = useId();
  const [asTable, setAsTable] = useState(false);
  const percent = (value: number | null) =>
    value === null ? '–' : format.percent(value);
  const columns = [
    t('toilFigures.trend.quarter'),
    t('toil.toil'),
    t('toilFigures.trend.target'),
    t('toilFigures.trend.state'),
    t('toil.reactive'),
    t('toilFigures.trend.hours'),
  ];
  const rows = quarters.map(quarter => ({
    key: quarter.fromWeek,
    cells: [
      format.mondayOfYear(quarter.from),
      percent(quarter.toil.percent),
      format.target(quarter.toil.target),
      say(`states.toil.${quarter.toil.state}`),
      percent(quarter.reactive.percent),
      format.hours(recordedMinutes(quarter.totals)),
    ],
  }));
  const judged = quarters.filter(one => one.toil.percent !== null);
  return (
    <PageSection
      title={props.title ?? t('toilFigures.trend.title')}
      note={props.note}
      actions={
        <>
          <CsvButton
            name={t('toilFigures.trend.table')}
            columns={columns}
            rows={rows.map(({ cells }) => cells)}
          />
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={asTable}
            aria-controls={tableId}
            onPress={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'toilFigures.hideTable' : 'toilFigures.showTable')}
          </Button>
        </>
      }
    >
      <Sentence>
        {judged.length < 2
          ? t('toilFigures.trend.none')
          : t('toilFigures.trend.sentence', {
              count: judged.length,
              first: percent(judged[0].toil.percent),
              last: percent(judged[judged.length - 1].toil.percent),
            })}
      </Sentence>
      <Bars aria-hidden>
        {quarters.map(quarter => (
          <div key={quarter.fromWeek}>
            <Track>
              <Bar style={{ height: `${quarter.toil.percent ?? 0}%` }} />
              <Mark style={{ bottom: `${quarter.toil.target}%` }} />
            </Track>
            <strong>{percent(quarter.toil.percent)}</strong>
            <span>{format.mondayOfYear(quarter.from)}</span>
          </div>
        ))}
      </Bars>
      <NumbersTable
        id={tableId}
        caption={t('toilFigures.trend.table')}
        visible={asTable}
        columns={columns}
        rows={rows}
      />
    </PageSection>
  );
}

const Sentence = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
});

const Bars = styled('div')({
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: 'minmax(0, 96px)',
  gap: 'var(--bui-space-2)',
  marginBottom: 'var(--bui-space-2)',
  fontSize: 'var(--bui-font-size-2)',
  fontVariantNumeric: 'tabular-nums',
  textAlign: 'center',
  '& > div': { display: 'grid', justifyItems: 'center', gap: 2 },
  '& span': { color: 'var(--bui-fg-secondary)' },
});

const Track = styled('div')({
  position: 'relative',
  width: '100%',
  maxWidth: 44,
  height: 96,
  borderRadius: 3,
  background: 'var(--bui-bg-neutral-2)',
  overflow: 'hidden',
});

const Bar = styled('div')({
  position: 'absolute',
  insetInline: 0,
  bottom: 0,
  background: NATURE_LOOKS.toil.background,
});

const Mark = styled('div')({
  position: 'absolute',
  insetInline: 0,
  height: 0,
  borderTop: '2px dashed var(--bui-fg-primary)',
});
