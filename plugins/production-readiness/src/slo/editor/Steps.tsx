import { TextAreaField, TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type EntitySlosView,
  readTarget,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TryIt } from '../decision/TryIt';
import { Field, JourneyFields } from '../journeys/JourneyFields';
import { useRoleName } from '../words/useRoleName';
import { useSloWords } from '../words/useSloWords';
import { Choices } from './Choices';
import { DetailsStep } from './DetailsStep';
import { ServiceExamples } from './ServiceExamples';
import { PolicyChoice } from './PolicyChoice';
import { OTHER_JOURNEY, type SloDraft } from './sloDraft';
import { type Step, type StepProblems } from './useStepProblems';
import { WindowChoice } from './WindowChoice';

/** What each step works on. @internal */
export interface StepProps {
  draft: SloDraft;
  view: EntitySlosView;
  problems: StepProblems;
  onChange: (part: Partial<SloDraft>) => void;
}

/** The fields of one step. @internal */
export function StepFields({ step, ...props }: StepProps & { step: Step }) {
  switch (step) {
    case 'journey':
      return <JourneyStep {...props} />;
    case 'sentence':
      return <SentenceStep {...props} />;
    case 'target':
      return <TargetStep {...props} />;
    case 'window':
      return <WindowChoice {...props} />;
    case 'details':
      return <DetailsStep {...props} />;
    default:
      return <WhyStep {...props} />;
  }
}

function JourneyStep({ draft, view, problems, onChange }: StepProps) {
  const { t } = useSloWords();
  const isNew = draft.journeyId === OTHER_JOURNEY;
  return (
    <Stack>
      {view.journeys.length > 0 && (
        <Field problem={problems.journey}>
          <Choices
            label={t('slo.editor.journeyTitle')}
            value={draft.journeyId}
            options={[
              ...view.journeys.map(one => ({
                value: one.id,
                label: one.title,
              })),
              { value: OTHER_JOURNEY, label: t('slo.editor.journeyNew') },
            ]}
            onChange={journeyId => onChange({ journeyId })}
          />
        </Field>
      )}
      {isNew && (
        <JourneyFields
          journey={draft.newJourney}
          problems={problems}
          onChange={newJourney => onChange({ newJourney })}
        />
      )}
      {isNew && (
        <ServiceExamples
          examples={kind => {
            const title = t(`sloNeed.journeys.${kind}`);
            const beneficiary = t(`sloNeed.suffers.${kind}`);
            return [
              {
                text: t('sloNeed.pair', { title, beneficiary }),
                onTake: () =>
                  onChange({
                    newJourney: {
                      ...draft.newJourney,
                      title,
                      beneficiary,
                      kind: kind === 'device' ? 'machine' : 'user',
                    },
                  }),
              },
            ];
          }}
        />
      )}
    </Stack>
  );
}

function SentenceStep({ draft, problems, onChange }: StepProps) {
  const { t } = useSloWords();
  return (
    <Stack>
      <Field problem={problems.sentence}>
        <TextAreaField
          label={t('slo.editor.sentenceTitle')}
          description={t('slo.editor.sentenceText')}
          placeholder={t('slo.editor.sentencePlaceholder')}
          rows={3}
          maxLength={1000}
          value={draft.sliText}
          isInvalid={problems.sentence !== undefined}
          onChange={sliText => onChange({ sliText })}
        />
      </Field>
      <ServiceExamples
        examples={kind =>
          (['one', 'two'] as const).map(place => {
            const text = t(`sloNeed.sentences.${kind}.${place}`);
            return { text, onTake: () => onChange({ sliText: text }) };
          })
        }
      />
    </Stack>
  );
}

function TargetStep({ draft, problems, onChange }: StepProps) {
  const { t } = useSloWords();
  const read = readTarget(draft.target);
  const valid = 'target' in read ? read.target : undefined;
  return (
    <Stack>
      <Field problem={problems.target}>
        <TextField
          label={t('slo.editor.targetLabel')}
          description={t('slo.editor.targetText')}
          inputMode="decimal"
          value={draft.target}
          isInvalid={problems.target !== undefined}
          onChange={target => onChange({ target })}
        />
      </Field>
      {valid && (
        <TryIt
          target={valid}
          tried={valid}
          onTry={target => onChange({ target })}
        />
      )}
    </Stack>
  );
}

function WhyStep({ draft, view, problems, onChange }: StepProps) {
  const { t } = useSloWords();
  const roleName = useRoleName();
  const { rationale } = draft;
  const present = view.owners.filter(one => !one.vacant);
  return (
    <Stack>
      <Field problem={problems.why}>
        <TextAreaField
          label={t('slo.editor.whyTitle')}
          description={t('slo.editor.whyText')}
          rows={4}
          maxLength={4000}
          value={rationale.text}
          isInvalid={problems.why !== undefined}
          onChange={text => onChange({ rationale: { ...rationale, text } })}
        />
      </Field>
      <Choices
        label={t('slo.editor.basisLabel')}
        value={rationale.basis}
        options={(
          ['observed', 'experiment', 'contract', 'ad-hoc'] as const
        ).map(basis => ({
          value: basis,
          label: t(`slo.decide.basis.${basis}`),
        }))}
        onChange={basis => onChange({ rationale: { ...rationale, basis } })}
      />
      {present.length > 1 && (
        <Choices
          label={t('slo.editor.roleLabel')}
          value={draft.accountableRole}
          options={present.map(({ role, holder }) => ({
            value: role,
            label: `${holder?.name ?? ''} (${roleName(role)})`,
          }))}
          onChange={accountableRole => onChange({ accountableRole })}
        />
      )}
      {present.length === 0 && <p>{t('slo.editor.noOwner')}</p>}
      <Choices
        label={t('slo.editor.enforcementLabel')}
        value={draft.enforcement}
        options={(['aspirational', 'permissive', 'enforcing'] as const).map(
          enforcement => ({
            value: enforcement,
            label: t(`slo.decide.enforcement.${enforcement}`),
          }),
        )}
        onChange={enforcement => onChange({ enforcement })}
      />
      <PolicyChoice
        policies={view.budgetPolicies}
        value={draft.policyRef}
        onChange={policyRef => onChange({ policyRef })}
      />
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
});
