import { styled } from '@mui/material/styles';
import {
  localize,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, LoadingState, SidePanel } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { joinItems, type WordedItem } from '../data/joinItems';
import { useChecklistWords } from '../data/useChecklistWords';
import { useReadiness } from '../data/useReadiness';
import { Inherited } from './Inherited';
import { ItemAction } from './ItemAction';
import { ItemExplanation } from './ItemExplanation';
import { ItemHistory } from './ItemHistory';
import { ItemState } from './ItemState';
import { LeftOutItem } from './LeftOutItem';
import { Standing } from './Standing';
import { Waivers } from './Waivers';

/**
 * One item of one entity beside the list that it came from: why it is asked,
 * what is known, the one thing to do about it, and what happened before. It
 * loads what it needs, so any page may show it.
 *
 * @internal
 */
export function ItemPanel(props: {
  /** A full reference in lower case. */
  entityRef: string;
  /** The panel is closed while there is none. */
  itemId: string | undefined;
  /** Says which entity it is, where the page around is not about one. */
  showEntity?: boolean;
  /** The entity as it stood; the panel then tells, and lets nothing be done. */
  past?: ReadinessView;
  onClose: () => void;
}) {
  const { t, language } = useReadinessTranslation();
  const present = useReadiness(props.entityRef);
  const readiness = props.past
    ? { ...present, data: props.past, isPending: false, error: null }
    : present;
  const digest = readiness.data?.checklist?.digest;
  const words = useChecklistWords(digest);
  const { itemId } = props;
  const item =
    itemId && readiness.data && words.data
      ? joinItems(readiness.data, words.data).get(itemId)
      : undefined;
  const failed = readiness.error ?? words.error;
  const loading =
    readiness.isPending || (digest !== undefined && words.isPending);

  let content = null;
  if (item && readiness.data) {
    content = (
      <ItemContent
        key={itemId}
        item={item}
        readiness={readiness.data}
        isPast={props.past !== undefined}
      />
    );
  } else if (failed) {
    content = (
      <ErrorNotice
        error={failed}
        title={t('checklist.error.load')}
        onRetry={() => {
          readiness.refetch();
          if (digest) words.refetch();
        }}
      />
    );
  } else if (loading) {
    content = <LoadingState rows={5} rowHeight={64} />;
  } else if (itemId) {
    content = (
      <LeftOutItem key={itemId} entityRef={props.entityRef} itemId={itemId} />
    );
  }

  return (
    <SidePanel
      open={itemId !== undefined}
      onClose={props.onClose}
      title={item ? localize(item.words.title, language) : itemId ?? ''}
      subtitle={
        item &&
        readiness.data && (
          <Subtitle
            item={item}
            now={readiness.data.asOf}
            isHeld={readiness.data.entity.kind === 'group'}
            entityTitle={
              props.showEntity ? readiness.data.entity.title : undefined
            }
          />
        )
      }
    >
      {content}
    </SidePanel>
  );
}

function Subtitle(props: {
  item: WordedItem;
  now: number;
  /** It is answered for others, and asked of nobody here. */
  isHeld: boolean;
  entityTitle?: string;
}) {
  const { t } = useReadinessTranslation();
  const { view, words } = props.item;
  return (
    <Line>
      {props.entityTitle && <strong>{props.entityTitle}</strong>}
      <ItemState view={view} now={props.now} filled />
      <span>{view.itemId}</span>
      {words.weight === 'high' && view.required && (
        <span>{t('checklist.item.weight')}</span>
      )}
      {!view.required && !props.isHeld && view.state !== 'upcoming' && (
        <span>{t('checklist.item.optional')}</span>
      )}
    </Line>
  );
}

function ItemContent(props: {
  item: WordedItem;
  readiness: ReadinessView;
  isPast: boolean;
}) {
  const { item, readiness, isPast } = props;
  return (
    <Stack>
      <ItemExplanation words={item.words} />
      <Inherited item={item} readiness={readiness} />
      <Standing item={item} now={readiness.asOf} />
      {!isPast && (
        <>
          <ItemAction item={item} readiness={readiness} />
          {/* What nobody asks for needs no excuse. */}
          {readiness.entity.kind !== 'group' && (
            <Waivers item={item} readiness={readiness} />
          )}
        </>
      )}
      <ItemHistory entityRef={readiness.entity.ref} itemId={item.view.itemId} />
    </Stack>
  );
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});

const Stack = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-6)',
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-primary)',
});
