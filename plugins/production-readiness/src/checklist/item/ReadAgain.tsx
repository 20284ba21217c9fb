import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiRefreshLine } from '@remixicon/react';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useEvaluation } from '../data/useReadiness';

/**
 * For what is computed: nothing to fill in, but after a change in the catalog
 * nobody wants to wait for the next sweep.
 *
 * @internal
 */
export function ReadAgain({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const evaluation = useEvaluation(entityRef);
  return (
    <Stack>
      <p>{t('checklist.item.automatic')}</p>
      {evaluation.isError && <ErrorNotice error={evaluation.error} />}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiRefreshLine />}
          isPending={evaluation.isPending}
          onPress={() =>
            evaluation.mutate(undefined, {
              onSuccess: () => announce(t('checklist.headline.evaluated')),
            })
          }
        >
          {t('checklist.headline.evaluate')}
        </Button>
      </div>
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-3)',
  color: 'var(--bui-fg-secondary)',
  '& p': { margin: 0 },
});
