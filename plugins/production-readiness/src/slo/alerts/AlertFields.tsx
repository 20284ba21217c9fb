import { TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  ALERT_RESPONSES,
  type AlertInput,
  type EntitySlosView,
  isHttpUrl,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Choices } from '../editor/Choices';
import { Field } from '../journeys/JourneyFields';
import { useSloWords } from '../words/useSloWords';

/** In place of an SLO's id, since a choice is a text. */
const NO_SLO = 'none';

/** What is missing in an alert. @internal */
export interface AlertProblems {
  name?: string;
  runbook?: string;
}

/** Finds what is missing in an alert. @internal */
export function useAlertProblems() {
  const { t } = useSloWords();
  return (alert: AlertInput): AlertProblems => ({
    ...(alert.name.trim() === '' && { name: t('sloChain.problem.name') }),
    ...(alert.runbookUrl !== null &&
      !isHttpUrl(alert.runbookUrl) && {
        runbook: t('sloChain.problem.runbook'),
      }),
  });
}

/**
 * The fields of an alert: what it protects, whom it calls, and what that
 * person does first.
 *
 * @internal
 */
export function AlertFields(props: {
  alert: AlertInput;
  view: EntitySlosView;
  problems: AlertProblems;
  onChange: (alert: AlertInput) => void;
}) {
  const words = useSloWords();
  const { t } = words;
  const { alert, view, problems } = props;
  const change = (part: Partial<AlertInput>) =>
    props.onChange({ ...alert, ...part });
  return (
    <Stack>
      <Field problem={problems.name}>
        <TextField
          label={t('sloChain.field.name')}
          description={t('sloChain.field.nameHint')}
          value={alert.name}
          maxLength={200}
          isInvalid={problems.name !== undefined}
          onChange={name => change({ name })}
        />
      </Field>
      {view.slos.length > 0 && (
        <Choices
          label={t('sloChain.field.slo')}
          value={alert.sloId ?? NO_SLO}
          options={[
            ...view.slos.flatMap(slo => {
              const shown = slo.inForce ?? slo.proposal;
              return shown
                ? [{ value: slo.id, label: words.promise(shown.material) }]
                : [];
            }),
            { value: NO_SLO, label: t('sloChain.field.sloNone') },
          ]}
          onChange={value => change({ sloId: value === NO_SLO ? null : value })}
        />
      )}
      <Choices
        label={t('sloChain.field.response')}
        value={alert.response}
        options={ALERT_RESPONSES.map(value => ({
          value,
          label: t(`sloChain.responseLong.${value}`),
        }))}
        onChange={response => change({ response })}
      />
      <Choices
        label={t('sloChain.field.severity')}
        value={alert.severity}
        options={view.severities.map(value => ({ value, label: value }))}
        onChange={severity => change({ severity })}
      />
      <Field problem={problems.runbook}>
        <TextField
          label={t('sloChain.field.runbook')}
          description={t('sloChain.field.runbookHint')}
          inputMode="url"
          value={alert.runbookUrl ?? ''}
          isInvalid={problems.runbook !== undefined}
          onChange={url =>
            change({ runbookUrl: url.trim() === '' ? null : url.trim() })
          }
        />
      </Field>
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
});
