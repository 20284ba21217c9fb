import { Container } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useNavigate } from 'react-router-dom';
import { useEntityTabLink } from '../entity';
import {
  ErrorNotice,
  LoadingState,
  PageSection,
  usePanelParam,
} from '../layout';
import { ReadinessProviders } from '../query';
import { DelegationSection } from '../slo';
import { useReadinessTranslation } from '../translations';
import { InboxList } from './InboxList';
import { InboxPanel } from './InboxPanel';
import { useInbox } from './useInbox';

/**
 * What waits for me: accepted, signed and renewed in place, in the same
 * drawers as on the entity.
 *
 * @internal
 */
export function InboxPage() {
  return (
    <ReadinessProviders>
      <Inbox />
    </ReadinessProviders>
  );
}

function Inbox() {
  const { t } = useReadinessTranslation();
  const inbox = useInbox();
  const panel = usePanelParam('open');
  const delegation = usePanelParam('delegation');
  const navigate = useNavigate();
  const tabLink = useEntityTabLink();
  const open = (id: string) => {
    const item = inbox.data?.items.find(one => one.id === id);
    const subject = item?.subject;
    if (subject?.type === 'delegation') delegation.open(subject.delegationId);
    else if (item && subject?.type === 'session') {
      navigate(tabLink(item.entityRef, 'upkeep'));
    } else if (item && subject?.type === 'release') {
      navigate(tabLink(item.entityRef, 'readiness'));
    } else panel.open(id);
  };
  const total = inbox.data?.total;

  return (
    <Container>
      <Area>
        <PageSection
          title={t('inbox.title')}
          note={total ? t('inbox.count', { count: total }) : undefined}
        >
          {inbox.isError && !inbox.data && (
            <ErrorNotice
              title={t('inbox.error')}
              error={inbox.error}
              onRetry={() => inbox.refetch()}
            />
          )}
          {inbox.isPending && <LoadingState rows={5} rowHeight={64} />}
          {inbox.data && <InboxList inbox={inbox.data} onOpen={open} />}
        </PageSection>
        <DelegationSection />
      </Area>
      {inbox.data && (
        <InboxPanel
          openId={panel.value}
          items={inbox.data.items}
          onClose={panel.close}
        />
      )}
    </Container>
  );
}

const Area = styled('div')({
  maxWidth: 1040,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
  paddingBottom: 'var(--bui-space-8)',
});
