import { Button, ButtonLink } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiInbox2Line, RiSeedlingLine } from '@remixicon/react';
import { usePagePath } from '../entity';
import { useInbox } from '../inbox/useInbox';
import { EmptyState } from '../layout';
import { inboxRouteRef } from '../routes';
import { useReadinessTranslation } from '../translations';

/**
 * For somebody whose teams own nothing: what waits for their decision, as for
 * an owner of SLOs, or else the way to the whole catalog.
 *
 * @internal
 */
export function NothingOwned(props: { onShowAll: () => void }) {
  const { t } = useReadinessTranslation();
  const inboxPath = usePagePath(inboxRouteRef);
  const { data } = useInbox();
  const waiting = inboxPath === undefined ? 0 : data?.total ?? 0;
  if (waiting === 0) {
    return (
      <EmptyState
        Icon={RiSeedlingLine}
        title={t('portfolio.empty.mineTitle')}
        action={
          <Button onPress={props.onShowAll}>
            {t('portfolio.empty.mineAction')}
          </Button>
        }
      >
        {t('portfolio.empty.mineText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      Icon={RiInbox2Line}
      title={t('portfolio.empty.waitingTitle', { count: waiting })}
      action={
        <Actions>
          <ButtonLink href={inboxPath}>
            {t('portfolio.empty.waitingAction')}
          </ButtonLink>
          <Button variant="secondary" onPress={props.onShowAll}>
            {t('portfolio.empty.mineAction')}
          </Button>
        </Actions>
      }
    >
      {t('portfolio.empty.waitingText')}
    </EmptyState>
  );
}

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'center',
  gap: 'var(--bui-space-2)',
});
