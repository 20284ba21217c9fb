import { Button, ButtonIcon } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiCpuLine, RiPencilLine, RiUserLine } from '@remixicon/react';
import { type EntitySlosView } from '@prodready/backstage-plugin-production-readiness-common';
import { PageSection, usePanelParam } from '../../layout';
import { useSloTranslation } from '../../translations';
import { Hole } from '../chain/Hole';
import { JourneyPanel, NEW_JOURNEY } from './JourneyPanel';

/**
 * What users need from an entity, each with who suffers when it fails.
 *
 * @internal
 */
export function JourneysSection({ view }: { view: EntitySlosView }) {
  const { t } = useSloTranslation();
  const panel = usePanelParam('journey');
  const isUsed = (journeyId: string) =>
    view.slos.some(slo =>
      [slo.inForce, slo.proposal].some(
        version => version?.material.journey.id === journeyId,
      ),
    );
  return (
    <PageSection title={t('slo.journeys.title')}>
      <Hint>{t('slo.journeys.hint')}</Hint>
      {view.journeys.length === 0 && view.need.notNeeded && (
        <p>{t('slo.journeys.none')}</p>
      )}
      {view.journeys.length === 0 && !view.need.notNeeded && (
        <Hole entityRef={view.entityRef} hole="no_journey">
          {t('slo.journeys.none')}
        </Hole>
      )}
      <Journeys>
        {view.journeys.map(journey => {
          const Icon = journey.kind === 'user' ? RiUserLine : RiCpuLine;
          return (
            <li key={journey.id}>
              <Icon size={18} aria-hidden />
              <span>
                {journey.title}
                <Quiet>
                  {journey.beneficiary} ·{' '}
                  {t(`slo.journeys.importance.${journey.importance}`)}
                </Quiet>
                {view.holes.some(
                  one =>
                    one.hole === 'journey_without_slo' && one.id === journey.id,
                ) && (
                  <Hole entityRef={view.entityRef} hole="journey_without_slo">
                    {t('sloChain.hole.journeyWithoutSlo')}
                  </Hole>
                )}
              </span>
              {view.mayEdit && (
                <ButtonIcon
                  icon={<RiPencilLine />}
                  size="small"
                  variant="tertiary"
                  aria-label={t('slo.journeys.edit', { title: journey.title })}
                  onPress={() => panel.open(journey.id)}
                />
              )}
            </li>
          );
        })}
      </Journeys>
      {view.mayEdit && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => panel.open(NEW_JOURNEY)}
        >
          {t('slo.journeys.add')}
        </Button>
      )}
      <JourneyPanel
        entityRef={view.entityRef}
        journeys={view.journeys}
        editing={view.mayEdit ? panel.value : undefined}
        isUsed={isUsed}
        onClose={panel.close}
      />
    </PageSection>
  );
}

const Hint = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const Journeys = styled('ul')({
  listStyle: 'none',
  margin: '0 0 var(--bui-space-3)',
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  '&:empty': { display: 'none' },
  '& > li': {
    display: 'flex',
    gap: 'var(--bui-space-2)',
    alignItems: 'flex-start',
  },
  '& > li > svg': { flex: 'none', marginTop: 2 },
  '& > li > span': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

const Quiet = styled('span')({
  display: 'block',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});
