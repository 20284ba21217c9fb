import { useState } from 'react';
import { Button } from '@backstage/ui';
import { type ToilReport } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiLockLine, RiSeedlingLine, RiShieldUserLine } from '@remixicon/react';
import { EmptyState, ErrorNotice, LoadingState, PageSection } from '../layout';
import { stateLook } from '../state';
import { useReadinessTranslation } from '../translations';
import { AutomateNext } from './decide/AutomateNext';
import { Decisions } from './decide/Decisions';
import { FridayCard } from './decide/FridayCard';
import { OnCallFloor } from './decide/OnCallFloor';
import { Figures } from './Figures';
import { CsvButton } from './figures/CsvButton';
import { PeriodPicker } from './figures/PeriodPicker';
import { QuarterTrend } from './figures/QuarterTrend';
import { TargetsForm } from './figures/TargetsForm';
import { usePeriodParam } from './figures/usePeriodParam';
import { WhoSees } from './figures/WhoSees';
import { UnsureQueue } from './helper/UnsureQueue';
import { Hints } from './Hints';
import { LogSection } from './log/LogSection';
import { useWeekParam } from './log/useWeekParam';
import { type GroupName, useTeamToil } from './useTeamToil';
import { useToilFormat } from './useToilFormat';
import { WeeklySection } from './WeeklySection';
import { WhereItGoes } from './WhereItGoes';

/**
 * Where a team's time goes: its figures for whoever may see them, and the
 * quick log for its members.
 *
 * @internal
 */
export function TeamToil({ group }: { group: GroupName }) {
  const { t } = useReadinessTranslation();
  const period = usePeriodParam();
  const { data, error, refetch } = useTeamToil(group, period.asked);
  if (data?.access === 'shown' && !error) {
    return <Report group={group} report={data} period={period} />;
  }
  if (data && !error) {
    return (
      <EmptyState Icon={RiLockLine} title={t('toil.hidden.title')}>
        {t('toil.hidden.text')}
      </EmptyState>
    );
  }
  if (error) {
    return (
      <ErrorNotice
        error={error}
        title={t('toil.error')}
        onRetry={() => refetch()}
      />
    );
  }
  return <LoadingState rows={4} rowHeight={120} />;
}

function Report(props: {
  group: GroupName;
  report: ToilReport;
  period: ReturnType<typeof usePeriodParam>;
}) {
  const { t } = useReadinessTranslation();
  const { group, report, period } = props;
  const [friday, setFriday] = useState(false);
  const { members } = report;
  const week = useWeekParam(members?.currentWeek.week);
  const empty = report.recordedMinutes === 0;
  return (
    <>
      <Purpose>
        <RiShieldUserLine size={16} aria-hidden />
        <span>{t('toil.purpose')}</span>
      </Purpose>
      {members && (
        <UnsureQueue
          group={group}
          currentWeek={members.currentWeek.week}
          categories={members.categories}
        />
      )}
      <Columns data-with-log={members ? true : undefined}>
        {members && (
          <Aside>
            <LogSection
              group={group}
              members={members}
              hasTeamsBelow={report.teamsIncluded > 0}
              week={week}
            />
          </Aside>
        )}
        <Main>
          {friday && members && (
            <FridayCard group={group} report={report} members={members} />
          )}
          <Quarter
            group={group}
            report={report}
            period={period}
            friday={friday}
            onFriday={members ? () => setFriday(!friday) : undefined}
          />
          {!empty && (
            <>
              <WeeklySection
                group={group}
                report={report}
                onSelect={members ? week.select : undefined}
              />
              <Pair>
                <WhereItGoes report={report} />
                <AutomateNext group={group} report={report} />
              </Pair>
            </>
          )}
          <Decisions group={group} currentWeek={members?.currentWeek.week} />
          <QuarterTrend group={group} />
          <OnCallFloor />
          {members && <WhoSees group={group} members={members} />}
        </Main>
      </Columns>
    </>
  );
}

function Quarter(props: {
  group: GroupName;
  report: ToilReport;
  period: ReturnType<typeof usePeriodParam>;
  friday: boolean;
  onFriday?: () => void;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { report, period, friday, onFriday } = props;
  const [aiming, setAiming] = useState(false);
  const { weeks, members } = report;
  const isDefault = period.asked.from === undefined;
  return (
    <PageSection
      title={
        isDefault
          ? t('toil.heading')
          : t('toilFigures.period.heading', { weeks: String(weeks.length) })
      }
      actions={
        <>
          {report.recordedMinutes > 0 && <FiguresCsv report={report} />}
          {onFriday && (
            <>
              <Button
                size="small"
                variant="secondary"
                aria-expanded={friday}
                onPress={onFriday}
              >
                {t('toilFigures.friday.open')}
              </Button>
              <Button
                size="small"
                variant="tertiary"
                aria-expanded={aiming}
                onPress={() => setAiming(!aiming)}
              >
                {t('toilFigures.targets.open')}
              </Button>
            </>
          )}
        </>
      }
      note={t('toil.period', {
        from: format.monday(weeks[0].from),
        to: format.sunday(weeks[weeks.length - 1].from),
      })}
    >
      <PeriodPicker
        period={{ from: report.period.fromWeek, to: report.period.toWeek }}
        lastWeek={period.lastWeek(report)}
        isDefault={isDefault}
        onSelect={period.select}
      />
      {aiming && (
        <TargetsForm
          group={props.group}
          report={report}
          onClose={() => setAiming(false)}
        />
      )}
      {report.recordedMinutes === 0 ? (
        <EmptyState Icon={RiSeedlingLine} title={t('toil.empty.title')}>
          {t(members ? 'toil.empty.member' : 'toil.empty.outsider')}
        </EmptyState>
      ) : (
        <Figures report={report} />
      )}
      <Hints report={report} />
    </PageSection>
  );
}

function FiguresCsv({ report }: { report: ToilReport }) {
  const { t, say } = useReadinessTranslation();
  const rows = [
    [t('toil.figure.toil'), report.toil] as const,
    [t('toil.figure.reactive'), report.reactive] as const,
  ].map(([name, { percent, target, state: is }]) => [
    name,
    percent === null ? '' : String(percent),
    String(target),
    say(stateLook('toil', is).word),
  ]);
  return (
    <CsvButton
      name={t('toilFigures.headline')}
      columns={[
        t('toilFigures.headline'),
        '%',
        t('toilFigures.trend.target'),
        t('toilFigures.trend.state'),
      ]}
      rows={rows}
    />
  );
}

const Purpose = styled('p')({
  display: 'flex',
  gap: 6,
  margin: '0 0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.5,
  color: 'var(--bui-fg-secondary)',
  '& svg': { flex: 'none', marginTop: 2 },
});

// The log comes first in reading order, and first on a phone; beside the
// figures where there is room, since leads look at these.
const Columns = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-4)',
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 960px)': {
    '&[data-with-log]': {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(296px, 30%)',
    },
  },
});

// Where it goes, beside what to do about it where there is room.
const Pair = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-4)',
  alignItems: 'start',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 330px), 1fr))',
});

const Aside = styled('div')({
  minWidth: 0,
  '@media (min-width: 960px)': { order: 2 },
});

const Main = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  minWidth: 0,
  containerName: 'toil-main',
  containerType: 'inline-size',
});
