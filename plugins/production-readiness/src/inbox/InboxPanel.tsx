import { Button } from '@backstage/ui';
import { type InboxItem } from '@prodready/backstage-plugin-production-readiness-common';
import { SidePanel } from '../layout';
import { useReadinessTranslation } from '../translations';

/**
 * Takes care of one thing, in the drawer that the entity's own page has too.
 *
 * @internal
 */
export function InboxPanel(props: {
  /** Which one is open, as the URL says. */
  openId: string | undefined;
  items: InboxItem[];
  onClose: () => void;
}) {
  const { t } = useReadinessTranslation();
  return (
    <SidePanel
      open={props.openId !== undefined}
      onClose={props.onClose}
      title={t('inbox.gone.title')}
      footer={<Button onPress={props.onClose}>{t('inbox.gone.action')}</Button>}
    >
      {t('inbox.gone.text')}
    </SidePanel>
  );
}
