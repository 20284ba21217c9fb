import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type EntitySlosView } from '@prodready/backstage-plugin-production-readiness-common';
import { PageSection } from '../../layout';
import { useSloTranslation } from '../../translations';
import { Hole } from '../chain/Hole';
import { AlertLine } from './AlertLine';

/**
 * What watches an entity: every alert, also those that protect no number.
 *
 * @internal
 */
export function AlertsSection(props: {
  view: EntitySlosView;
  onOpen: (alertId: string) => void;
  onAdd: () => void;
}) {
  const { t } = useSloTranslation();
  const { view } = props;
  const has = (hole: string, id: string) =>
    view.holes.some(one => one.hole === hole && one.id === id);
  return (
    <PageSection title={t('sloChain.title')}>
      <Hint>{t('sloChain.hint')}</Hint>
      {view.alerts.length === 0 && <p>{t('sloChain.none')}</p>}
      <List>
        {view.alerts.map(alert => (
          <li key={alert.id}>
            <AlertLine
              alert={alert}
              isStale={has('alert_review_stale', alert.id)}
              onOpen={() => props.onOpen(alert.id)}
            />
            {has('alert_without_slo', alert.id) && (
              <Hole entityRef={view.entityRef} hole="alert_without_slo">
                {t('sloChain.hole.alertWithoutSlo')}
              </Hole>
            )}
            {has('alert_without_runbook', alert.id) && (
              <Hole entityRef={view.entityRef} hole="alert_without_runbook">
                {t('sloChain.hole.noRunbook')}
              </Hole>
            )}
          </li>
        ))}
      </List>
      {view.mayEdit && (
        <Button size="small" variant="secondary" onPress={props.onAdd}>
          {t('sloChain.addAlert')}
        </Button>
      )}
    </PageSection>
  );
}

const Hint = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const List = styled('ul')({
  listStyle: 'none',
  margin: '0 0 var(--bui-space-3)',
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  '&:empty': { display: 'none' },
});
