import { Button, TextAreaField, TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useSloTranslation } from '../../translations';
import { Choices } from '../editor/Choices';
import { Fold } from '../editor/Fold';
import { Field } from '../journeys/JourneyFields';
import {
  type PolicyDraft,
  type PolicyProblem,
  type StepDraft,
} from './policyDraft';

const CADENCES = ['quarterly', 'half-yearly', 'yearly'] as const;
const MOST_STEPS = 6;

interface FieldsProps {
  draft: PolicyDraft;
  problems: ReadonlySet<PolicyProblem>;
  onChange: (part: Partial<PolicyDraft>) => void;
}

/**
 * The fields of an error-budget policy.
 *
 * @internal
 */
export function PolicyFields(props: FieldsProps) {
  const { t } = useSloTranslation();
  const { draft, problems, onChange } = props;
  const problem = (name: PolicyProblem) =>
    problems.has(name) ? t(`sloPolicy.edit.problem.${name}`) : undefined;
  return (
    <Stack>
      <Field problem={problem('title')}>
        <TextField
          label={t('sloPolicy.edit.name')}
          value={draft.title}
          maxLength={160}
          isInvalid={problems.has('title')}
          onChange={title => onChange({ title })}
        />
      </Field>
      <TextAreaField
        label={t('sloPolicy.edit.purpose')}
        rows={3}
        maxLength={2000}
        value={draft.purpose}
        onChange={purpose => onChange({ purpose })}
      />
      <StepsFields {...props} />
      <TextAreaField
        label={t('sloPolicy.edit.exceptions')}
        rows={3}
        value={draft.exceptions}
        onChange={exceptions => onChange({ exceptions })}
      />
      <Field problem={problem('escalation')}>
        <TextAreaField
          label={t('sloPolicy.edit.escalation')}
          rows={3}
          maxLength={1000}
          value={draft.escalation}
          isInvalid={problems.has('escalation')}
          onChange={escalation => onChange({ escalation })}
        />
      </Field>
      <div>
        <IncidentFields {...props} />
        <Fold
          title={t('sloPolicy.edit.cadence')}
          note={t(`slo.decide.cadence.${draft.reviewCadence}`)}
        >
          <Choices
            label={t('sloPolicy.edit.cadence')}
            value={draft.reviewCadence}
            options={CADENCES.map(value => ({
              value,
              label: t(`slo.decide.cadence.${value}`),
            }))}
            onChange={reviewCadence => onChange({ reviewCadence })}
          />
        </Fold>
      </div>
    </Stack>
  );
}

function StepsFields({ draft, problems, onChange }: FieldsProps) {
  const { t } = useSloTranslation();
  const change = (index: number, part: Partial<StepDraft>) =>
    onChange({
      steps: draft.steps.map((one, place) =>
        place === index ? { ...one, ...part } : one,
      ),
    });
  const wrong = (['budgetLeft', 'action', 'responsible'] as const).filter(
    name => problems.has(name),
  );
  return (
    <Steps>
      <legend>{t('sloPolicy.edit.steps')}</legend>
      {draft.steps.length < MOST_STEPS && (
        <div>
          <Button
            size="small"
            variant="secondary"
            onPress={() =>
              onChange({
                steps: [
                  { budgetLeft: '', action: '', responsible: '' },
                  ...draft.steps,
                ],
              })
            }
          >
            {t('sloPolicy.edit.addStep')}
          </Button>
        </div>
      )}
      {draft.steps.map((one, index) => {
        const isLast = index === draft.steps.length - 1;
        return (
          // They have no name of their own but their place from the end.
          <Step key={draft.steps.length - index}>
            {isLast ? (
              <strong>{t('sloPolicy.edit.budgetGone')}</strong>
            ) : (
              <Share>
                <TextField
                  label={t('sloPolicy.edit.budgetLeft')}
                  inputMode="numeric"
                  value={one.budgetLeft}
                  maxLength={2}
                  isInvalid={problems.has('budgetLeft')}
                  onChange={budgetLeft => change(index, { budgetLeft })}
                />
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() =>
                    onChange({
                      steps: draft.steps.filter((_, place) => place !== index),
                    })
                  }
                >
                  {t('sloPolicy.edit.removeStep')}
                </Button>
              </Share>
            )}
            <TextAreaField
              label={t('sloPolicy.edit.action')}
              rows={2}
              maxLength={1000}
              value={one.action}
              isInvalid={problems.has('action') && one.action.trim().length < 5}
              onChange={action => change(index, { action })}
            />
            <TextField
              label={t('sloPolicy.edit.responsible')}
              value={one.responsible}
              maxLength={160}
              isInvalid={
                problems.has('responsible') && one.responsible.trim() === ''
              }
              onChange={responsible => change(index, { responsible })}
            />
          </Step>
        );
      })}
      {wrong.map(name => (
        <Field key={name} problem={t(`sloPolicy.edit.problem.${name}`)}>
          <span />
        </Field>
      ))}
    </Steps>
  );
}

function IncidentFields({ draft, problems, onChange }: FieldsProps) {
  const { t } = useSloTranslation();
  const { incident } = draft;
  const change = (part: Partial<PolicyDraft['incident']>) =>
    onChange({ incident: { ...incident, ...part } });
  const isWrong = problems.has('incident');
  return (
    <Fold
      title={t('sloPolicy.edit.incident')}
      note={
        incident.budgetUsed.trim() === ''
          ? undefined
          : `${incident.budgetUsed.trim()}%`
      }
      open={isWrong}
    >
      <Field
        problem={isWrong ? t('sloPolicy.edit.problem.incident') : undefined}
      >
        <TextField
          label={t('sloPolicy.edit.incidentUsed')}
          inputMode="numeric"
          value={incident.budgetUsed}
          maxLength={3}
          isInvalid={isWrong}
          onChange={budgetUsed => change({ budgetUsed })}
        />
      </Field>
      <TextAreaField
        label={t('sloPolicy.edit.action')}
        rows={2}
        maxLength={1000}
        value={incident.action}
        onChange={action => change({ action })}
      />
      <TextField
        label={t('sloPolicy.edit.responsible')}
        value={incident.responsible}
        maxLength={160}
        onChange={responsible => change({ responsible })}
      />
    </Fold>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
});

const Steps = styled('fieldset')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  '& > legend': {
    padding: 0,
    marginBottom: 'var(--bui-space-2)',
    fontWeight: 600,
  },
});

const Step = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-3)',
  paddingLeft: 'var(--bui-space-4)',
  borderLeft: '3px solid var(--bui-border-2)',
});

const Share = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  justifyContent: 'space-between',
  gap: 'var(--bui-space-2)',
});
