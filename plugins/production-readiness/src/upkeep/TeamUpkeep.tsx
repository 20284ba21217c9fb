import { useState } from 'react';
import { styled } from '@mui/material/styles';
import { ItemPanel } from '../checklist';
import { ErrorNotice, LoadingState, PageSection } from '../layout';
import { EntityName } from '../people';
import { LoadOf } from '../review/Load';
import { exactDay, RelativeTime } from '../time';
import { useReadinessTranslation } from '../translations';
import { type TeamUpkeepView } from '@prodready/backstage-plugin-production-readiness-common';
import { ChoicesSection } from './ChoicesSection';
import { GroupUpkeepLink } from './GroupUpkeepLink';
import { SessionSection } from './SessionSection';
import { type GroupName, useTeamUpkeep } from './useTeamUpkeep';

/**
 * How a team keeps its checklists true: its quarterly session, for whom its
 * answers wait, and what it has chosen.
 *
 * @internal
 */
export function TeamUpkeep({ group }: { group: GroupName }) {
  const { t } = useReadinessTranslation();
  const upkeep = useTeamUpkeep(group);
  const [opened, setOpened] = useState<{ entityRef: string; itemId: string }>();
  const [isOpen, setIsOpen] = useState(false);
  if (upkeep.isError && !upkeep.data) {
    return (
      <ErrorNotice
        error={upkeep.error}
        title={t('upkeep.error')}
        onRetry={() => upkeep.refetch()}
      />
    );
  }
  if (!upkeep.data) return <LoadingState rows={4} rowHeight={96} />;
  return (
    <Page>
      <Main>
        <SessionSection
          upkeep={upkeep.data}
          onOpen={line => {
            setOpened(line);
            setIsOpen(true);
          }}
        />
      </Main>
      <Aside>
        <ChoicesSection group={group} upkeep={upkeep.data} />
        <SessionsBelow upkeep={upkeep.data} />
        <Waiting upkeep={upkeep.data} />
      </Aside>
      {opened && (
        <ItemPanel
          entityRef={opened.entityRef}
          itemId={isOpen ? opened.itemId : undefined}
          showEntity
          onClose={() => setIsOpen(false)}
        />
      )}
    </Page>
  );
}

/** Who below holds a session of their own, and when. */
function SessionsBelow({ upkeep }: { upkeep: TeamUpkeepView }) {
  const { t, language } = useReadinessTranslation();
  const { asOf, sessionsBelow } = upkeep;
  if (sessionsBelow.length === 0) return null;
  return (
    <PageSection title={t('upkeep.below.title')}>
      <Quiet>{t('upkeep.below.text')}</Quiet>
      <List>
        {sessionsBelow.map(({ at, ref, title }) => (
          <li key={ref}>
            <GroupUpkeepLink groupRef={ref}>{title}</GroupUpkeepLink>
            <Quiet as="div">
              {t('upkeep.below.on', {
                day: exactDay(at, language),
                when: <RelativeTime at={at} now={asOf} />,
              })}
            </Quiet>
          </li>
        ))}
      </List>
    </PageSection>
  );
}

/** For whom the team's answers wait, and how busy those are. */
function Waiting({ upkeep }: { upkeep: TeamUpkeepView }) {
  const { t } = useReadinessTranslation();
  const { asOf, load, waiting } = upkeep;
  return (
    <PageSection title={t('upkeep.waiting.title')}>
      {waiting.length === 0 && <Quiet>{t('upkeep.waiting.none')}</Quiet>}
      <List>
        {waiting.map(({ count, oldestSince, reviewerRef }) => (
          <li key={reviewerRef ?? ''}>
            <strong>
              {reviewerRef === null ? (
                t('upkeep.waiting.second')
              ) : (
                <EntityName entityRef={reviewerRef} link />
              )}
            </strong>
            <div>
              {t('upkeep.waiting.own', {
                count,
                when: <RelativeTime at={oldestSince} now={asOf} />,
              })}
            </div>
            <Quiet as="div">
              <LoadOf load={load} groupRef={reviewerRef} now={asOf} />
            </Quiet>
          </li>
        ))}
      </List>
    </PageSection>
  );
}

const Page = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 20rem',
  alignItems: 'start',
  gap: 'var(--bui-space-5)',
  fontFamily: 'var(--bui-font-regular)',
  color: 'var(--bui-fg-primary)',
  '@media (max-width: 1199px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Main = styled('div')({ minWidth: 0 });

const Aside = styled('aside')({
  display: 'grid',
  gap: 'var(--bui-space-5)',
  minWidth: 0,
});

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
});

const Quiet = styled('p')({
  margin: 0,
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
});
