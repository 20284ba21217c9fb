import { useState } from 'react';
import { Button, ButtonIcon, Link, Text } from '@backstage/ui';
import {
  firstDayOfWeek,
  recordedMinutes,
  type ToilCategory,
  type ToilEntryView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiDeleteBinLine, RiPencilLine } from '@remixicon/react';
import { ErrorNotice, LoadingState, usePanelParam } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { Swatch, NATURE_LOOKS } from '../natures';
import { useEntryName } from '../useLabel';
import { type GroupName, useToilEntries } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { ENTRY_PARAM } from './entryParam';

/** More are a press away, so that the figures stay near on a phone. */
const FEW = 6;

/**
 * What the team recorded in the chosen week, newest first. Each entry is the
 * team's: any member may change or delete it.
 *
 * @internal
 */
export function WeekEntries(props: {
  group: GroupName;
  week: string;
  running: boolean;
  /** Teams below have entries of their own, on their own pages. */
  hasTeamsBelow: boolean;
  categories: readonly ToilCategory[];
  onDelete: (entry: ToilEntryView) => Promise<void>;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { data, error, refetch } = useToilEntries(props.group, props.week);
  const [deleteError, setDeleteError] = useState<unknown>();
  const [all, setAll] = useState(false);
  const shown = data?.entries.slice(0, all ? undefined : FEW) ?? [];
  const more = (data?.entries.length ?? 0) - FEW;
  const remove = async (entry: ToilEntryView) => {
    setDeleteError(undefined);
    try {
      await props.onDelete(entry);
    } catch (refused) {
      setDeleteError(refused);
      await refetch();
    }
  };
  return (
    <Frame>
      <Head>
        <Text as="h3" variant="body-large" weight="bold">
          {props.running
            ? t('toil.entries.title')
            : t('toil.entries.titleOther', {
                range: format.weekRange(firstDayOfWeek(props.week)),
              })}
        </Text>
        {data && data.entries.length > 0 && (
          <Total>
            {t('toil.entries.total', {
              time: format.duration(recordedMinutes(data.week.totals)),
            })}
          </Total>
        )}
      </Head>
      {deleteError !== undefined && <ErrorNotice error={deleteError} />}
      {!data && error && (
        <ErrorNotice
          error={error}
          title={t('toil.entries.failed')}
          onRetry={() => refetch()}
        />
      )}
      {!data && !error && <LoadingState rows={3} rowHeight={36} />}
      {data && data.entries.length === 0 && (
        <None>{t('toil.entries.none')}</None>
      )}
      {data && data.entries.length > 0 && (
        <>
          <List>
            {shown.map(entry => (
              <Entry
                key={entry.id}
                entry={entry}
                categories={props.categories}
                onDelete={() => remove(entry)}
              />
            ))}
          </List>
          {more > 0 && (
            <Button
              size="small"
              variant="tertiary"
              aria-expanded={all}
              onPress={() => setAll(!all)}
            >
              {all
                ? t('toil.where.fewer')
                : t('toil.where.all', { count: more })}
            </Button>
          )}
          <None>{t('toil.entries.anyone')}</None>
        </>
      )}
      {props.hasTeamsBelow && <None>{t('toil.entries.ownOnly')}</None>}
    </Frame>
  );
}

function Entry(props: {
  entry: ToilEntryView;
  categories: readonly ToilCategory[];
  onDelete: () => Promise<void>;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const nameOf = useEntryName(props.categories);
  const panel = usePanelParam(ENTRY_PARAM);
  const [deleting, setDeleting] = useState(false);
  const { entry } = props;
  const told = { time: format.duration(entry.minutes), what: nameOf(entry) };
  return (
    <Row>
      <Swatch
        aria-hidden
        style={{ background: NATURE_LOOKS[entry.nature].background }}
      />
      <div>
        <strong>{told.time}</strong> {told.what}
        <Axes>
          {t(`toil.${entry.trigger}`)} · {t(`toil.${entry.nature}`)}
          {entry.ticketUrl && (
            <>
              {' · '}
              <Link href={entry.ticketUrl} target="_blank" rel="noreferrer">
                {new URL(entry.ticketUrl).hostname}
              </Link>
            </>
          )}
        </Axes>
        {entry.note && <Note>{entry.note}</Note>}
      </div>
      <Actions>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiPencilLine />}
          aria-label={t('toil.entries.edit', told)}
          onPress={() => panel.open(entry.id)}
        />
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiDeleteBinLine />}
          aria-label={t('toil.entries.delete', told)}
          isDisabled={deleting}
          onPress={async () => {
            setDeleting(true);
            await props.onDelete();
            setDeleting(false);
          }}
        />
      </Actions>
    </Row>
  );
}

const Frame = styled('div')({
  marginTop: 'var(--bui-space-5)',
  paddingTop: 'var(--bui-space-4)',
  borderTop: '1px solid var(--bui-border-1)',
});

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  gap: 'var(--bui-space-1) var(--bui-space-2)',
  marginBottom: 'var(--bui-space-2)',
});

const Total = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
  fontVariantNumeric: 'tabular-nums',
});

const None = styled('p')({
  margin: 'var(--bui-space-2) 0 0',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.5,
  color: 'var(--bui-fg-secondary)',
});

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  gap: 'var(--bui-space-2)',
  alignItems: 'start',
  padding: 'var(--bui-space-2) 0',
  borderBottom: '1px solid var(--bui-border-1)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.5,
  fontVariantNumeric: 'tabular-nums',
  '& > span:first-of-type': { marginTop: 4 },
});

const Axes = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});

const Note = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  overflowWrap: 'anywhere',
});

const Actions = styled('div')({ display: 'flex' });
