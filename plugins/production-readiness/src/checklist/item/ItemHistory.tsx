import { styled } from '@mui/material/styles';
import type { ItemEvent } from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, LoadingState } from '../../layout';
import { RelativeTime } from '../../time';
import { useReadinessTranslation } from '../../translations';
import { useItemHistory } from '../data/useItemHistory';
import { EvidenceText } from './EvidenceText';
import { Part } from './Part';

/**
 * What happened to an item, newest first.
 *
 * @internal
 */
export function ItemHistory(props: { entityRef: string; itemId: string }) {
  const { t } = useReadinessTranslation();
  const history = useItemHistory(props.entityRef, props.itemId);
  return (
    <Part title={t('checklist.item.history')}>
      {history.isPending && <LoadingState rows={2} rowHeight={28} />}
      {history.isError && (
        <ErrorNotice
          error={history.error}
          title={t('checklist.item.historyFailed')}
          onRetry={() => history.refetch()}
        />
      )}
      {history.data?.events.length === 0 && (
        <Quiet>{t('checklist.item.noHistory')}</Quiet>
      )}
      {history.data && history.data.events.length > 0 && (
        <Events>
          {history.data.events.map((event, index) => (
            <Event
              key={`${event.at} ${index}`}
              event={event}
              now={history.data.asOf}
            />
          ))}
        </Events>
      )}
    </Part>
  );
}

const KNOWN_ACTIONS = [
  'attested',
  'accepted',
  'returned',
  'lapsed',
  'regressed',
  'passed',
  'withdrawn',
  'taken_over',
  'reconfirmed',
  'self_certified',
  'fact_failed',
  'fact_unread',
] as const;

/** What happened to a waiver, by the last part of the action. */
const WAIVER_ACTION =
  /(exemption|not_applicable)_(requested|approved|returned|withdrawn|revoked)$/;

type WaiverEvent = `${'exemption' | 'not_applicable'}_${
  | 'requested'
  | 'approved'
  | 'returned'
  | 'withdrawn'
  | 'revoked'}`;

function Event({ event, now }: { event: ItemEvent; now: number }) {
  const { t } = useReadinessTranslation();
  const waiver = WAIVER_ACTION.exec(event.action)?.[0] as
    | WaiverEvent
    | undefined;
  const known =
    waiver ?? KNOWN_ACTIONS.find(action => event.action.endsWith(action));
  return (
    <li>
      <div>
        {event.actor !== 'system' && (
          <>
            <strong>{event.actorName ?? event.actor}</strong>
            {t('checklist.event.by')}
          </>
        )}
        {t(`checklist.event.${known ?? 'other'}`)}{' '}
        <Quiet>
          <RelativeTime at={event.at} now={now} />
        </Quiet>
        {event.actingService !== null && (
          <Quiet>
            {' '}
            {t('checklist.event.via', { service: event.actingService })}
          </Quiet>
        )}
      </div>
      {event.evidence && <EvidenceText evidence={event.evidence} />}
      {event.comment !== null && <Comment>{event.comment}</Comment>}
    </li>
  );
}

const Events = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: '0 0 0 var(--bui-space-4)',
  borderLeft: '2px solid var(--bui-border-1)',
  display: 'grid',
  gap: 'var(--bui-space-4)',
  lineHeight: 1.5,
  '& strong': { fontWeight: 600 },
});

const Comment = styled('p')({
  margin: 0,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});

const Quiet = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
