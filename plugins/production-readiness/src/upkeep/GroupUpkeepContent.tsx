import { Suspense } from 'react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { LoadingState } from '../layout';
import { ReadinessProviders } from '../query';
import { TeamUpkeep } from './TeamUpkeep';

/**
 * The tab *Upkeep* on a Group's page.
 *
 * @public
 */
export function GroupUpkeepContent() {
  const { entity } = useEntity();
  return (
    <ReadinessProviders>
      <Suspense fallback={<LoadingState />}>
        <TeamUpkeep
          group={{
            namespace: entity.metadata.namespace ?? 'default',
            name: entity.metadata.name,
          }}
        />
      </Suspense>
    </ReadinessProviders>
  );
}
