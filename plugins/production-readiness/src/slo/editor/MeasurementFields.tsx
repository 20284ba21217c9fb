import { TextAreaField, TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { Field } from '../journeys/JourneyFields';
import { useSloWords } from '../words/useSloWords';
import { Choices } from './Choices';
import { type StepProps } from './Steps';

type Sli = NonNullable<StepProps['draft']['sli']>;
type QueryPart = keyof NonNullable<Sli['queries']>;

/** Which queries each way of measuring takes. */
const PARTS: Record<Sli['type'], readonly QueryPart[]> = {
  'ratio-good': ['good', 'total'],
  'ratio-bad': ['bad', 'total'],
  'raw-success': ['raw'],
  'raw-failure': ['raw'],
  threshold: ['raw'],
};

const TYPES = Object.keys(PARTS) as Sli['type'][];
const OPERATORS = ['lt', 'lte', 'gt', 'gte'] as const;
const METHODS = ['Occurrences', 'Timeslices', 'RatioTimeslices'] as const;

/**
 * Where the numbers come from and how they are counted: for engineers.
 *
 * @internal
 */
export function MeasurementFields({ draft, problems, onChange }: StepProps) {
  const { t } = useSloWords();
  const sli: Sli = draft.sli ?? { type: 'ratio-good' };
  const change = (part: Partial<Sli>) => {
    const next = { ...sli, ...part };
    const isEmpty =
      !next.source && Object.keys(next.queries ?? {}).length === 0;
    // The type alone says nothing; without a source there is no measurement.
    onChange({ sli: isEmpty && part.type === undefined ? undefined : next });
  };
  const query = (part: QueryPart, text: string) => {
    const queries = { ...sli.queries };
    if (text.trim() === '') delete queries[part];
    else queries[part] = text;
    change({
      queries: Object.keys(queries).length > 0 ? queries : undefined,
    });
  };
  return (
    <Field problem={problems.measurement}>
      <Stack>
        <TextField
          label={t('sloEditor.source')}
          description={t('sloEditor.sourceHint')}
          maxLength={300}
          value={sli.source ?? ''}
          onChange={text => change({ source: text === '' ? undefined : text })}
        />
        <Choices
          label={t('sloEditor.type')}
          value={sli.type}
          options={TYPES.map(value => ({
            value,
            label: t(`sloEditor.types.${value}`),
          }))}
          onChange={type =>
            change({ type, queries: keptQueries(sli, PARTS[type]) })
          }
        />
        {PARTS[sli.type].map(part => (
          <TextAreaField
            key={part}
            label={t(`sloEditor.query.${part}`)}
            rows={2}
            maxLength={8000}
            spellCheck="false"
            value={sli.queries?.[part] ?? ''}
            onChange={text => query(part, text)}
          />
        ))}
        {sli.type === 'threshold' && (
          <>
            <Choices
              label={t('sloEditor.good')}
              value={sli.op ?? 'lt'}
              options={OPERATORS.map(value => ({
                value,
                label: t(`sloEditor.operators.${value}`),
              }))}
              onChange={op => change({ op })}
            />
            <TextField
              label={t('sloEditor.threshold')}
              inputMode="decimal"
              value={sli.value ?? ''}
              onChange={text =>
                change({ value: text.trim() === '' ? undefined : text.trim() })
              }
            />
          </>
        )}
        <Choices
          label={t('sloEditor.counting')}
          value={draft.budgetingMethod}
          options={METHODS.map(value => ({
            value,
            label: t(`slo.decide.counting.${value}`),
          }))}
          onChange={budgetingMethod => onChange({ budgetingMethod })}
        />
      </Stack>
    </Field>
  );
}

function keptQueries(
  sli: Sli,
  parts: readonly QueryPart[],
): Sli['queries'] | undefined {
  const kept = parts.flatMap(part => {
    const text = sli.queries?.[part];
    return text === undefined ? [] : [[part, text] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
});
