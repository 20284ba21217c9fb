import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useReadinessTranslation } from '../../translations';
import { type GroupName } from '../useTeamToil';
import { LogPanel } from './LogPanel';

/**
 * Logs work for an entity: its team, and what it was for, are clear.
 *
 * @internal
 */
export function EntityLogButton(props: {
  group: GroupName;
  entityRef?: string;
}) {
  const { t } = useReadinessTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
        {t('toil.log.title')}
      </Button>
      <LogPanel open={open} onClose={() => setOpen(false)} {...props} />
    </>
  );
}
