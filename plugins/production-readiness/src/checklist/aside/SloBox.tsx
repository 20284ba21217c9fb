import { ButtonLink, Text } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReadinessView } from '@prodready/backstage-plugin-production-readiness-common';
import { PageSection } from '../../layout';
import { EntityName } from '../../people';
import { StateBadge } from '../../state';
import { useRoleName } from '../../slo/words/useRoleName';
import { useReadinessTranslation } from '../../translations';

/**
 * Whether there is an agreed number, and who answers for it.
 *
 * @internal
 */
export function SloBox({ readiness }: { readiness: ReadinessView }) {
  const { t } = useReadinessTranslation();
  const linkTo = useEntityRefLink();
  const { slo, entity } = readiness;
  return (
    <PageSection title={t('checklist.slo.title')}>
      <Stack>
        <StateBadge family="slo" state={slo.state} />
        {slo.agreed + slo.waiting === 0 && slo.state === 'none' && (
          <Text as="p" variant="body-small" color="secondary">
            {t('checklist.slo.none')}
          </Text>
        )}
        {slo.agreed > 0 && (
          <span>{t('checklist.slo.agreed', { count: slo.agreed })}</span>
        )}
        {slo.waiting > 0 && (
          <span>{t('checklist.slo.waiting', { count: slo.waiting })}</span>
        )}
        <Owners owners={slo.owners} />
        <div>
          <ButtonLink
            variant="secondary"
            size="small"
            href={`${linkTo(entity.ref)}/slo`}
          >
            {t('checklist.slo.open')}
          </ButtonLink>
        </div>
      </Stack>
    </PageSection>
  );
}

function Owners({ owners }: { owners: ReadinessView['slo']['owners'] }) {
  const { t } = useReadinessTranslation();
  const nameOf = useRoleName();
  if (owners.length === 0) {
    return <Quiet>{t('checklist.slo.noOwner')}</Quiet>;
  }
  return (
    <Names>
      {owners.map(owner => (
        <div key={`${owner.role} ${owner.userRef}`}>
          <dt>{roleName(owner.role)}</dt>
          <dd>
            <EntityName entityRef={owner.userRef} link />
            {isOrigin(owner.origin) && (
              <Origin>{t(`checklist.slo.origin.${owner.origin}`)}</Origin>
            )}
          </dd>
        </div>
      ))}
    </Names>
  );

  function roleName(role: string) {
    return role === 'product-owner' || role === 'cto' ? (
      <abbr title={t(`checklist.slo.roleLong.${role}`)}>
        {t(`checklist.slo.role.${role}`)}
      </abbr>
    ) : (
      nameOf(role)
    );
  }
}

const ORIGINS = ['annotation', 'set', 'system', 'domain'] as const;

function isOrigin(text: string): text is (typeof ORIGINS)[number] {
  return (ORIGINS as readonly string[]).includes(text);
}

const Stack = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-2)',
  fontSize: 'var(--bui-font-size-3)',
  '& p': { margin: 0 },
});

const Names = styled('dl')({
  margin: 0,
  display: 'grid',
  gap: 'var(--bui-space-1)',
  '& > div': { display: 'flex', gap: 'var(--bui-space-2)' },
  '& dt': {
    flex: 'none',
    minWidth: '2.5rem',
    color: 'var(--bui-fg-secondary)',
  },
  '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  '& abbr': { textDecoration: 'none' },
});

const Origin = styled('span')({
  display: 'block',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});

const Quiet = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
