import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type EntitySlosView } from '@prodready/backstage-plugin-production-readiness-common';
import { PageSection, usePanelParam } from '../../layout';
import { StateBadge } from '../../state';
import { useSloTranslation } from '../../translations';
import { OpenPolicy } from './OpenPolicy';
import { NEW_POLICY, PolicyEditorPanel } from './PolicyEditorPanel';
import { PolicyPanel } from './PolicyPanel';

/**
 * The policies that the numbers of an entity can name, its own and those from
 * above, with where each stands.
 *
 * @internal
 */
export function PoliciesSection({ view }: { view: EntitySlosView }) {
  const { t } = useSloTranslation();
  const read = usePanelParam('policy');
  const edit = usePanelParam('policyEdit');
  const listed = view.budgetPolicies.filter(one => one.state !== 'retired');
  return (
    <PageSection title={t('sloPolicy.title')}>
      <Hint>
        {t(listed.length === 0 ? 'sloPolicy.none' : 'sloPolicy.hint')}
      </Hint>
      <Policies>
        {listed.map(one => (
          <li key={one.id}>
            <OpenPolicy
              type="button"
              onClick={() => read.open(one.id)}
              aria-label={t('sloPolicy.openPolicy', { title: one.title })}
            >
              {one.title}
            </OpenPolicy>
            <Facts>
              <StateBadge family="slo" state={one.state} />
              {one.entityRef !== view.entityRef && (
                <span>{t('sloPolicy.from', { name: one.entityTitle })}</span>
              )}
            </Facts>
          </li>
        ))}
      </Policies>
      {view.mayEdit && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => edit.open(NEW_POLICY)}
        >
          {t('sloPolicy.write')}
        </Button>
      )}
      <PolicyPanel
        policyId={edit.value === undefined ? read.value : undefined}
        onEdit={edit.open}
        onClose={read.close}
      />
      <PolicyEditorPanel
        entityRef={view.entityRef}
        entityTitle={view.entityTitle}
        editing={edit.value}
        mayAdd={view.mayEdit}
        onClose={edit.close}
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

const Policies = styled('ul')({
  listStyle: 'none',
  margin: '0 0 var(--bui-space-3)',
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  overflowWrap: 'anywhere',
  '&:empty': { display: 'none' },
});

const Facts = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});
