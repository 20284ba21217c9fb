import { useRef } from 'react';
import { Button } from '@backstage/ui';
import { type InboxItem } from '@prodready/backstage-plugin-production-readiness-common';
import { ItemPanel } from '../checklist';
import { SidePanel, usePanelParam } from '../layout';
import { ReviewPanel } from '../review';
import { PolicyPanel, SloDecisionPanel } from '../slo';
import { useReadinessTranslation } from '../translations';

/**
 * Takes care of one thing, in the drawer that the entity's own page has too.
 * It stays open on what was just done although the list no longer has it.
 *
 * @internal
 */
export function InboxPanel(props: {
  /** Which one is open, as the URL says. */
  openId: string | undefined;
  items: InboxItem[];
  onClose: () => void;
}) {
  const { openId, onClose } = props;
  const item = usePanelParam('item');
  const last = useRef<InboxItem>();
  const listed = props.items.find(({ id }) => id === openId);
  if (listed) last.current = listed;

  // The last one is still drawn while the drawer slides away.
  const drawn = last.current;
  const open = openId !== undefined && drawn?.id === openId;
  return (
    <>
      <GonePanel open={openId !== undefined && !open} onClose={onClose} />
      {drawn?.subject.type === 'item' && (
        <ItemPanel
          entityRef={drawn.entityRef}
          itemId={open ? drawn.subject.itemId : undefined}
          showEntity
          onClose={onClose}
        />
      )}
      {drawn?.subject.type === 'review' && (
        <>
          <ReviewPanel
            reviewId={open ? drawn.subject.reviewId : undefined}
            showEntity
            onOpenItem={item.open}
            onClose={onClose}
          />
          <ItemPanel
            entityRef={drawn.entityRef}
            itemId={open ? item.value : undefined}
            showEntity
            onClose={item.close}
          />
        </>
      )}
      {drawn?.subject.type === 'budget-policy' && (
        <PolicyPanel
          policyId={open ? drawn.subject.policyId : undefined}
          version={drawn.subject.version}
          onClose={onClose}
        />
      )}
      {drawn?.subject.type === 'slo' && (
        <SloDecisionPanel
          sloId={open ? drawn.subject.sloId : undefined}
          version={drawn.subject.version}
          onClose={onClose}
        />
      )}
    </>
  );
}

// A link from yesterday, to something that someone took care of since.
function GonePanel(props: { open: boolean; onClose: () => void }) {
  const { t } = useReadinessTranslation();
  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      title={t('inbox.gone.title')}
      footer={<Button onPress={props.onClose}>{t('inbox.gone.action')}</Button>}
    >
      {t('inbox.gone.text')}
    </SidePanel>
  );
}
