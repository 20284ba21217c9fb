import { useRef } from 'react';
import { Container } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  ErrorNotice,
  LoadingState,
  PageSection,
  usePanelParam,
} from '../layout';
import { ReadinessProviders } from '../query';
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
  const list = useRef<HTMLDivElement>(null);
  const total = inbox.data?.total;

  const close = () => {
    panel.close();
    // What was taken care of left the list, and its button with it: the
    // focus would be lost at the top of the document.
    setTimeout(() => {
      if (document.activeElement === document.body) list.current?.focus();
    }, FOCUS_RETURN_MS);
  };

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
          {inbox.data && (
            <InboxList inbox={inbox.data} onOpen={panel.open} listRef={list} />
          )}
        </PageSection>
      </Area>
      {inbox.data && (
        <InboxPanel
          openId={panel.value}
          items={inbox.data.items}
          onClose={close}
        />
      )}
    </Container>
  );
}

/** The drawer's own closing, which moves the focus first. */
const FOCUS_RETURN_MS = 300;

const Area = styled('div')({
  maxWidth: 1040,
  paddingBottom: 'var(--bui-space-8)',
});
