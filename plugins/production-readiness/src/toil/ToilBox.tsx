import { Link, Skeleton, Text } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { type ToilReport } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useEntityTabLink } from '../entity';
import { StateBadge } from '../state';
import { useReadinessTranslation } from '../translations';
import { useTeamToil } from './useTeamToil';
import { useToilFormat } from './useToilFormat';

/**
 * A team's two figures in a corner of another page, as far as the reader may
 * see them. Shows nothing when they can't be read: the page is about something
 * else.
 *
 * @internal
 */
export function ToilBox(props: {
  /** The owning Group. */
  groupRef: string;
}) {
  const { t } = useReadinessTranslation();
  const linkTo = useEntityTabLink();
  const { namespace, name } = parseEntityRef(props.groupRef);
  const { data, error } = useTeamToil({ namespace, name });
  if (error) return null;
  return (
    <Frame>
      <Text as="h3" variant="body-large" weight="bold">
        {t('toil.box.title')}
      </Text>
      {!data && <Skeleton width="100%" height={48} />}
      {data?.access === 'hidden' && <Muted>{t('toil.box.hidden')}</Muted>}
      {data?.access === 'shown' && (
        <>
          <TwoFigures report={data} />
          <Link href={linkTo(props.groupRef, 'toil')}>
            {t('toil.box.open')}
          </Link>
        </>
      )}
    </Frame>
  );
}

function TwoFigures({ report }: { report: ToilReport }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { toil, reactive } = report;
  if (toil.percent === null) return <Muted>{t('toil.box.nothing')}</Muted>;
  return (
    <>
      <Numbers>
        <Big>{format.percent(toil.percent)}</Big>
        <StateBadge family="toil" state={toil.state} />
      </Numbers>
      {reactive.percent !== null && (
        <Muted>
          {t('toil.figure.reactive')} {Math.round(reactive.percent)} :{' '}
          {100 - Math.round(reactive.percent)}
        </Muted>
      )}
    </>
  );
}

const Frame = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  justifyItems: 'start',
  fontSize: 'var(--bui-font-size-3)',
});

const Numbers = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
});

const Big = styled('span')({
  fontSize: 28,
  lineHeight: '32px',
  fontWeight: 700,
  fontVariantNumeric: 'tabular-nums',
});

const Muted = styled('div')({
  color: 'var(--bui-fg-secondary)',
  fontVariantNumeric: 'tabular-nums',
});
