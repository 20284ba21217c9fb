import { FormEvent, useId, useState } from 'react';
import { Alert, Button, Select } from '@backstage/ui';
import {
  addWeeks,
  firstDayOfWeek,
  ReadinessResponseError,
  type ToilCategory,
  type ToilEntryView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { ErrorNotice, SidePanel, usePanelParam } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useEntryName } from '../useLabel';
import { type GroupName, useToilEntries, useToilWrites } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { draftOf, entryOf, inputOf, problemsOf } from './draft';
import { EntryFields } from './EntryFields';
import { ENTRY_PARAM } from './entryParam';

/** What changing an entry needs to know of the team. */
interface TeamWords {
  group: GroupName;
  currentWeek: string;
  categories: readonly ToilCategory[];
  minutesCap: number;
}

/**
 * The drawer in which an entry is changed; its id is in the URL.
 *
 * @internal
 */
export function EntryPanel(props: TeamWords & { week: string }) {
  const { t } = useReadinessTranslation();
  const panel = usePanelParam(ENTRY_PARAM);
  const { data } = useToilEntries(props.group, props.week);
  const entry = data?.entries.find(({ id }) => id === panel.value);
  // While it is open it keeps what it was opened with: a reload of the list
  // must not change the form under somebody's hands.
  const [opened, setOpened] = useState<ToilEntryView>();
  if (panel.value !== opened?.id && (entry || opened)) setOpened(entry);
  return (
    <SidePanel
      open={panel.value !== undefined && data !== undefined}
      onClose={panel.close}
      title={t('toil.edit.title')}
      width={440}
    >
      {opened ? (
        <EntryForm
          key={opened.id}
          {...props}
          entry={opened}
          onClose={panel.close}
        />
      ) : (
        t('toil.edit.missing')
      )}
    </SidePanel>
  );
}

function EntryForm(
  props: TeamWords & { entry: ToilEntryView; onClose: () => void },
) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { group, categories, minutesCap, onClose } = props;
  const { update } = useToilWrites(group);
  const [base, setBase] = useState(props.entry);
  const [draft, setDraft] = useState(() => draftOf(props.entry));
  const [week, setWeek] = useState(props.entry.week);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  const problems = problemsOf(draft, minutesCap);

  const save = async (version: number) => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    setError(undefined);
    try {
      const { id } = base;
      const entry = entryOf(draft, week, inputOf(base));
      await update.mutateAsync({ id, version, entry });
    } catch (refused) {
      setError(refused);
      return;
    }
    announce(t('toil.log.savedChanges'));
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(base.version);
  };
  const conflict = conflictOf(error);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <EntryFields
          draft={draft}
          onChange={setDraft}
          categories={categories}
          minutesCap={minutesCap}
          problems={tried ? problems : {}}
          entityRef={props.entry.entityRef}
        />
        <WeekField
          week={week}
          currentWeek={props.currentWeek}
          onChange={setWeek}
        />
        {conflict && (
          <Conflict
            current={conflict.current}
            categories={categories}
            onTakeTheirs={current => {
              setBase(current);
              setDraft(draftOf(current));
              setWeek(current.week);
              setError(undefined);
            }}
            onKeepMine={current => {
              setBase(current);
              save(current.version);
            }}
          />
        )}
        {!conflict && error !== undefined && (
          <ErrorNotice error={error} title={t('toil.log.failed')} />
        )}
        <Buttons>
          <Button type="submit" isPending={update.isPending}>
            {t('toil.edit.save')}
          </Button>
          <Button variant="secondary" onPress={onClose}>
            {t('toil.edit.cancel')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

function WeekField(props: {
  week: string;
  currentWeek: string;
  onChange: (week: string) => void;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const recent = Array.from({ length: 14 }, (_, index) =>
    addWeeks(props.currentWeek, -index),
  );
  const weeks = recent.includes(props.week) ? recent : [...recent, props.week];
  return (
    <Select
      label={t('toil.edit.week')}
      size="medium"
      options={weeks.map(week => ({
        id: week,
        label: format.weekRange(firstDayOfWeek(week)),
      }))}
      value={props.week}
      onChange={week => props.onChange(String(week))}
    />
  );
}

function Conflict(props: {
  current: ToilEntryView | null;
  categories: readonly ToilCategory[];
  onTakeTheirs: (current: ToilEntryView) => void;
  onKeepMine: (current: ToilEntryView) => void;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const nameOf = useEntryName(props.categories);
  const id = useId();
  const { current } = props;
  if (!current) {
    return (
      <Alert role="alert" status="warning" icon title={t('toil.edit.gone')} />
    );
  }
  const theirs = [
    `${nameOf(current)} (${t(`toil.${current.trigger}`)} · ${t(
      `toil.${current.nature}`,
    )})`,
    format.weekRange(firstDayOfWeek(current.week)),
    current.note,
  ];
  return (
    <Alert
      role="alert"
      id={id}
      status="warning"
      icon
      title={t('toil.edit.conflict')}
      description={
        <>
          {t('toil.edit.theirs', {
            time: format.duration(current.minutes),
            what: theirs.filter(Boolean).join(' · '),
          })}{' '}
          {t('toil.edit.yours')}
          <Buttons>
            <Button
              size="small"
              variant="secondary"
              onPress={() => props.onTakeTheirs(current)}
            >
              {t('toil.edit.takeTheirs')}
            </Button>
            <Button size="small" onPress={() => props.onKeepMine(current)}>
              {t('toil.edit.keepMine')}
            </Button>
          </Buttons>
        </>
      }
    />
  );
}

/** What stands now, when somebody else was faster. */
function conflictOf(
  error: unknown,
): { current: ToilEntryView | null } | undefined {
  if (!(error instanceof ReadinessResponseError)) return undefined;
  if (error.code === 'ENTRY_NOT_FOUND') return { current: null };
  return error.status === 412
    ? { current: (error.details?.current ?? null) as ToilEntryView | null }
    : undefined;
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  marginTop: 'var(--bui-space-2)',
});
