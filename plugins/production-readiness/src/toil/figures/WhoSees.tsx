import { Button } from '@backstage/ui';
import {
  type ToilLook,
  type ToilReport,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { ErrorNotice, PageSection } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { type GroupName } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { useFigureWrites, useToilLooks } from './useFigures';

/**
 * For members: who else sees the figures, the choice of a small team, and
 * which groups looked.
 *
 * @internal
 */
export function WhoSees(props: {
  group: GroupName;
  members: NonNullable<ToilReport['members']>;
}) {
  const { t } = useReadinessTranslation();
  const { group, members } = props;
  return (
    <PageSection title={t('toilFigures.sharing.title')}>
      {members.sharing.offered && <Choice group={group} members={members} />}
      <Looks group={group} />
    </PageSection>
  );
}

function Choice(props: {
  group: GroupName;
  members: NonNullable<ToilReport['members']>;
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { members, group } = props;
  const { shares, version } = members.sharing;
  const { setSharing } = useFigureWrites(group);
  const change = async () => {
    try {
      await setSharing.mutateAsync({ version, shares: !shares });
    } catch {
      return;
    }
    announce(t('toilFigures.sharing.changed'));
  };
  const hidden = members.shownToOthers ? 'shared' : 'sharedButHidden';
  return (
    <Stack>
      <p>{t(`toilFigures.sharing.${shares ? hidden : 'notShared'}`)}</p>
      <div>
        <Button
          variant="secondary"
          size="small"
          isPending={setSharing.isPending}
          onPress={change}
        >
          {t(shares ? 'toilFigures.sharing.stop' : 'toilFigures.sharing.share')}
        </Button>
      </div>
      {setSharing.error && (
        <ErrorNotice
          error={setSharing.error}
          title={t('toilFigures.sharing.failed')}
        />
      )}
    </Stack>
  );
}

function Looks({ group }: { group: GroupName }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { data } = useToilLooks(group);
  if (!data) return null;
  return (
    <Stack>
      <h3>{t('toilFigures.sharing.looks')}</h3>
      {data.length === 0 ? (
        <p>{t('toilFigures.sharing.nobody')}</p>
      ) : (
        <List>
          {data.slice(0, 12).map(look => (
            <li key={`${look.week} ${keyOf(look)}`}>
              <span>{format.weekRange(look.from)}</span>
              <LookedBy by={look.by} />
            </li>
          ))}
        </List>
      )}
      <Small>{t('toilFigures.sharing.looksNote')}</Small>
    </Stack>
  );
}

function LookedBy({ by }: { by: ToilLook['by'] }) {
  const { t } = useReadinessTranslation();
  if (by.kind === 'group') return <strong>{by.title}</strong>;
  return <span>{t(`toilFigures.sharing.${by.kind}`)}</span>;
}

function keyOf({ by }: ToilLook): string {
  return by.kind === 'group' ? by.ref : by.kind;
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  marginBottom: 'var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
  '& p, & h3': { margin: 0 },
  '& h3': { fontSize: 'var(--bui-font-size-3)' },
});

const Small = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 var(--bui-space-3)',
    padding: 'var(--bui-space-1) 0',
  },
  '& span:first-of-type': { color: 'var(--bui-fg-secondary)' },
});
