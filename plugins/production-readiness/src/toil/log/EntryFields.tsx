import { type Ref, useState } from 'react';
import { Combobox, Switch, TextAreaField, TextField } from '@backstage/ui';
import {
  type ToilCategory,
  TOIL_NATURES,
  TOIL_TRIGGERS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { DisclosureButton } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { useLabel } from '../useLabel';
import { useToilFormat } from '../useToilFormat';
import { Choice } from './Choice';
import { type Draft, DraftField, DraftProblem, withCategory } from './draft';
import { parseDuration } from './duration';
import { JourneyField } from './JourneyField';
import { ToilHelper } from '../helper/ToilHelper';

/**
 * The fields of an entry, in the order in which people think: how long, what,
 * what started it. The kind of work follows from the category, and the rest
 * is folded away.
 *
 * @internal
 */
export function EntryFields(props: {
  draft: Draft;
  onChange: (draft: Draft) => void;
  categories: readonly ToilCategory[];
  minutesCap: number;
  problems: Partial<Record<DraftField, DraftProblem>>;
  timeRef?: Ref<HTMLDivElement>;
  /** What the work was for, where that is known. */
  entityRef?: string;
}) {
  const { t } = useReadinessTranslation();
  const { draft, onChange, problems } = props;
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const say = useProblem(props.minutesCap);
  return (
    <Fields>
      <TimeField
        value={draft.time}
        onChange={time => set({ time })}
        problem={problems.time && say(problems.time)}
        fieldRef={props.timeRef}
      />
      <CategoryField
        categories={props.categories}
        value={draft.category}
        onChange={category => onChange(withCategory(draft, category))}
      />
      <Choice
        label={t('toil.log.trigger')}
        value={draft.trigger}
        onChange={trigger => set({ trigger })}
        options={TOIL_TRIGGERS.map(value => ({
          value,
          label: t(`toil.${value}`),
          hint: t(`toil.log.triggerHint.${value}`),
        }))}
        problem={problems.trigger && say(problems.trigger)}
      />
      <Choice
        label={t('toil.log.nature')}
        value={draft.nature}
        onChange={nature => set({ nature })}
        columns={2}
        options={TOIL_NATURES.map(value => ({
          value,
          label: t(`toil.${value}`),
          hint: t(`toil.log.natureHint.${value}`),
        }))}
        problem={problems.nature && say(problems.nature)}
      />
      <ToilHelper onChoose={nature => set({ nature })} />
      <Details
        draft={draft}
        set={set}
        problems={problems}
        say={say}
        entityRef={props.entityRef}
      />
    </Fields>
  );
}

function useProblem(minutesCap: number) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  return (problem: DraftProblem): string =>
    problem === 'timeTooLong'
      ? t('toil.log.problem.timeTooLong', { time: format.duration(minutesCap) })
      : t(`toil.log.problem.${problem}`);
}

function TimeField(props: {
  value: string;
  onChange: (value: string) => void;
  problem?: string;
  fieldRef?: Ref<HTMLDivElement>;
}) {
  const { t } = useReadinessTranslation();
  const minutes = parseDuration(props.value);
  const written = /^\d+$/.test(props.value.trim().normalize('NFKC'));
  return (
    <TextField
      size="medium"
      label={t('toil.log.time')}
      secondaryLabel={
        minutes && !written
          ? t('toil.log.timeIs', { minutes: String(minutes) })
          : t('toil.log.timeHint')
      }
      value={props.value}
      onChange={props.onChange}
      autoComplete="off"
      {...invalidWith(props.problem)}
      ref={props.fieldRef}
    />
  );
}

function CategoryField(props: {
  categories: readonly ToilCategory[];
  value: string | null;
  onChange: (category: ToilCategory | undefined) => void;
}) {
  const { t } = useReadinessTranslation();
  const label = useLabel();
  const { categories, value } = props;
  const options = categories.map(category => ({
    id: category.id,
    label: label({ category: category.id, label: category.label }),
  }));
  // One that the organisation has taken from its list stays on its entries.
  if (value && !categories.some(({ id }) => id === value)) {
    options.push({ id: value, label: value });
  }
  return (
    <Combobox
      size="medium"
      label={t('toil.log.category')}
      placeholder={t('toil.log.categoryHint')}
      options={options}
      value={value}
      onChange={key => props.onChange(categories.find(({ id }) => id === key))}
    />
  );
}

function Details(props: {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  problems: Partial<Record<DraftField, DraftProblem>>;
  say: (problem: DraftProblem) => string;
  entityRef?: string;
}) {
  const { t } = useReadinessTranslation();
  const { draft, set, problems, say } = props;
  const [open, setOpen] = useState(
    Boolean(
      draft.note ||
        draft.ticketUrl ||
        draft.carriedBy ||
        draft.occurrences ||
        draft.handover ||
        draft.journeyId,
    ),
  );
  return (
    <div>
      <DisclosureButton open={open} onToggle={() => setOpen(!open)}>
        {t('toil.log.more')}
      </DisclosureButton>
      {open && (
        <Fields style={{ marginTop: 'var(--bui-space-3)' }}>
          <TextAreaField
            size="medium"
            label={t('toil.log.note')}
            description={t('toil.log.noteHint')}
            value={draft.note}
            onChange={note => set({ note })}
            {...invalidWith(problems.note && say(problems.note))}
            rows={2}
          />
          <TextField
            size="medium"
            label={t('toil.log.ticket')}
            value={draft.ticketUrl}
            onChange={ticketUrl => set({ ticketUrl })}
            type="url"
            {...invalidWith(problems.ticketUrl && say(problems.ticketUrl))}
          />
          <Choice
            label={t('toil.log.people')}
            value={draft.carriedBy ?? 'unsaid'}
            onChange={people =>
              set({ carriedBy: people === 'unsaid' ? null : people })
            }
            columns={2}
            options={[
              { value: '1', label: t('toil.log.onePerson') },
              { value: '2', label: t('toil.log.twoPeople') },
              { value: '3plus', label: t('toil.log.threePeople') },
              { value: 'unsaid', label: t('toil.log.unsaid') },
            ]}
          />
          <TextField
            size="medium"
            label={t('toil.log.occurrences')}
            value={draft.occurrences}
            onChange={occurrences => set({ occurrences })}
            inputMode="numeric"
            {...invalidWith(problems.occurrences && say(problems.occurrences))}
          />
          {props.entityRef && (
            <JourneyField
              entityRef={props.entityRef}
              value={draft.journeyId}
              onChange={journeyId => set({ journeyId })}
            />
          )}
          <Switch
            isSelected={draft.handover}
            onChange={handover => set({ handover })}
            label={t('toilHelp.handover')}
          />
        </Fields>
      )}
    </div>
  );
}

/** Has a field show a sentence as its error, at once and for screen readers. */
function invalidWith(problem: string | undefined) {
  return {
    validationBehavior: 'aria' as const,
    validate: () => problem ?? null,
  };
}

const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
});
