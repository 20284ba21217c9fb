import { Container, ToggleButton } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type StudioChecklist } from '@prodready/backstage-plugin-production-readiness-common';
import { useSearchParams } from 'react-router-dom';
import { ErrorNotice, LoadingState, PageSection, Segments } from '../layout';
import { ReadinessProviders } from '../query';
import { useStudioTranslation } from '../translations';
import { ChecklistCards } from './ChecklistCards';
import { DraftView } from './draft/DraftView';
import { JournalSection } from './records/JournalSection';
import { LostRecords } from './records/LostRecords';
import { UsageView } from './UsageView';
import { useChecklists } from './useStudio';
import { VersionsView } from './VersionsView';

const VIEWS = ['draft', 'versions', 'teams', 'records'] as const;
type View = (typeof VIEWS)[number];

/**
 * Where checklists are looked after: what is in use, what became of it, how
 * teams stand, and what a change would do before anybody feels it.
 *
 * @internal
 */
export function StudioPage() {
  return (
    <ReadinessProviders>
      <Studio />
    </ReadinessProviders>
  );
}

function Studio() {
  const { t } = useStudioTranslation();
  const checklists = useChecklists();
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) =>
    setParams(
      before => {
        before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const all = checklists.data?.checklists ?? [];
  const chosen =
    all.find(one => one.id !== null && one.id === params.get('checklist')) ??
    all.find(one => one.id !== null);
  // Records are looked after by those who look after checklists.
  const views = VIEWS.filter(
    one => one !== 'records' || checklists.data?.canDraft,
  );
  const view = views.find(one => one === params.get('view')) ?? 'draft';

  return (
    <Container>
      <Stack>
        <PageSection
          title={t('studio.title')}
          note={checklists.data && t('studio.note', { count: all.length })}
        >
          {checklists.isError && !checklists.data && (
            <ErrorNotice
              title={t('studio.error')}
              error={checklists.error}
              onRetry={() => checklists.refetch()}
            />
          )}
          {checklists.isPending && <LoadingState rows={2} rowHeight={72} />}
          {checklists.data && (
            <ChecklistCards
              checklists={all}
              chosenId={chosen?.id ?? null}
              now={checklists.data.asOf}
              onChoose={id => set('checklist', id)}
            />
          )}
        </PageSection>
        {checklists.data && (
          <>
            <div>
              <Segments
                aria-label={t('studio.views.label')}
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[view]}
                onSelectionChange={keys => set('view', String([...keys][0]))}
              >
                {views.map(one => (
                  <ToggleButton key={one} id={one}>
                    {t(`studio.views.${one}`)}
                  </ToggleButton>
                ))}
              </Segments>
            </div>
            <Chosen
              view={view}
              checklist={chosen}
              canDraft={checklists.data.canDraft}
            />
          </>
        )}
      </Stack>
    </Container>
  );
}

function Chosen(props: {
  view: View;
  checklist: StudioChecklist | undefined;
  canDraft: boolean;
}) {
  const { view, checklist } = props;
  if (view === 'draft') {
    return <DraftView checklist={checklist} canDraft={props.canDraft} />;
  }
  if (view === 'records') {
    return (
      <>
        <LostRecords />
        <JournalSection />
      </>
    );
  }
  if (!checklist?.id) return null;
  return view === 'versions' ? (
    <VersionsView key={checklist.id} checklistId={checklist.id} />
  ) : (
    <UsageView key={checklist.id} checklist={checklist} />
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  paddingBottom: 'var(--bui-space-8)',
});
