import { styled } from '@mui/material/styles';
import {
  localize,
  type ChecklistDefinition,
  type ChecklistUsage,
  type StudioChecklist,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useChecklistWords } from '../checklist/data/useChecklistWords';
import { EmptyState, ErrorNotice, LoadingState, PageSection } from '../layout';
import { EntityName } from '../people';
import { useStudioTranslation } from '../translations';
import { RiListCheck3 } from '@remixicon/react';
import { DataTable } from './DataTable';
import { LevelBar } from './LevelBar';
import { useUsage } from './useStudio';

/**
 * How teams stand with a checklist: sums over what the reader may see.
 *
 * @internal
 */
export function UsageView({ checklist }: { checklist: StudioChecklist }) {
  const { t } = useStudioTranslation();
  const usage = useUsage(checklist.id ?? '');
  const words = useChecklistWords(checklist.digest ?? undefined);
  const failed = usage.error ?? words.error;
  if (failed && !(usage.data && words.data)) {
    return (
      <ErrorNotice
        title={t('studio.usage.error')}
        error={failed}
        onRetry={() => {
          usage.refetch();
          words.refetch();
        }}
      />
    );
  }
  if (!usage.data || !words.data) return <LoadingState rows={6} />;
  if (usage.data.entities === 0) {
    return <EmptyState Icon={RiListCheck3} title={t('studio.usage.empty')} />;
  }
  return (
    <>
      <PageSection title={t('studio.usage.levels')}>
        <LevelBar levels={usage.data.levels} words={words.data} />
      </PageSection>
      <Columns>
        <Teams usage={usage.data} words={words.data} />
        <Blockers usage={usage.data} words={words.data} />
      </Columns>
    </>
  );
}

interface Parts {
  usage: ChecklistUsage;
  words: ChecklistDefinition;
}

function Teams({ usage, words }: Parts) {
  const { t, language } = useStudioTranslation();
  return (
    <PageSection title={t('studio.usage.teams')}>
      <DataTable
        label={t('studio.usage.teams')}
        columns={[
          { key: 'team', name: t('studio.usage.team') },
          { key: 'entities', name: t('studio.usage.entities'), numeric: true },
          { key: 'blocked', name: t('studio.usage.blocked'), numeric: true },
          { key: 'levels', name: t('studio.usage.levelsColumn') },
        ]}
        rows={usage.teams.map(team => ({
          key: team.ownerRef ?? '',
          cells: [
            team.ownerRef ? (
              <EntityName entityRef={team.ownerRef} link />
            ) : (
              <span title={t('studio.usage.othersHint')}>
                {t('studio.usage.others')}
              </span>
            ),
            team.entities.toLocaleString(language),
            team.blocked.toLocaleString(language),
            <LevelBar key="levels" levels={team.levels} words={words} small />,
          ],
        }))}
      />
    </PageSection>
  );
}

function Blockers({ usage, words }: Parts) {
  const { t, language } = useStudioTranslation();
  const titles = new Map(words.items.map(item => [item.id, item.title]));
  return (
    <PageSection title={t('studio.usage.blockers')}>
      {usage.blockers.length === 0 ? (
        <p>{t('studio.usage.none')}</p>
      ) : (
        <DataTable
          label={t('studio.usage.blockers')}
          columns={[
            { key: 'item', name: t('studio.usage.item') },
            {
              key: 'entities',
              name: t('studio.usage.entities'),
              numeric: true,
            },
          ]}
          rows={usage.blockers.slice(0, 15).map(({ itemId, entities }) => {
            const title = titles.get(itemId);
            return {
              key: itemId,
              cells: [
                <span key="title">
                  {title ? localize(title, language) : itemId} <Id>{itemId}</Id>
                </span>,
                entities.toLocaleString(language),
              ],
            };
          })}
        />
      )}
    </PageSection>
  );
}

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  gap: 'var(--bui-space-4)',
  '@media (min-width: 1024px)': {
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
  },
});

const Id = styled('small')({
  color: 'var(--bui-fg-secondary)',
  whiteSpace: 'nowrap',
});
