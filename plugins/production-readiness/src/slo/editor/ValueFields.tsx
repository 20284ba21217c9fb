import { TextAreaField, TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { Field } from '../journeys/JourneyFields';
import { useSloWords } from '../words/useSloWords';
import { type StepProps } from './Steps';

type Impact = NonNullable<StepProps['draft']['businessImpact']>;

/**
 * What depends on the journey in a year, what holding the number costs, and
 * how many requests a day are counted.
 *
 * @internal
 */
export function ValueFields({ draft, problems, onChange }: StepProps) {
  const { t } = useSloWords();
  const impact: Impact = draft.businessImpact ?? {};
  const change = (field: keyof Impact, text: string) => {
    const next = { ...impact };
    if (text === '') delete next[field];
    else next[field] = text;
    onChange({
      businessImpact: Object.keys(next).length > 0 ? next : undefined,
    });
  };
  return (
    <Field problem={problems.value}>
      <Stack>
        <Pair>
          <TextField
            label={t('sloEditor.valuePerYear')}
            inputMode="decimal"
            value={impact.valuePerYear ?? ''}
            onChange={text => change('valuePerYear', text.trim())}
          />
          <TextField
            label={t('sloEditor.currency')}
            placeholder="JPY"
            maxLength={3}
            value={impact.currency ?? ''}
            onChange={text =>
              change('currency', text.trim().toLocaleUpperCase('en-US'))
            }
          />
        </Pair>
        <TextField
          label={t('sloEditor.costPerYear')}
          inputMode="decimal"
          value={impact.costPerYear ?? ''}
          onChange={text => change('costPerYear', text.trim())}
        />
        <TextAreaField
          label={t('sloEditor.costNote')}
          rows={2}
          maxLength={1000}
          value={impact.costNote ?? ''}
          onChange={text => change('costNote', text)}
        />
        <TextField
          label={t('sloEditor.eventsPerDay')}
          inputMode="numeric"
          value={impact.eventsPerDay ?? ''}
          onChange={text => change('eventsPerDay', text.trim())}
        />
      </Stack>
    </Field>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
});

const Pair = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 7rem',
  alignItems: 'end',
  gap: 'var(--bui-space-3)',
});
