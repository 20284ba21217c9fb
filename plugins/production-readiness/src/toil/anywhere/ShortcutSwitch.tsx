import { Switch } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import { useShortcutSetting } from './shortcuts';

/** Says which single keys there are, and switches them off. @internal */
export function ShortcutSwitch() {
  const { t } = useReadinessTranslation();
  const [on, setOn] = useShortcutSetting();
  return (
    <Frame>
      <Switch
        isSelected={on}
        onChange={setOn}
        label={t('toilHelp.shortcuts')}
      />
      <p>{t('toilHelp.shortcutsHint')}</p>
    </Frame>
  );
}

const Frame = styled('div')({
  marginTop: 'var(--bui-space-5)',
  paddingTop: 'var(--bui-space-3)',
  borderTop: '1px solid var(--bui-border-1)',
  '& p': {
    margin: 'var(--bui-space-1) 0 0',
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
});
