import { useState } from 'react';
import { Select } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { ErrorNotice, LoadingState } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { DoneNotice } from '../log/DoneNotice';
import { QuickLog } from '../log/QuickLog';
import { useLogActions } from '../log/useLogActions';
import { type GroupName, useTeamToil } from '../useTeamToil';
import { rememberTeam, teamKey, useOwnTeams } from './useOwnTeams';

/**
 * The quick log wherever somebody is: for the team of a thing, else for one of
 * the person's own teams, the one that they logged for last.
 *
 * @internal
 */
export function LogAnywhere(props: {
  /** The team, where it is clear. */
  group?: GroupName;
  /** What the work was for. */
  entityRef?: string;
  /** In a panel: what was logged last is one press of Enter away. */
  focusAgain?: boolean;
}) {
  const { t } = useReadinessTranslation();
  const own = useOwnTeams(!props.group);
  const [chosen, setChosen] = useState<GroupName>();
  const teams = own.data ?? [];
  const group = props.group ?? chosen ?? teams[0];
  if (own.error) return <ErrorNotice error={own.error} />;
  if (!props.group && !own.data) return <LoadingState rows={3} />;
  if (!group) return <Quiet>{t('toilHelp.noTeam')}</Quiet>;
  return (
    <Stack>
      {!props.group && teams.length > 1 && (
        <Select
          size="medium"
          label={t('toilHelp.team')}
          options={teams.map(team => ({ id: teamKey(team), label: team.name }))}
          value={teamKey(group)}
          onChange={key => {
            const team = teams.find(one => teamKey(one) === key);
            if (!team) return;
            rememberTeam(team);
            setChosen(team);
          }}
        />
      )}
      <LogForTeam
        key={teamKey(group)}
        group={group}
        entityRef={props.entityRef}
        focusAgain={props.focusAgain}
      />
    </Stack>
  );
}

function LogForTeam(props: {
  group: GroupName;
  entityRef?: string;
  focusAgain?: boolean;
}) {
  const { t } = useReadinessTranslation();
  const { group } = props;
  const { data, error, refetch } = useTeamToil(group);
  const members = data?.access === 'shown' ? data.members : null;
  const categories = members?.categories ?? [];
  const actions = useLogActions(group, categories);
  if (error) {
    return (
      <ErrorNotice
        error={error}
        title={t('toil.error')}
        onRetry={() => refetch()}
      />
    );
  }
  if (!data) return <LoadingState rows={4} rowHeight={40} />;
  if (!members) return <Quiet>{t('toilHelp.notMember')}</Quiet>;
  return (
    <Stack>
      {actions.done && (
        <DoneNotice action={actions.done} onDismiss={actions.dismiss} />
      )}
      <QuickLog
        team={teamKey(group)}
        week={members.currentWeek.week}
        entityRef={props.entityRef}
        focusAgain={props.focusAgain}
        categories={categories}
        minutesCap={members.minutesCap}
        actions={actions}
      />
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
});

const Quiet = styled('p')({
  margin: 0,
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});
