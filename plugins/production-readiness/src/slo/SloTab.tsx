import { Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { LoadingState } from '../layout';
import { ReadinessProviders } from '../query';
import { SloContent } from './SloContent';

/**
 * The tab *SLO* of an entity's page.
 *
 * @public
 */
export function SloTab() {
  const { entity } = useEntity();
  return (
    <ReadinessProviders>
      <Suspense fallback={<LoadingState />}>
        <SloContent entityRef={stringifyEntityRef(entity)} />
      </Suspense>
    </ReadinessProviders>
  );
}
