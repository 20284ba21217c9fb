import { SidePanel } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { type GroupName } from '../useTeamToil';
import { LogAnywhere } from './LogAnywhere';
import { ShortcutSwitch } from './ShortcutSwitch';

/**
 * The quick log in a side panel, over whatever page somebody is on.
 *
 * @internal
 */
export function LogPanel(props: {
  open: boolean;
  onClose: () => void;
  group?: GroupName;
  entityRef?: string;
}) {
  const { t } = useReadinessTranslation();
  const { open, onClose, ...about } = props;
  return (
    <SidePanel
      open={open}
      onClose={onClose}
      title={t('toil.log.title')}
      width={440}
    >
      <LogAnywhere {...about} focusAgain />
      <ShortcutSwitch />
    </SidePanel>
  );
}
