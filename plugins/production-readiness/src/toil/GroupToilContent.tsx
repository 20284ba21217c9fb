import { useEntity } from '@backstage/plugin-catalog-react';
import { ReadinessProviders } from '../query';
import { TeamToil } from './TeamToil';

/**
 * The tab *Toil* on a Group's page.
 */
export function GroupToilContent() {
  const { entity } = useEntity();
  return (
    <ReadinessProviders>
      <TeamToil
        group={{
          namespace: entity.metadata.namespace ?? 'default',
          name: entity.metadata.name,
        }}
      />
    </ReadinessProviders>
  );
}
