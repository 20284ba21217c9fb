import { parseEntityRef } from '@backstage/catalog-model';
import {
  recordedMinutes,
  toilRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useReadinessClient } from '../../api';
import { useToilFormat } from '../../toil/useToilFormat';
import { useReadinessTranslation } from '../../translations';

/**
 * How much of its team's work an entity took. Nothing where that may not be
 * seen: the team's part beside it says why.
 *
 * @internal
 */
export function EntityLine({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const client = useReadinessClient();
  const { data } = useQuery({
    queryKey: ['toil', 'entity', entityRef],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(toilRoutes.getEntityToil, {
        params: parseEntityRef(entityRef),
        query: {},
        signal,
      });
      return body;
    },
  });
  if (data?.access !== 'shown') return null;
  const minutes = recordedMinutes(data.totals);
  // Few entries name an entity; saying so on each page would be noise.
  if (minutes === 0) return null;
  return (
    <Line>
      {t('toilFigures.entity.line', { hours: format.hours(minutes) })}
    </Line>
  );
}

const Line = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
