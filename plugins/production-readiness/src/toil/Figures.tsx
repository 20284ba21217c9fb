import { Text } from '@backstage/ui';
import {
  QUARTER_WEEKS,
  type ToilFigure,
  type ToilReport,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import {
  RiArrowRightDownLine,
  RiArrowRightLine,
  RiArrowRightUpLine,
} from '@remixicon/react';
import { StateBadge } from '../state';
import { useReadinessTranslation } from '../translations';
import { Gauge } from './figures/Gauge';
import { SplitBar } from './SplitBar';
import { useToilFormat } from './useToilFormat';

/**
 * The two headline figures and how much they rest on.
 *
 * @internal
 */
export function Figures({ report }: { report: ToilReport }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { toil, reactive } = report;
  return (
    <Row>
      <Figure
        name={t('toil.figure.toil')}
        meaning={t(
          report.denominator === 'total'
            ? 'toil.figure.toilMeaningTotal'
            : 'toil.figure.toilMeaning',
        )}
        value={toil.percent === null ? null : format.percent(toil.percent)}
        figure={toil}
        report={report}
      />
      <Figure
        name={t('toil.figure.reactive')}
        meaning={t('toil.figure.reactiveMeaning')}
        value={reactive.percent === null ? null : proportion(reactive.percent)}
        figure={reactive}
        report={report}
        dial
      />
      <Recorded report={report} />
    </Row>
  );
}

function Figure(props: {
  name: string;
  meaning: string;
  value: string | null;
  figure: ToilFigure;
  report: ToilReport;
  /** Drawn as half a dial; the other one as a bar. */
  dial?: boolean;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { figure, report } = props;
  const target = format.target(figure.target);
  return (
    <Cell>
      <Text as="h3" variant="body-large" weight="bold">
        {props.name}
      </Text>
      <Head>
        <Big data-thin={figure.state === 'insufficient' || undefined}>
          {props.value ?? t('toil.figure.noData')}
        </Big>
        <StateBadge family="toil" state={figure.state} filled />
      </Head>
      <Small>{props.meaning}</Small>
      {figure.percent !== null && props.dial && (
        <Gauge
          percent={figure.percent}
          target={figure.target}
          label={t('toilFigures.gauge', {
            reactive: format.percent(figure.percent),
            proactive: format.percent(100 - figure.percent),
            target,
          })}
        />
      )}
      {figure.percent !== null && !props.dial && (
        <SplitBar
          percent={figure.percent}
          target={figure.target}
          targetLabel={t('toil.figure.target', { percent: target })}
          label={t('toil.figure.bar', {
            name: props.name,
            percent: props.value ?? '',
            target,
          })}
        />
      )}
      <Trend figure={figure} />
      {figure.state === 'insufficient' && (
        <Small>
          {t('toil.figure.insufficient', {
            weeks: String(report.coverage.weeks),
            of: String(report.coverage.of),
            needed: String(Math.ceil(QUARTER_WEEKS / 2)),
          })}
        </Small>
      )}
      {figure.state === 'action' && <Small>{t('toil.figure.action')}</Small>}
    </Cell>
  );
}

const ARROWS = {
  improving: RiArrowRightDownLine,
  flat: RiArrowRightLine,
  worsening: RiArrowRightUpLine,
};

function Trend({ figure }: { figure: ToilFigure }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  if (figure.percent === null || figure.state === 'insufficient') return null;
  if (!figure.trend) return <Small>{t('toil.figure.noTrend')}</Small>;
  const { points, direction } = figure.trend;
  const Arrow = ARROWS[direction];
  return (
    <TrendLine>
      <Arrow size={18} aria-hidden />
      <div>
        <strong>
          {t('toil.figure.points', { points: format.points(points) })}
          {' · '}
          {t(`toil.figure.${direction}`)}
        </strong>
        <Small>{t('toil.figure.trendSince')}</Small>
      </div>
    </TrendLine>
  );
}

function Recorded({ report }: { report: ToilReport }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { coverage } = report;
  return (
    <Cell>
      <Text as="h3" variant="body-large" weight="bold">
        {t('toil.recorded.title')}
      </Text>
      <Lines>
        <li>
          {t('toil.recorded.weeks', {
            weeks: String(coverage.weeks),
            of: String(coverage.of),
          })}
        </li>
        <li>
          {t('toil.recorded.hours', {
            recorded: format.hourCount(report.recordedMinutes),
            capacity: format.hourCount(report.capacityMinutes),
          })}
        </li>
        {report.overheadPercent !== null && (
          <li>
            {t('toil.recorded.overhead', {
              percent: format.percent(report.overheadPercent),
            })}
          </li>
        )}
        {report.teamsIncluded > 0 && (
          <li>{t('toil.recorded.teams', { count: report.teamsIncluded })}</li>
        )}
      </Lines>
    </Cell>
  );
}

/** `58 : 42`. Both round to what adds up to a hundred. */
function proportion(percent: number): string {
  const first = Math.round(percent);
  return `${first} : ${100 - first}`;
}

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 5fr) minmax(0, 3fr)',
  '@container toil-main (max-width: 720px)': {
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  },
  '@container toil-main (max-width: 460px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  gap: 'var(--bui-space-6) var(--bui-space-8)',
});

const Cell = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-2)',
  minWidth: 0,
});

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
});

const Big = styled('div')({
  fontSize: 40,
  lineHeight: '44px',
  fontWeight: 700,
  fontVariantNumeric: 'tabular-nums',
  letterSpacing: '-0.02em',
  '&[data-thin]': { color: 'var(--bui-fg-secondary)', fontWeight: 500 },
});

const Small = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.5,
  color: 'var(--bui-fg-secondary)',
});

const TrendLine = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 6,
  fontSize: 'var(--bui-font-size-3)',
  '& svg': { flex: 'none', marginTop: 1 },
});

const Lines = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-1)',
  fontVariantNumeric: 'tabular-nums',
});
