import { useState } from 'react';
import { Button, ButtonIcon } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { ErrorNotice } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { type DoneAction } from './useLogActions';

/**
 * Says what was done and offers to take it back. Stays until the next action,
 * so that nobody has to be quick.
 *
 * @internal
 */
export function DoneNotice(props: {
  action: DoneAction;
  onDismiss: () => void;
}) {
  const { t } = useReadinessTranslation();
  const { action } = props;
  const [pending, setPending] = useState(false);
  const undo = async () => {
    setPending(true);
    await action.undo?.();
    setPending(false);
  };
  return (
    <Frame>
      <RiCheckLine size={18} aria-hidden />
      <Message>
        {action.message}
        {action.similar > 0 && (
          <Similar>{t('toil.log.similar', { count: action.similar })}</Similar>
        )}
        {action.notCounted && (
          <Similar>{t('toilAllocation.notCounted')}</Similar>
        )}
        {action.undo && (
          <div>
            <Button
              size="small"
              variant="secondary"
              isPending={pending}
              onPress={undo}
            >
              {t('toil.log.undo')}
            </Button>
          </div>
        )}
        {action.undoError !== undefined && (
          <ErrorNotice
            error={action.undoError}
            title={t('toil.log.undoFailed')}
          />
        )}
      </Message>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiCloseLine />}
        aria-label={t('toil.log.dismiss')}
        onPress={props.onDismiss}
      />
    </Frame>
  );
}

const Frame = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: 'var(--bui-space-2)',
  padding:
    'var(--bui-space-2) var(--bui-space-2) var(--bui-space-2) var(--bui-space-3)',
  borderRadius: 'var(--bui-radius-2)',
  background: 'var(--bui-bg-neutral-2)',
  borderLeft: '3px solid var(--bui-fg-positive)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.5,
  '& > svg': { marginTop: 6, color: 'var(--bui-positive-fg-subdued)' },
});

const Message = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  justifyItems: 'start',
  paddingTop: 4,
});

const Similar = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});
