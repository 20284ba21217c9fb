import { FormEvent, useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import { type ToilReport } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { type GroupName } from '../useTeamToil';
import { useFigureWrites } from './useFigures';

/**
 * What the team aims at, from this week on.
 *
 * @internal
 */
export function TargetsForm(props: {
  group: GroupName;
  report: ToilReport;
  onClose: () => void;
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { group, report, onClose } = props;
  const { setTargets } = useFigureWrites(group);
  const { changes, organisation, version } = report.targets;
  const now = changes[changes.length - 1] ?? organisation;
  const [toil, setToil] = useState(String(now.toil));
  const [reactive, setReactive] = useState(String(now.reactive));
  const [tried, setTried] = useState(false);
  const values = { toil: percentIn(toil), reactive: percentIn(reactive) };
  const problem = (value: number | undefined) =>
    tried && value === undefined ? t('toilFigures.targets.problem') : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { toil: newToil, reactive: newReactive } = values;
    if (newToil === undefined || newReactive === undefined) return;
    try {
      await setTargets.mutateAsync({
        version,
        targets: { toil: newToil, reactive: newReactive },
      });
    } catch {
      return;
    }
    announce(t('toilFigures.targets.saved'));
    onClose();
  };

  return (
    <Form
      onSubmit={submit}
      noValidate
      aria-label={t('toilFigures.targets.title')}
    >
      <strong>{t('toilFigures.targets.title')}</strong>
      <Fields>
        <PercentField
          label={t('toilFigures.targets.toil')}
          value={toil}
          onChange={setToil}
          problem={problem(values.toil)}
        />
        <PercentField
          label={t('toilFigures.targets.reactive')}
          value={reactive}
          onChange={setReactive}
          problem={problem(values.reactive)}
        />
        <Button type="submit" isPending={setTargets.isPending}>
          {t('toilFigures.targets.save')}
        </Button>
        <Button variant="tertiary" onPress={onClose}>
          {t('toilFigures.targets.cancel')}
        </Button>
      </Fields>
      {setTargets.error && (
        <ErrorNotice
          error={setTargets.error}
          title={t('toilFigures.targets.failed')}
        />
      )}
    </Form>
  );
}

function PercentField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string;
}) {
  const { problem, ...field } = props;
  return (
    <TextField
      {...field}
      inputMode="decimal"
      autoComplete="off"
      validationBehavior="aria"
      validate={() => problem ?? null}
    />
  );
}

/** A percentage with at most one decimal, however it was typed. */
function percentIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(',', '.').trim();
  if (!/^\d{1,3}(\.\d)?$/.test(plain)) return undefined;
  const value = Number(plain);
  return value <= 100 ? value : undefined;
}

const Form = styled('form')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  padding: 'var(--bui-space-3) 0 var(--bui-space-4)',
});

const Fields = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  gap: 'var(--bui-space-2) var(--bui-space-3)',
  '& > div': { flex: '1 1 150px', maxWidth: 220 },
});
