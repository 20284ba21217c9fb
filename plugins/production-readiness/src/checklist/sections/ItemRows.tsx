import { styled } from '@mui/material/styles';
import {
  itemStartsAt,
  localize,
} from '@prodready/backstage-plugin-production-readiness-common';
import { exactDay } from '../../time';
import { HOVER_BACKGROUND } from '../../theme/hover';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { ItemState } from '../item/ItemState';
import { OpenButton } from '../item/OpenButton';

/**
 * Items one per line: what is checked, where it stands, and its id, small and
 * last.
 *
 * @internal
 */
export function ItemRows(props: {
  items: WordedItem[];
  /** The present by the server, in milliseconds. */
  now: number;
  /** Leaves out that an item is optional, where none is asked for. */
  neverOptional?: boolean;
  onOpen: (itemId: string) => void;
}) {
  return (
    <List>
      {props.items.map(item => (
        <ItemRow
          key={item.view.itemId}
          item={item}
          now={props.now}
          neverOptional={props.neverOptional}
          onOpen={() => props.onOpen(item.view.itemId)}
        />
      ))}
    </List>
  );
}

function ItemRow(props: {
  item: WordedItem;
  now: number;
  neverOptional?: boolean;
  onOpen: () => void;
}) {
  const { t, language } = useReadinessTranslation();
  const { view, words } = props.item;
  const startsAt = itemStartsAt(words);
  const comment = view.state === 'returned' ? view.answer?.comment : undefined;

  return (
    <Row data-item={view.itemId} data-state={view.state}>
      <Title>
        <OpenButton onPress={props.onOpen}>
          {localize(words.title, language)}
        </OpenButton>
        {!props.neverOptional &&
          !view.required &&
          view.state !== 'upcoming' && (
            <Quiet> {t('checklist.row.optional')}</Quiet>
          )}
        {comment && (
          <Comment>{t('checklist.row.comment', { comment })}</Comment>
        )}
      </Title>
      <State>
        <ItemState view={view} now={props.now} />
        {view.state === 'upcoming' && startsAt !== undefined && (
          <Quiet>
            {' '}
            {t('checklist.row.starts', { day: exactDay(startsAt, language) })}
          </Quiet>
        )}
      </State>
      <Id>{view.itemId}</Id>
    </Row>
  );
}

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

const Row = styled('li')({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 18.5rem) 4rem',
  alignItems: 'start',
  gap: '2px var(--bui-space-4)',
  padding: 'var(--bui-space-2)',
  margin: '0 calc(-1 * var(--bui-space-2))',
  borderRadius: 'var(--bui-radius-2)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: '20px',
  '&:hover': { backgroundColor: HOVER_BACKGROUND },
  '@media (max-width: 767px)': {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateAreas: '"title title" "state id"',
  },
});

const Title = styled('div')({
  minWidth: 0,
  '@media (max-width: 767px)': { gridArea: 'title' },
});

const State = styled('div')({
  minWidth: 0,
  '@media (max-width: 767px)': { gridArea: 'state' },
});

const Id = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
  textAlign: 'right',
  whiteSpace: 'nowrap',
  '@media (max-width: 767px)': { gridArea: 'id' },
});

const Quiet = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});

const Comment = styled('div')({
  color: 'var(--bui-fg-secondary)',
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
});
