import { TextAreaField, TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type JourneyInput } from '@prodready/backstage-plugin-production-readiness-common';
import { useSloTranslation } from '../../translations';
import { Choices } from '../editor/Choices';

/** What is missing in a journey. @internal */
export interface JourneyProblems {
  title?: string;
  beneficiary?: string;
}

/** Finds what is missing in a journey. @internal */
export function useJourneyProblems() {
  const { t } = useSloTranslation();
  return (journey: JourneyInput): JourneyProblems => ({
    ...(journey.title.trim() === '' && {
      title: t('slo.editor.problem.title'),
    }),
    ...(journey.beneficiary.trim() === '' && {
      beneficiary: t('slo.editor.problem.beneficiary'),
    }),
  });
}

/**
 * The fields of a journey: what somebody wants to get done, and who suffers.
 *
 * @internal
 */
export function JourneyFields(props: {
  journey: JourneyInput;
  onChange: (journey: JourneyInput) => void;
  problems: JourneyProblems;
}) {
  const { t } = useSloTranslation();
  const { journey, problems } = props;
  const change = (part: Partial<JourneyInput>) =>
    props.onChange({ ...journey, ...part });
  return (
    <Stack>
      <Field problem={problems.title}>
        <TextField
          label={t('slo.journeys.field.title')}
          description={t('slo.journeys.field.titleHint')}
          value={journey.title}
          maxLength={160}
          isInvalid={problems.title !== undefined}
          onChange={title => change({ title })}
        />
      </Field>
      <Field problem={problems.beneficiary}>
        <TextField
          label={t('slo.journeys.field.beneficiary')}
          description={t('slo.journeys.field.beneficiaryHint')}
          value={journey.beneficiary}
          maxLength={160}
          isInvalid={problems.beneficiary !== undefined}
          onChange={beneficiary => change({ beneficiary })}
        />
      </Field>
      <Choices
        label={t('slo.journeys.field.kind')}
        value={journey.kind}
        options={(['user', 'machine'] as const).map(kind => ({
          value: kind,
          label: t(`slo.journeys.kind.${kind}`),
        }))}
        onChange={kind => change({ kind })}
      />
      <Choices
        label={t('slo.journeys.field.importance')}
        value={journey.importance}
        options={(['critical', 'important', 'normal'] as const).map(
          importance => ({
            value: importance,
            label: t(`slo.journeys.importanceLong.${importance}`),
          }),
        )}
        onChange={importance => change({ importance })}
      />
      <TextAreaField
        label={t('slo.journeys.field.text')}
        rows={3}
        maxLength={4000}
        value={journey.text ?? ''}
        onChange={text => change({ text: text === '' ? undefined : text })}
      />
    </Stack>
  );
}

/** A field and, below it, what is wrong with it. @internal */
export function Field(props: { problem?: string; children: JSX.Element }) {
  return (
    <div>
      {props.children}
      {props.problem && <Problem role="alert">{props.problem}</Problem>}
    </div>
  );
}

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-4)' });

const Problem = styled('div')({
  marginTop: 'var(--bui-space-1)',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-negative-fg-subdued)',
  lineHeight: 1.6,
});
