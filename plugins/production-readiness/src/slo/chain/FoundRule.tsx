import { styled } from '@mui/material/styles';
import { type AlertRuleView } from '@prodready/backstage-plugin-production-readiness-common';
import { BreakableName } from '../../layout';
import { useSloTranslation } from '../../translations';
import { TextButton } from './Station';

/**
 * An alert rule that monitoring runs and nobody has written down: what it does,
 * and the way to write it down, so that somebody else can review it.
 *
 * @internal
 */
export function FoundRule(props: {
  rule: AlertRuleView;
  /** Undefined for whoever may not. */
  onWriteDown?: () => void;
}) {
  const { t } = useSloTranslation();
  const { rule } = props;
  return (
    <Frame>
      <span>
        <BreakableName name={rule.name} />
      </span>
      <small>
        {t('sloChain.foundRule', {
          response: t(`sloChain.response.${rule.response}`),
        })}
      </small>
      {props.onWriteDown && (
        <TextButton type="button" onClick={props.onWriteDown}>
          {t('sloChain.writeDown')}
        </TextButton>
      )}
    </Frame>
  );
}

const Frame = styled('div')({
  display: 'grid',
  minWidth: 0,
  overflowWrap: 'anywhere',
  '& > small': {
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
});
