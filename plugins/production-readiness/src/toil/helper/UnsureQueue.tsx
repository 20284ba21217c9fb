import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  firstDayOfWeek,
  type ToilCategory,
  type ToilNature,
  toilRoutes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useReadinessClient } from '../../api';
import { ErrorNotice, PageSection } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { inputOf } from '../log/draft';
import { useEntryName } from '../useLabel';
import { type GroupName, useToilWrites } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { ToilHelper } from './ToilHelper';
import { isPutOff, putOff } from './putOff';

const ANSWERS: readonly ToilNature[] = ['toil', 'engineering', 'overhead'];

/**
 * What is not sorted yet, one entry at a time, with the helper beside it. Once
 * it was put off it comes back with the next week.
 *
 * @internal
 */
export function UnsureQueue(props: {
  group: GroupName;
  currentWeek: string;
  categories: readonly ToilCategory[];
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const nameOf = useEntryName(props.categories);
  const announce = useAnnounce();
  const client = useReadinessClient();
  const { group, currentWeek } = props;
  const team = `${group.namespace}/${group.name}`;
  const [hidden, setHidden] = useState(() => isPutOff(team, currentWeek));
  const [error, setError] = useState<unknown>();
  const { update } = useToilWrites(group);
  const { data } = useQuery({
    queryKey: ['toil', group.namespace, group.name, 'unsure'],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(toilRoutes.listUnsureToil, {
        params: group,
        signal,
      });
      return body;
    },
    enabled: !hidden,
  });
  const [entry] = data?.entries ?? [];
  if (hidden || !data || !entry) return null;

  const sort = async (nature: ToilNature) => {
    setError(undefined);
    try {
      const { id, version } = entry;
      await update.mutateAsync({
        id,
        version,
        entry: { ...inputOf(entry), nature },
      });
      announce(t('toilHelp.sorted'));
    } catch (refused) {
      setError(refused);
    }
  };
  const told = [
    format.weekRange(firstDayOfWeek(entry.week)),
    t(`toil.${entry.trigger}`),
    entry.note,
  ];
  return (
    <Frame>
      <PageSection
        title={t('toilHelp.queue')}
        note={t('toilHelp.left', { count: data.count })}
        actions={
          <Button
            size="small"
            variant="tertiary"
            onPress={() => {
              putOff(team, currentWeek);
              setHidden(true);
            }}
          >
            {t('toilHelp.later')}
          </Button>
        }
      >
        <Columns>
          <div>
            <Entry>
              <strong>{format.duration(entry.minutes)}</strong> {nameOf(entry)}
              <small>{told.filter(Boolean).join(' · ')}</small>
            </Entry>
            <Buttons>
              {ANSWERS.map(nature => (
                <Button
                  key={nature}
                  variant="secondary"
                  isDisabled={update.isPending}
                  onPress={() => sort(nature)}
                >
                  {t(`toil.${nature}`)}
                </Button>
              ))}
            </Buttons>
            {error !== undefined && (
              <ErrorNotice error={error} title={t('toil.log.failed')} />
            )}
          </div>
          <ToilHelper key={entry.id} onChoose={sort} />
        </Columns>
      </PageSection>
    </Frame>
  );
}

const Frame = styled('div')({ marginBottom: 'var(--bui-space-4)' });

const Columns = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-4)',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
});

const Entry = styled('p')({
  margin: 0,
  fontSize: 'var(--bui-font-size-3)',
  '& small': {
    display: 'block',
    marginTop: 2,
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
    overflowWrap: 'anywhere',
  },
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  marginTop: 'var(--bui-space-3)',
});
