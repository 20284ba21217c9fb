import { ButtonLink, Text } from '@backstage/ui';
import {
  type inboxRoutes,
  localize,
  type RouteResponse,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiInbox2Line } from '@remixicon/react';
import { useEntityTabLink } from '../entity';
import { EmptyState } from '../layout';
import { relativeTime } from '../time';
import { useReadinessTranslation } from '../translations';
import { groupByUrgency } from './groups';
import { InboxRow } from './InboxRow';

type Inbox = RouteResponse<typeof inboxRoutes.listInbox>;

/**
 * Everything that waits, under how urgent it is.
 *
 * @internal
 */
export function InboxList(props: {
  inbox: Inbox;
  onOpen: (id: string) => void;
}) {
  const { t, say } = useReadinessTranslation();
  const { inbox } = props;
  if (inbox.items.length === 0) return <NothingWaits inbox={inbox} />;
  return (
    <Groups>
      {groupByUrgency(inbox.items, inbox.asOf).map(({ urgency, items }) => (
        <section key={urgency} aria-label={say(`inbox.groups.${urgency}`)}>
          <Text as="h3" variant="body-medium" weight="bold">
            {say(`inbox.groups.${urgency}`)} <Number>{items.length}</Number>
          </Text>
          <ul>
            {items.map(item => (
              <InboxRow
                key={item.id}
                item={item}
                now={inbox.asOf}
                onOpen={() => props.onOpen(item.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {inbox.total > inbox.items.length && (
        <Text as="p" color="secondary">
          {t('inbox.cut', {
            shown: String(inbox.items.length),
            total: String(inbox.total),
          })}
        </Text>
      )}
    </Groups>
  );
}

function NothingWaits({ inbox }: { inbox: Inbox }) {
  const { t, language } = useReadinessTranslation();
  const tabLink = useEntityTabLink();
  const next = inbox.nextDue;
  return (
    <EmptyState
      Icon={RiInbox2Line}
      title={t('inbox.empty.title')}
      action={
        next && (
          <ButtonLink
            variant="secondary"
            href={tabLink(next.entityRef, 'readiness', { item: next.itemId })}
          >
            {t('inbox.empty.action')}
          </ButtonLink>
        )
      }
    >
      {next
        ? t('inbox.empty.nextDue', {
            title: localize(next.title, language),
            entity: next.entityTitle,
            time: relativeTime(next.at, inbox.asOf, language),
          })
        : t('inbox.empty.text')}
    </EmptyState>
  );
}

const Groups = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-5)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: '20px',
  '& ul': { margin: 0, padding: 0, listStyle: 'none' },
});

const Number = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontWeight: 'var(--bui-font-weight-regular)',
});
