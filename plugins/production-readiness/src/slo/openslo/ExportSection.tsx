import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { ErrorNotice } from '../../layout';
import { useSloTranslation } from '../../translations';
import { useOpenSloExport } from './useOpenSlo';

/**
 * Saves SLOs as OpenSLO, and says what has no field there and where it goes.
 *
 * @internal
 */
export function ExportSection({ entityRef }: { entityRef?: string }) {
  const { t } = useSloTranslation();
  const save = useOpenSloExport(entityRef);
  return (
    <Stack>
      <p>{t('openSlo.exportText')}</p>
      <div>
        <Button
          variant="secondary"
          isPending={save.isPending}
          onPress={() => save.mutate()}
        >
          {t(entityRef ? 'openSlo.export' : 'openSlo.exportAll')}
        </Button>
      </div>
      {save.isError && <ErrorNotice error={save.error} />}
      <details>
        <summary>{t('openSlo.lost.title')}</summary>
        <p>{t('openSlo.lost.text')}</p>
        <ul>
          {PLACES.map(([what, where]) => (
            <li key={what}>
              {t(`openSlo.lost.${what}`)}: <code>{where}</code>
            </li>
          ))}
        </ul>
      </details>
    </Stack>
  );
}

const PLACES = [
  ['owners', 'accountable-owner, accountable-role, signatures'],
  ['journey', 'journey'],
  ['rationale', 'rationale'],
  ['exclusions', 'exclusions'],
  ['policy', 'error-budget-policy, enforcement'],
  ['review', 'review-cadence'],
  ['windows', 'short-window'],
] as const;

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-3)',
  lineHeight: 1.6,
  '& p': { margin: 0 },
  '& summary': { cursor: 'pointer', fontWeight: 600 },
  '& ul': { margin: 'var(--bui-space-2) 0 0', paddingLeft: '1.25rem' },
  '& code': { overflowWrap: 'anywhere' },
});
