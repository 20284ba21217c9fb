import { TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { Field } from '../journeys/JourneyFields';
import { useSloWords } from '../words/useSloWords';
import { Choices } from './Choices';
import { ExclusionFields } from './ExclusionFields';
import { Fold } from './Fold';
import { MeasurementFields } from './MeasurementFields';
import { type StepProps } from './Steps';
import { ValueFields } from './ValueFields';

const CADENCES = ['quarterly', 'half-yearly', 'yearly'] as const;

/**
 * What a number can do without: everything here may stay as it is.
 *
 * @internal
 */
export function DetailsStep(props: StepProps) {
  const { t } = useSloWords();
  const { draft, problems, onChange } = props;
  const { evidenceUrls } = draft.rationale;
  return (
    <Stack>
      <p>{t('sloEditor.intro')}</p>
      <Fold
        title={t('slo.decide.excluded')}
        note={
          draft.exclusions.length > 0
            ? String(draft.exclusions.length)
            : undefined
        }
        open={problems.exclusions !== undefined}
      >
        <ExclusionFields {...props} />
      </Fold>
      <Fold
        title={t('sloSigning.valueTitle')}
        open={problems.value !== undefined}
      >
        <ValueFields {...props} />
      </Fold>
      <Fold
        title={t('slo.chain.source')}
        note={draft.sli?.source}
        open={problems.measurement !== undefined}
      >
        <MeasurementFields {...props} />
      </Fold>
      <Fold
        title={t('slo.decide.evidence')}
        note={evidenceUrls.length > 0 ? String(evidenceUrls.length) : undefined}
        open={problems.evidence !== undefined}
      >
        <Field problem={problems.evidence}>
          <TextAreaField
            label={t('sloEditor.evidence')}
            rows={3}
            value={evidenceUrls.join('\n')}
            isInvalid={problems.evidence !== undefined}
            onChange={text =>
              onChange({
                rationale: {
                  ...draft.rationale,
                  evidenceUrls: text === '' ? [] : text.split('\n'),
                },
              })
            }
          />
        </Field>
      </Fold>
      <Fold
        title={t('slo.decide.next')}
        note={t(`slo.decide.cadence.${draft.reviewCadence}`)}
      >
        <Choices
          label={t('sloEditor.cadence')}
          value={draft.reviewCadence}
          options={CADENCES.map(value => ({
            value,
            label: t(`slo.decide.cadence.${value}`),
          }))}
          onChange={reviewCadence => onChange({ reviewCadence })}
        />
      </Fold>
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '& > p': {
    margin: '0 0 var(--bui-space-2)',
    color: 'var(--bui-fg-secondary)',
    lineHeight: 1.6,
  },
});
