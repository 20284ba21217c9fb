import { useState } from 'react';
import { Button, SearchField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type RecordHolder } from '@prodready/backstage-plugin-production-readiness-common';
import { RiInboxArchiveLine } from '@remixicon/react';
import {
  EmptyState,
  ErrorNotice,
  LoadingState,
  PageSection,
  SidePanel,
} from '../../layout';
import { RelativeTime } from '../../time';
import { useStudioTranslation } from '../../translations';
import { MoveRecords } from './MoveRecords';
import { useLostRecords } from './useRecords';
import { useRecordsInWords } from './useRecordsInWords';

/**
 * Entities that the catalog no longer has and whose records nobody sees, each
 * with the way to give them to the entity that it has become.
 *
 * @internal
 */
export function LostRecords() {
  const { t } = useStudioTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<RecordHolder>();
  const [open, setOpen] = useState(false);
  const lost = useLostRecords(text.trim());
  const entities = lost.data?.entities ?? [];

  return (
    <PageSection title={t('records.title')}>
      <Lead>{t('records.lead')}</Lead>
      {(text !== '' || entities.length > 0) && (
        <Search>
          <SearchField
            size="small"
            aria-label={t('records.search')}
            placeholder={t('records.search')}
            maxLength={200}
            value={text}
            onChange={setText}
          />
        </Search>
      )}
      {lost.isError && !lost.data && (
        <ErrorNotice error={lost.error} onRetry={() => lost.refetch()} />
      )}
      {lost.isPending && <LoadingState rows={3} />}
      {lost.data && entities.length === 0 && (
        <EmptyState
          Icon={RiInboxArchiveLine}
          title={t(text === '' ? 'records.none' : 'records.noMatch')}
        >
          {text === '' && t('records.noneHint')}
        </EmptyState>
      )}
      <List>
        {entities.map(one => (
          <LostEntity
            key={`${one.ref} ${one.uid}`}
            entity={one}
            onMove={() => {
              setChosen(one);
              setOpen(true);
            }}
          />
        ))}
      </List>
      {lost.data?.hasMore && <Lead>{t('records.more')}</Lead>}
      <SidePanel
        open={open}
        onClose={() => setOpen(false)}
        title={t('records.moveTitle', { name: chosen?.title ?? '' })}
        subtitle={chosen?.ref}
      >
        {chosen && (
          <MoveRecords
            key={`${chosen.ref} ${chosen.uid}`}
            from={chosen}
            onDone={() => setOpen(false)}
          />
        )}
      </SidePanel>
    </PageSection>
  );
}

function LostEntity(props: { entity: RecordHolder; onMove: () => void }) {
  const { t } = useStudioTranslation();
  const inWords = useRecordsInWords();
  const { entity } = props;
  return (
    <li>
      <div>
        <strong>{entity.title}</strong> <Ref>{entity.ref}</Ref>
        <Detail>
          {inWords(entity.records)}
          {entity.goneSince !== null && (
            <>
              {' · '}
              {t('records.gone')} <RelativeTime at={entity.goneSince} />
            </>
          )}
        </Detail>
      </div>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('records.moveOf', { name: entity.title })}
        onPress={props.onMove}
      >
        {t('records.move')}
      </Button>
    </li>
  );
}

const Lead = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  maxWidth: '80ch',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

const Search = styled('div')({
  maxWidth: 360,
  marginBottom: 'var(--bui-space-3)',
});

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 'var(--bui-space-2) var(--bui-space-4)',
    padding: 'var(--bui-space-3) 0',
    borderTop: '1px solid var(--bui-border-1)',
  },
  '& > li > div': { minWidth: 0, overflowWrap: 'anywhere' },
});

const Ref = styled('small')({ color: 'var(--bui-fg-secondary)' });

const Detail = styled('div')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
});
