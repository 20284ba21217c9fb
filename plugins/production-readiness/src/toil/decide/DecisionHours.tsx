import { useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import { type ToilDecisionView } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import { hoursIn } from './hours';

/**
 * The hours that an automation is thought to take, to correct them.
 *
 * @internal
 */
export function DecisionHours(props: {
  decision: Pick<ToilDecisionView, 'buildHours' | 'upkeepHours'>;
  isPending: boolean;
  onSave: (hours: { buildHours: number; upkeepHours: number }) => void;
  onCancel: () => void;
}) {
  const { t } = useReadinessTranslation();
  const { decision, isPending, onSave, onCancel } = props;
  const [build, setBuild] = useState(String(decision.buildHours));
  const [upkeep, setUpkeep] = useState(String(decision.upkeepHours));
  const [tried, setTried] = useState(false);
  const buildHours = hoursIn(build);
  const upkeepHours = hoursIn(upkeep);
  const invalidWith = (hours: number | undefined) => ({
    validationBehavior: 'aria' as const,
    validate: () =>
      tried && hours === undefined ? t('toilFigures.automate.problem') : null,
  });
  return (
    <Form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setTried(true);
        if (buildHours === undefined || upkeepHours === undefined) return;
        onSave({ buildHours, upkeepHours });
      }}
    >
      <TextField
        label={t('toilFigures.automate.build')}
        inputMode="decimal"
        value={build}
        onChange={setBuild}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the button that opened it is gone
        autoFocus
        {...invalidWith(buildHours)}
      />
      <TextField
        label={t('toilFigures.automate.upkeep')}
        inputMode="decimal"
        value={upkeep}
        onChange={setUpkeep}
        {...invalidWith(upkeepHours)}
      />
      <div>
        <Button
          type="submit"
          size="small"
          variant="primary"
          isPending={isPending}
        >
          {t('toilFigures.decisions.saveHours')}
        </Button>
        <Button size="small" variant="tertiary" onPress={onCancel}>
          {t('toilFigures.decisions.keepHours')}
        </Button>
      </div>
    </Form>
  );
}

const Form = styled('form')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
  alignItems: 'start',
  gap: 'var(--bui-space-3)',
  flex: '1 1 100%',
  '& > div:last-of-type': {
    gridColumn: '1 / -1',
    display: 'flex',
    gap: 'var(--bui-space-2)',
  },
});
