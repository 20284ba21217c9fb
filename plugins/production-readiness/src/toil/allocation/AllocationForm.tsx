import { FormEvent, useState } from 'react';
import { Alert, Button, Combobox, TextField } from '@backstage/ui';
import {
  type AllocationView,
  CAPACITY_LIMIT,
  firstDayOfWeek,
  ReadinessResponseError,
  type ToilCategory,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { ErrorNotice, LoadingState } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useLabel } from '../useLabel';
import { type GroupName } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { AllocationBar } from './AllocationBar';
import {
  draftOfAllocation,
  leftOf,
  withCategoryRow,
  withPercent,
} from './allocationDraft';
import { AllocationRow } from './AllocationRow';
import { useAllocation, useAllocationWrites } from './useAllocation';

interface AllocationFormProps {
  group: GroupName;
  week: string;
  categories: readonly ToilCategory[];
}

/**
 * A team's week in percent: bars to drag that always show what is left to 100.
 *
 * @internal
 */
export function AllocationForm(props: AllocationFormProps) {
  const { t } = useReadinessTranslation();
  const { data, error, refetch } = useAllocation(props.group, props.week);
  if (!data) {
    return error ? (
      <ErrorNotice
        error={error}
        title={t('toilAllocation.failedToLoad')}
        onRetry={() => refetch()}
      />
    ) : (
      <LoadingState rows={6} rowHeight={44} />
    );
  }
  return <Form key={`${props.week} ${data.version}`} {...props} view={data} />;
}

function Form(props: AllocationFormProps & { view: AllocationView }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const announce = useAnnounce();
  const label = useLabel();
  const { group, week, categories, view } = props;
  const writes = useAllocationWrites(group, week);
  const [draft, setDraft] = useState(() => draftOfAllocation(view));
  const [hours, setHours] = useState(
    view.capacityMinutes === null ? '' : String(view.capacityMinutes / 60),
  );
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  const left = leftOf(draft);
  const capacity = minutesOfHours(hours);
  const names = draft.map(part => {
    if (part.category) {
      const known = categories.find(({ id }) => id === part.category);
      return label({ category: part.category, label: known?.label ?? null });
    }
    return part.nature === 'toil' || part.nature === 'engineering'
      ? t('toilAllocation.kind', {
          nature: t(`toil.${part.nature}`),
          trigger: t(`toil.${part.trigger}`),
        })
      : t(`toil.${part.nature}`);
  });

  const act = async (work: () => Promise<unknown>, done: string) => {
    setError(undefined);
    try {
      await work();
      announce(done);
    } catch (refused) {
      setError(refused);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (left !== 0 || capacity === undefined) return;
    const parts = draft.filter(({ percent }) => percent > 0);
    act(
      () =>
        writes.save.mutateAsync({
          version: currentVersion(error) ?? view.version,
          input: { parts, capacityMinutes: capacity },
        }),
      t('toilAllocation.saved'),
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Note>
          {view.version === 0 &&
            (view.proposal
              ? t('toilAllocation.proposal', {
                  range: format.weekRange(firstDayOfWeek(view.proposal.week)),
                })
              : t('toilAllocation.intro'))}
          {view.version > 0 && t('toilAllocation.counts')}
          {view.entries > 0 &&
            ` ${t('toilAllocation.entriesKept', { count: view.entries })}`}
        </Note>
        <div>
          <AllocationBar
            draft={draft}
            label={draft
              .map((part, index) => `${names[index]} ${part.percent}%`)
              .join(', ')}
          />
          <Left aria-live="polite" data-state={leftState(left)}>
            {left === 0 && t('toilAllocation.complete')}
            {left > 0 && t('toilAllocation.left', { percent: String(left) })}
            {left < 0 && t('toilAllocation.over', { percent: String(-left) })}
          </Left>
        </div>
        <Rows>
          {draft.map((part, index) => (
            <AllocationRow
              key={`${part.trigger} ${part.nature} ${part.category ?? ''}`}
              part={part}
              name={names[index]}
              left={left}
              onChange={percent =>
                setDraft(current => withPercent(current, index, percent))
              }
            />
          ))}
        </Rows>
        <Combobox
          size="medium"
          label={t('toilAllocation.addCategory')}
          placeholder={t('toil.log.categoryHint')}
          options={categories.map(category => ({
            id: category.id,
            label: label({ category: category.id, label: category.label }),
          }))}
          value={null}
          onChange={key => {
            const category = categories.find(({ id }) => id === key);
            if (category) setDraft(withCategoryRow(draft, category));
          }}
        />
        <TextField
          size="medium"
          label={t('toilAllocation.capacity')}
          description={t('toilAllocation.capacityHint')}
          value={hours}
          onChange={setHours}
          inputMode="decimal"
          validationBehavior="aria"
          validate={() =>
            capacity === undefined && (tried || hours !== '')
              ? t('toilAllocation.capacityProblem')
              : null
          }
        />
        {tried && left !== 0 && (
          <Alert
            role="alert"
            status="warning"
            icon
            title={t('toilAllocation.notHundred', {
              sum: String(100 - left),
            })}
          />
        )}
        {error !== undefined && (
          <ErrorNotice error={error} title={t('toilAllocation.failed')} />
        )}
        <Buttons>
          <Button type="submit" isPending={writes.save.isPending}>
            {currentVersion(error) === undefined
              ? t('toilAllocation.save')
              : t('toilAllocation.saveAnyway')}
          </Button>
          {view.version > 0 && (
            <Button
              variant="secondary"
              isPending={writes.remove.isPending}
              onPress={() =>
                act(
                  () => writes.remove.mutateAsync(view.version),
                  t('toilAllocation.removed'),
                )
              }
            >
              {t('toilAllocation.remove')}
            </Button>
          )}
        </Buttons>
      </Stack>
    </form>
  );
}

function leftState(left: number): 'complete' | 'left' | 'over' {
  if (left === 0) return 'complete';
  return left > 0 ? 'left' : 'over';
}

/** Hours as people write them, also with a comma or in full width. */
function minutesOfHours(text: string): number | undefined {
  const plain = text.trim().normalize('NFKC').replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(plain)) return undefined;
  const minutes = Math.round(Number(plain) * 60);
  return minutes >= 1 && minutes <= CAPACITY_LIMIT ? minutes : undefined;
}

/** The version to save over after a colleague was faster. */
function currentVersion(error: unknown): number | undefined {
  if (!(error instanceof ReadinessResponseError)) return undefined;
  if (error.code !== 'ALLOCATION_CHANGED') return undefined;
  return (error.details?.current as AllocationView | undefined)?.version;
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
});

const Rows = styled('div')({ display: 'grid', gap: 'var(--bui-space-1)' });

const Note = styled('p')({
  margin: 0,
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.5,
  color: 'var(--bui-fg-secondary)',
});

const Left = styled('div')({
  marginTop: 'var(--bui-space-1)',
  fontWeight: 600,
  fontVariantNumeric: 'tabular-nums',
  '&[data-state=complete]': { color: 'var(--bui-positive-fg-subdued)' },
  '&[data-state=over]': { color: 'var(--bui-negative-fg-subdued)' },
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
