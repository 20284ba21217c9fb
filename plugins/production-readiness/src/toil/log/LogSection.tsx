import { type ToilReport } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { PageSection } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { type GroupName } from '../useTeamToil';
import { DoneNotice } from './DoneNotice';
import { EntryPanel } from './EntryPanel';
import { QuickLog } from './QuickLog';
import { useLogActions } from './useLogActions';
import { type ChosenWeek } from './useWeekParam';
import { WeekEntries } from './WeekEntries';
import { WeekSwitch } from './WeekSwitch';

/**
 * What members do here: log a piece of work, see the week's entries, mend one.
 *
 * @internal
 */
export function LogSection(props: {
  group: GroupName;
  members: NonNullable<ToilReport['members']>;
  hasTeamsBelow: boolean;
  week: ChosenWeek;
}) {
  const { t } = useReadinessTranslation();
  const { group, members, week } = props;
  const { categories, minutesCap } = members;
  const actions = useLogActions(group, categories);
  return (
    <PageSection title={t('toil.log.title')}>
      {actions.done && (
        <Spaced>
          <DoneNotice action={actions.done} onDismiss={actions.dismiss} />
        </Spaced>
      )}
      <WeekSwitch chosen={week} currentWeek={members.currentWeek.week} />
      <QuickLog
        team={`${group.namespace}/${group.name}`}
        week={week.week}
        categories={categories}
        minutesCap={minutesCap}
        actions={actions}
      />
      <WeekEntries
        group={group}
        week={week.week}
        hasTeamsBelow={props.hasTeamsBelow}
        running={week.week === members.currentWeek.week}
        categories={categories}
        onDelete={actions.remove}
      />
      <EntryPanel
        group={group}
        week={week.week}
        currentWeek={members.currentWeek.week}
        categories={categories}
        minutesCap={minutesCap}
      />
    </PageSection>
  );
}

const Spaced = styled('div')({ marginBottom: 'var(--bui-space-3)' });
