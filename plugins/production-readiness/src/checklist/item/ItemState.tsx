import type { ItemView } from '@prodready/backstage-plugin-production-readiness-common';
import { EntityName } from '../../people';
import { StateBadge } from '../../state';
import { RelativeTime } from '../../time';
import { useReadinessTranslation } from '../../translations';
import { displayState } from './displayState';

/**
 * The state of an item in words: what it is, whom it waits for, since when.
 *
 * @internal
 */
export function ItemState(props: {
  view: ItemView;
  /** As the heading of a drawer. */
  filled?: boolean;
  /** The present by the server, in milliseconds. */
  now: number;
}) {
  const { view, now } = props;
  const state = displayState(view);
  return (
    <StateBadge family="checklist" state={state} filled={props.filled}>
      <StateDetail view={view} state={state} now={now} />
    </StateBadge>
  );
}

function StateDetail(props: {
  view: ItemView;
  state: ReturnType<typeof displayState>;
  now: number;
}) {
  const { t } = useReadinessTranslation();
  const { view, state, now } = props;
  if (state === 'waiting') return <WaitsFor view={view} now={now} />;
  if (view.staleSince !== undefined) {
    const when = <RelativeTime at={view.staleSince} now={now} />;
    return t('checklist.row.stale', { when });
  }
  if (view.validUntil !== null && (state === 'lapsed' || state === 'due')) {
    const when = <RelativeTime at={view.validUntil} now={now} />;
    return state === 'due' ? t('checklist.row.due', { when }) : when;
  }
  if (view.inherited?.ref && !view.inherited.overridden && view.satisfied) {
    const who = <EntityName entityRef={view.inherited.ref} />;
    return t('checklist.row.inherited', { who });
  }
  return null;
}

/** For whom, and since when. */
function WaitsFor({ view, now }: { view: ItemView; now: number }) {
  const { t } = useReadinessTranslation();
  if (view.move === 'slo-owner') return <>{t('checklist.row.waitsForOwner')}</>;
  const waits = view.reviewerRef
    ? t('checklist.row.waitsFor', {
        who: <EntityName entityRef={view.reviewerRef} />,
      })
    : t('checklist.row.waitsForSecond');
  if (view.answer?.decision !== 'waiting') return <>{waits}</>;
  return t('checklist.row.waitsSince', {
    waits,
    when: <RelativeTime at={view.answer.at} now={now} />,
  });
}
