import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type SloView } from '@prodready/backstage-plugin-production-readiness-common';
import {
  ErrorNotice,
  LoadingState,
  PageSection,
  usePanelParam,
} from '../layout';
import { useSloTranslation } from '../translations';
import { NEW_ALERT, AlertPanel } from './alerts/AlertPanel';
import { AlertsSection } from './alerts/AlertsSection';
import { useEntitySlos } from './data/useSlos';
import { SloDecisionPanel } from './decision/SloDecisionPanel';
import { NEW_SLO, SloEditorPanel } from './editor/SloEditorPanel';
import { PoliciesSection } from './errorBudgetPolicy/PoliciesSection';
import { ExportSection } from './openslo/ExportSection';
import { OpenSloPanel } from './openslo/OpenSloPanel';
import { JourneysSection } from './journeys/JourneysSection';
import { NoSlo } from './need/NoSlo';
import { OwnersSection } from './owners/OwnersSection';
import { SloSection } from './overview/SloSection';
import { SeveritySection } from './severity/SeveritySection';

/**
 * The numbers of an entity: what is promised, who agreed, what is proposed,
 * who decides, and what users need. Reading, deciding and editing open beside
 * it, each at a URL of its own.
 *
 * @internal
 */
export function SloContent({ entityRef }: { entityRef: string }) {
  const { t } = useSloTranslation();
  const { data, error, refetch } = useEntitySlos(entityRef);
  const decide = usePanelParam('decide');
  const [decideId, decideVersion] = decide.value?.split(' ') ?? [];
  const edit = usePanelParam('edit');
  const alert = usePanelParam('alert');
  const openSlo = usePanelParam('openslo');

  if (!data) {
    return error ? (
      <ErrorNotice
        error={error}
        title={t('slo.loadError')}
        onRetry={() => refetch()}
      />
    ) : (
      <Columns>
        <LoadingState rows={3} rowHeight={160} />
        <LoadingState rows={2} rowHeight={120} />
      </Columns>
    );
  }
  if (entityRef.toLocaleLowerCase('en-US').startsWith('domain:')) {
    return (
      <Frame>
        <OwnersSection view={data} />
        <PoliciesSection view={data} />
      </Frame>
    );
  }
  const live = data.slos.filter(slo => slo.retired === null);
  const retired = data.slos.filter(slo => slo.retired !== null);
  const section = (slo: SloView) => (
    <SloSection
      key={slo.id}
      slo={slo}
      alerts={data.alerts}
      rules={data.rules}
      holes={data.holes}
      now={data.asOf}
      mayEdit={data.mayEdit}
      onDecide={version =>
        decide.open(version === undefined ? slo.id : `${slo.id} ${version}`)
      }
      onEdit={() => edit.open(slo.id)}
      onAddAlert={rule =>
        alert.open([NEW_ALERT, slo.id, rule?.name ?? ''].join(' ').trim())
      }
      onOpenAlert={alert.open}
    />
  );
  return (
    <>
      <Columns>
        <Main>
          {live.length === 0 && (
            <NoSlo
              view={data}
              onWrite={() => edit.open(NEW_SLO)}
              onImport={() => openSlo.open('import')}
            />
          )}
          {live.map(section)}
          {live.length > 0 && data.mayEdit && (
            <Actions>
              <Button variant="secondary" onPress={() => edit.open(NEW_SLO)}>
                {t('slo.action.add')}
              </Button>
              <Button
                variant="secondary"
                onPress={() => openSlo.open('import')}
              >
                {t('openSlo.import')}
              </Button>
            </Actions>
          )}
          {retired.length > 0 && (
            <Retired>
              <summary>
                {t('slo.retired.title', { count: retired.length })}
              </summary>
              {retired.map(section)}
            </Retired>
          )}
        </Main>
        <Aside>
          <OwnersSection view={data} />
          <JourneysSection view={data} />
          <PoliciesSection view={data} />
          <AlertsSection
            view={data}
            onOpen={alert.open}
            onAdd={() => alert.open(NEW_ALERT)}
          />
          <SeveritySection view={data} />
          {live.length > 0 && (
            <PageSection title={t('openSlo.exportTitle')}>
              <ExportSection entityRef={entityRef} />
            </PageSection>
          )}
        </Aside>
      </Columns>
      <SloDecisionPanel
        sloId={decideId}
        version={decideVersion ? Number(decideVersion) : undefined}
        onClose={decide.close}
      />
      <AlertPanel view={data} value={alert.value} onClose={alert.close} />
      <OpenSloPanel
        entityRef={entityRef}
        open={openSlo.value !== undefined && data.mayEdit}
        onClose={openSlo.close}
      />
      <SloEditorPanel view={data} editing={edit.value} onClose={edit.close} />
    </>
  );
}

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'center',
  gap: 'var(--bui-space-2)',
  width: 'fit-content',
});

/** What a Domain passes on to all that is in it. */
const Frame = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  alignItems: 'start',
  gap: 'var(--bui-space-5)',
  fontFamily: 'var(--bui-font-regular)',
  color: 'var(--bui-fg-primary)',
  '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 20rem',
  alignItems: 'start',
  gap: 'var(--bui-space-5)',
  fontFamily: 'var(--bui-font-regular)',
  color: 'var(--bui-fg-primary)',
  '@media (max-width: 1199px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Main = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
  minWidth: 0,
});

const Retired = styled('details')({
  '& > summary': {
    cursor: 'pointer',
    color: 'var(--bui-fg-secondary)',
    fontWeight: 600,
    marginBottom: 'var(--bui-space-3)',
  },
  '& > section + section': { marginTop: 'var(--bui-space-5)' },
});

const Aside = styled('aside')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
  minWidth: 0,
  // Beside each other between phone and desktop.
  '@media (min-width: 768px) and (max-width: 1199px)': {
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  },
});
