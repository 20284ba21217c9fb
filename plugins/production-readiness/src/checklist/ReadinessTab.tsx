import { Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { LoadingState } from '../layout';
import { ReadinessProviders } from '../query';
import { ReadinessContent } from './ReadinessContent';

/**
 * The tab *Readiness* of an entity's page.
 *
 * @public
 */
export function ReadinessTab() {
  const { entity } = useEntity();
  return (
    <ReadinessProviders>
      <Suspense fallback={<LoadingState />}>
        <ReadinessContent entityRef={stringifyEntityRef(entity)} />
      </Suspense>
    </ReadinessProviders>
  );
}
