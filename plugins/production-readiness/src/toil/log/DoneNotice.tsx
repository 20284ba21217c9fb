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
      <Line>
        <RiCheckLine size={18} aria-hidden />
        <span>
          {action.message}
          {action.similar > 0 && (
            <Similar>
              {t('toil.log.similar', { count: action.similar })}
            </Similar>
          )}
        </span>
        {action.undo && (
          <Button
            size="small"
            variant="secondary"
            isPending={pending}
            onPress={undo}
          >
            {t('toil.log.undo')}
          </Button>
        )}
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('toil.log.dismiss')}
          onPress={props.onDismiss}
        />
      </Line>
      {action.undoError !== undefined && (
        <ErrorNotice
          error={action.undoError}
          title={t('toil.log.undoFailed')}
        />
      )}
    </Frame>
  );
}

const Frame = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  padding:
    'var(--bui-space-2) var(--bui-space-2) var(--bui-space-2) var(--bui-space-3)',
  borderRadius: 'var(--bui-radius-2)',
  background: 'var(--bui-positive-bg-subdued)',
  color: 'var(--bui-positive-fg-subdued)',
  fontSize: 'var(--bui-font-size-3)',
});

const Line = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 'var(--bui-space-2)',
  '& > span': { flex: 1, minWidth: 0 },
  '& > svg': { flex: 'none' },
});

const Similar = styled('span')({
  display: 'block',
  fontSize: 'var(--bui-font-size-2)',
});
