import { type ToilReport } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiLockLine, RiSeedlingLine, RiShieldUserLine } from '@remixicon/react';
import { EmptyState, ErrorNotice, LoadingState, PageSection } from '../layout';
import { useReadinessTranslation } from '../translations';
import { Figures } from './Figures';
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
  const { data, error, refetch } = useTeamToil(group);
  if (data?.access === 'shown') return <Report group={group} report={data} />;
  if (data) {
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

function Report(props: { group: GroupName; report: ToilReport }) {
  const { t } = useReadinessTranslation();
  const { group, report } = props;
  const { members } = report;
  const week = useWeekParam(members?.currentWeek.week);
  const empty = report.recordedMinutes === 0;
  return (
    <>
      <Purpose>
        <RiShieldUserLine size={16} aria-hidden />
        <span>{t('toil.purpose')}</span>
      </Purpose>
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
          <Quarter report={report} />
          {!empty && (
            <>
              <WeeklySection
                report={report}
                onSelect={members ? week.select : undefined}
              />
              <WhereItGoes report={report} />
            </>
          )}
        </Main>
      </Columns>
    </>
  );
}

function Quarter({ report }: { report: ToilReport }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { weeks, members } = report;
  return (
    <PageSection
      title={t('toil.heading')}
      note={t('toil.period', {
        from: format.monday(weeks[0].from),
        to: format.sunday(weeks[weeks.length - 1].from),
      })}
    >
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
