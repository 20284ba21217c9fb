import { Button, ButtonIcon, Select, TextField } from '@backstage/ui';
import {
  type ToilCategory,
  TOIL_NATURES,
  TOIL_TRIGGERS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useReadinessTranslation } from '../../translations';
import { useLabel } from '../useLabel';
import {
  type LabelDraft,
  labelProblems,
  type MappingDraft,
  type MappingProblem,
  restProblems,
  withLabel,
} from './mappingDraft';

/** Stands for "nothing said" in a list, which can't hold null. */
const UNSAID = 'unsaid';

/**
 * Which labels of tickets are work, and of which kind: a row for each label.
 *
 * @internal
 */
export function MappingEditor(props: {
  draft: MappingDraft;
  onChange: (draft: MappingDraft) => void;
  categories: readonly ToilCategory[];
  /** Says what is wrong only after somebody has tried to go on. */
  tried: boolean;
}) {
  const { t } = useReadinessTranslation();
  const { draft, onChange, tried } = props;
  const rest = tried ? restProblems(draft) : [];
  const say = useSaying();
  return (
    <Stack>
      {draft.labels.map((row, index) => (
        <LabelRow
          key={row.id}
          row={row}
          number={index + 1}
          categories={props.categories}
          problems={tried ? labelProblems(row) : []}
          onChange={next =>
            onChange({
              ...draft,
              labels: draft.labels.map(one => (one.id === row.id ? next : one)),
            })
          }
          onRemove={() =>
            onChange({
              ...draft,
              labels: draft.labels.filter(({ id }) => id !== row.id),
            })
          }
        />
      ))}
      <div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() => onChange(withLabel(draft))}
        >
          {t('toilImport.label.add')}
        </Button>
      </div>
      <Fields>
        <TextField
          size="medium"
          label={t('toilImport.label.minutesPerTicket')}
          description={t('toilImport.label.minutesPerTicketHint')}
          inputMode="numeric"
          value={draft.minutesPerTicket}
          onChange={minutesPerTicket =>
            onChange({ ...draft, minutesPerTicket })
          }
          {...say('minutes', rest)}
        />
        <TextField
          size="medium"
          label={t('toilImport.label.ticketBaseUrl')}
          description={t('toilImport.label.ticketBaseUrlHint')}
          type="url"
          value={draft.ticketBaseUrl}
          onChange={ticketBaseUrl => onChange({ ...draft, ticketBaseUrl })}
          {...say('url', rest)}
        />
      </Fields>
    </Stack>
  );
}

function LabelRow(props: {
  row: LabelDraft;
  number: number;
  categories: readonly ToilCategory[];
  problems: readonly MappingProblem[];
  onChange: (row: LabelDraft) => void;
  onRemove: () => void;
}) {
  const { t } = useReadinessTranslation();
  const nameOf = useLabel();
  const say = useSaying();
  const { row, number, problems } = props;
  const set = (part: Partial<LabelDraft>) =>
    props.onChange({ ...row, ...part });
  const unsaid = { id: UNSAID, label: t('toilImport.label.asUsual') };
  const name = row.label.trim() || String(number);
  return (
    <Row role="group" aria-label={t('toilImport.label.row', { name })}>
      <Fields>
        <TextField
          size="medium"
          label={t('toilImport.label.label')}
          value={row.label}
          maxLength={100}
          onChange={label => set({ label })}
          {...say('label', problems)}
        />
        <Select
          size="medium"
          label={t('toil.log.category')}
          options={[
            { id: UNSAID, label: t('toil.noCategory') },
            ...props.categories.map(category => ({
              id: category.id,
              label: nameOf({ category: category.id, label: category.label }),
            })),
          ]}
          value={row.category ?? UNSAID}
          onChange={key =>
            set({ category: key === UNSAID ? null : String(key) })
          }
        />
        <Select
          size="medium"
          label={t('toil.log.trigger')}
          options={[
            unsaid,
            ...TOIL_TRIGGERS.map(id => ({ id, label: t(`toil.${id}`) })),
          ]}
          value={row.trigger ?? UNSAID}
          onChange={key =>
            set({ trigger: TOIL_TRIGGERS.find(one => one === key) ?? null })
          }
        />
        <Select
          size="medium"
          label={t('toil.log.nature')}
          options={[
            unsaid,
            ...TOIL_NATURES.map(id => ({ id, label: t(`toil.${id}`) })),
          ]}
          value={row.nature ?? UNSAID}
          onChange={key =>
            set({ nature: TOIL_NATURES.find(one => one === key) ?? null })
          }
        />
      </Fields>
      <Last>
        <TextField
          size="medium"
          label={t('toilImport.label.minutes')}
          inputMode="numeric"
          value={row.minutes}
          onChange={minutes => set({ minutes })}
          {...say('minutes', problems)}
        />
        <ButtonIcon
          size="medium"
          variant="tertiary"
          icon={<RiDeleteBinLine />}
          aria-label={t('toilImport.label.remove', { name })}
          onPress={props.onRemove}
        />
      </Last>
      {problems.includes('kind') && (
        <Problem role="alert">{t('toilImport.label.problem.kind')}</Problem>
      )}
    </Row>
  );
}

/** Has a field show its sentence when it is among the problems. */
function useSaying() {
  const { t } = useReadinessTranslation();
  return (
    what: Exclude<MappingProblem, 'kind'>,
    problems: readonly MappingProblem[],
  ) => ({
    validationBehavior: 'aria' as const,
    validate: () =>
      problems.includes(what) ? t(`toilImport.label.problem.${what}`) : null,
  });
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  marginTop: 'var(--bui-space-3)',
});

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-3)',
  paddingBottom: 'var(--bui-space-4)',
  borderBottom: '1px solid var(--bui-border-1)',
});

const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
  alignItems: 'start',
  gap: 'var(--bui-space-3)',
});

const Last = styled('div')({
  display: 'flex',
  alignItems: 'end',
  justifyContent: 'space-between',
  gap: 'var(--bui-space-2)',
  '& > div': { flex: '1 1 auto', maxWidth: 320 },
});

const Problem = styled('p')({
  margin: 0,
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-negative-fg-subdued)',
});
