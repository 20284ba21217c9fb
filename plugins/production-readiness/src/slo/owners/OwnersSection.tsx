import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiUserUnfollowLine } from '@remixicon/react';
import {
  type EntitySlosView,
  ownerAnnotation,
  type OwnerView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { PageSection, usePanelParam } from '../../layout';
import { EntityName } from '../../people';
import { TONES } from '../../state/tones';
import { useSloTranslation } from '../../translations';
import { useRoleName } from '../words/useRoleName';
import { OwnerHistory } from './OwnerHistory';
import { OwnerPanel } from './OwnerPanel';

/**
 * Who decides about the numbers of an entity, and who says so.
 *
 * @internal
 */
export function OwnersSection({ view }: { view: EntitySlosView }) {
  const { t } = useSloTranslation();
  const roleName = useRoleName();
  const panel = usePanelParam('owner');
  const open = view.owners.find(one => one.role === panel.value);
  return (
    <PageSection title={t('slo.owners.title')}>
      <Hint>{t('slo.owners.hint')}</Hint>
      <Owners>
        {view.owners.map(owner => (
          <div key={owner.role}>
            <dt>{roleName(owner.role)}</dt>
            <dd>
              <Holder owner={owner} />
              {view.mayEdit && owner.settable && (
                <Button
                  size="small"
                  variant="tertiary"
                  aria-label={t(
                    owner.holder ? 'slo.owners.changeOf' : 'slo.owners.nameOf',
                    { role: roleName(owner.role) },
                  )}
                  onPress={() => panel.open(owner.role)}
                >
                  {t(owner.holder ? 'slo.owners.change' : 'slo.owners.name')}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </Owners>
      <OwnerHistory spans={view.ownerHistory} />
      <OwnerPanel
        owner={view.mayEdit && open?.settable ? open : undefined}
        entityRef={view.entityRef}
        entityTitle={view.entityTitle}
        onClose={panel.close}
      />
    </PageSection>
  );
}

function Holder({ owner }: { owner: OwnerView }) {
  const { t } = useSloTranslation();
  const { holder, origin, vacant } = owner;
  if (!holder || !origin) {
    return (
      <Vacant>
        <RiUserUnfollowLine size={16} aria-hidden />
        {t('slo.owners.nobody')}
      </Vacant>
    );
  }
  const from = origin.place === 'entity' ? origin.by : origin.place;
  const hint = owner.settable
    ? undefined
    : t('slo.owners.fixed', { annotation: ownerAnnotation(owner.role) });
  return (
    <span>
      <EntityName entityRef={holder.userRef} link={!vacant} />
      {vacant && (
        <Vacant>
          <RiUserUnfollowLine size={16} aria-hidden />
          {owner.group
            ? t('sloOwners.notInGroup', {
                group: owner.group.replace(/^group:(default\/)?/, ''),
              })
            : t('slo.owners.vacant')}
        </Vacant>
      )}
      <Quiet title={hint}>
        {t(`slo.owners.from.${from}`, {
          name:
            origin.entityRef?.split('/').pop() ?? t('slo.owners.hiddenPlace'),
        })}
      </Quiet>
    </span>
  );
}

const Hint = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const Owners = styled('dl')({
  margin: 0,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  '& dt': {
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
  '& dd': {
    margin: 0,
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: 'var(--bui-space-2)',
    overflowWrap: 'anywhere',
  },
});

const Quiet = styled('span')({
  display: 'block',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});

const Vacant = styled('span')({
  display: 'flex',
  alignItems: 'center',
  gap: 'var(--bui-space-1_5)',
  color: TONES.warning.fg,
});
