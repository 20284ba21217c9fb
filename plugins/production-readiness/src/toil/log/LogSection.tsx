import { useState } from 'react';
import { Alert, Button, ToggleButton } from '@backstage/ui';
import { type ToilReport } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { PageSection, Segments, usePanelParam } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { AllocationForm } from '../allocation/AllocationForm';
import { ImportPanel } from '../importing/ImportPanel';
import { type GroupName, useToilEntries } from '../useTeamToil';
import { LogFormHere } from './LogFormHere';
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
  const importing = usePanelParam('import');
  const actions = useLogActions(group, categories);
  const { data } = useToilEntries(group, week.week);
  const allocated = data?.allocated ?? false;
  // A week that is split opens on its split, until somebody asks otherwise.
  const [asked, setAsked] = useState<{ week: string; way: Way }>();
  const ofItself: Way = allocated ? 'percent' : 'entry';
  const way = asked?.week === week.week ? asked.way : ofItself;
  return (
    <PageSection
      title={t('toil.log.title')}
      actions={
        <Button
          size="small"
          variant="secondary"
          onPress={() => importing.open('file')}
        >
          {t('toilImport.open')}
        </Button>
      }
    >
      {actions.done && (
        <Spaced>
          <DoneNotice action={actions.done} onDismiss={actions.dismiss} />
        </Spaced>
      )}
      <LogFormHere />
      <WeekSwitch chosen={week} currentWeek={members.currentWeek.week} />
      <Spaced>
        <Segments
          aria-label={t('toilAllocation.ways')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[way]}
          onSelectionChange={keys =>
            setAsked({
              week: week.week,
              way: keys.has('percent') ? 'percent' : 'entry',
            })
          }
        >
          <ToggleButton id="entry">{t('toilAllocation.entry')}</ToggleButton>
          <ToggleButton id="percent">
            {t('toilAllocation.inPercent')}
          </ToggleButton>
        </Segments>
      </Spaced>
      {way === 'percent' ? (
        <AllocationForm
          group={group}
          week={week.week}
          categories={categories}
        />
      ) : (
        <>
          {allocated && (
            <Spaced>
              <Alert status="info" icon title={t('toilAllocation.instead')} />
            </Spaced>
          )}
          <QuickLog
            team={`${group.namespace}/${group.name}`}
            week={week.week}
            categories={categories}
            minutesCap={minutesCap}
            actions={actions}
          />
        </>
      )}
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
      <ImportPanel
        group={group}
        currentWeek={members.currentWeek.week}
        categories={categories}
        open={importing.value !== undefined}
        onClose={importing.close}
      />
    </PageSection>
  );
}

/** How a week is recorded. */
type Way = 'entry' | 'percent';

const Spaced = styled('div')({ marginBottom: 'var(--bui-space-3)' });
