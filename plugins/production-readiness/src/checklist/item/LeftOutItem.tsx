import { styled } from '@mui/material/styles';
import { RiFileSearchLine, RiInboxArchiveLine } from '@remixicon/react';
import { EmptyState, LoadingState } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { useItemHistory } from '../data/useItemHistory';
import { ItemHistory } from './ItemHistory';

/**
 * An item that the checklist of the entity does not have: one that a newer
 * version left out still tells what was answered and decided, for whoever
 * follows an old link; any other is said not to be there.
 *
 * @internal
 */
export function LeftOutItem(props: { entityRef: string; itemId: string }) {
  const { t } = useReadinessTranslation();
  const history = useItemHistory(props.entityRef, props.itemId);
  if (history.isPending) return <LoadingState rows={3} rowHeight={64} />;
  if (!history.data || history.data.events.length === 0) {
    return (
      <EmptyState
        Icon={RiFileSearchLine}
        title={t('checklist.item.notFound', { id: props.itemId })}
      >
        {t('checklist.item.notFoundBody')}
      </EmptyState>
    );
  }
  return (
    <Stack>
      <EmptyState
        Icon={RiInboxArchiveLine}
        title={t('checklist.item.leftOut', { id: props.itemId })}
      >
        {t('checklist.item.leftOutBody')}
      </EmptyState>
      <ItemHistory {...props} />
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-5)',
  fontSize: 'var(--bui-font-size-3)',
});
