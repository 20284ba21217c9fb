import { useState } from 'react';
import { Button } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { portfolioRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { useQuery } from '@tanstack/react-query';
import { useReadinessClient } from '../../api';
import { ErrorNotice, LoadingState, PageSection } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { Trend } from './TrendView';

/**
 * How an entity stood over the last year. Asked for only when somebody wants
 * to see it: the page answers the question of today.
 *
 * @internal
 */
export function EntityTrend({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const [open, setOpen] = useState(false);
  return (
    <PageSection
      title={t('portfolioViews.trend.entityTitle')}
      actions={
        !open && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setOpen(true)}
          >
            {t('portfolioViews.trend.entityOpen')}
          </Button>
        )
      }
    >
      {open && <Loaded entityRef={entityRef} />}
    </PageSection>
  );
}

function Loaded({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const client = useReadinessClient();
  const trend = useQuery({
    queryKey: ['portfolio', 'trend of', entityRef],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(portfolioRoutes.getEntityTrend, {
        params: parseEntityRef(entityRef),
        signal,
      });
      return body;
    },
  });
  if (trend.isError) {
    return (
      <ErrorNotice
        title={t('portfolioViews.trend.error')}
        error={trend.error}
        onRetry={() => trend.refetch()}
      />
    );
  }
  if (!trend.data) return <LoadingState rows={6} rowHeight={40} />;
  return <Trend trend={trend.data} ofEntity />;
}
