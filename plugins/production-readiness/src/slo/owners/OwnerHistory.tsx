import { styled } from '@mui/material/styles';
import { type OwnerSpanView } from '@prodready/backstage-plugin-production-readiness-common';
import { exactDay, useLanguage } from '../../time';
import { useSloTranslation } from '../../translations';
import { useRoleName } from '../words/useRoleName';

/**
 * Who held which role, from when to when, and who changed it; folded away.
 *
 * @internal
 */
export function OwnerHistory({ spans }: { spans: OwnerSpanView[] }) {
  const { t } = useSloTranslation();
  const roleName = useRoleName();
  if (spans.length === 0) return null;
  return (
    <Details>
      <summary>{t('sloOwners.history')}</summary>
      <ol>
        {spans.map(span => (
          <li key={`${span.role} ${span.from} ${span.holder.userRef}`}>
            <strong>{span.holder.name}</strong> · {roleName(span.role)}
            <Span span={span} />
          </li>
        ))}
      </ol>
    </Details>
  );
}

function Span({ span }: { span: OwnerSpanView }) {
  const { t } = useSloTranslation();
  const language = useLanguage();
  const { origin } = span;
  const day = (at: number) => exactDay(at, language);
  const place = origin.place === 'entity' ? origin.by : origin.place;
  return (
    <Quiet>
      {span.until === null
        ? t('sloOwners.since', { from: day(span.from) })
        : t('sloOwners.span', {
            from: day(span.from),
            until: day(span.until),
          })}
      {' · '}
      {t(`slo.owners.from.${place}`, {
        name: origin.entityRef?.split('/').pop() ?? t('slo.owners.hiddenPlace'),
      })}
      {' · '}
      {span.changedBy
        ? t('sloOwners.changedBy', { who: span.changedBy.name })
        : t('sloOwners.changedInCatalog')}
    </Quiet>
  );
}

const Details = styled('details')({
  marginTop: 'var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  '& > summary': {
    cursor: 'pointer',
    fontWeight: 600,
    color: 'var(--bui-fg-secondary)',
    padding: 'var(--bui-space-1) 0',
  },
  '& > ol': {
    listStyle: 'none',
    margin: 'var(--bui-space-2) 0 0',
    padding: 0,
    display: 'grid',
    gap: 'var(--bui-space-3)',
    lineHeight: 1.6,
    overflowWrap: 'anywhere',
  },
});

const Quiet = styled('span')({
  display: 'block',
  color: 'var(--bui-fg-secondary)',
});
