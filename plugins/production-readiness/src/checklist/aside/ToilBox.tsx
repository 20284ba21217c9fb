import { ButtonLink } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import {
  ReadinessResponseError,
  toilRoutes,
  type ToilReport,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { EntityLine } from './EntityLine';
import {
  ErrorNotice,
  HiddenText,
  LoadingState,
  PageSection,
} from '../../layout';
import { StateBadge } from '../../state';
import { EntityLogButton } from '../../toil/anywhere/EntityLogButton';
import { useReadinessTranslation } from '../../translations';

/**
 * How much of the owning team's work is toil: for its members, and for others
 * when the team is large enough. The server decides which.
 *
 * @internal
 */
export function ToilBox({
  ownerRef,
  entityRef,
}: {
  ownerRef: string | null;
  /** Whose own share of that work is shown too. */
  entityRef?: string;
}) {
  const { t } = useReadinessTranslation();
  const isTeam =
    ownerRef !== null &&
    parseEntityRef(ownerRef).kind.toLowerCase() === 'group';
  return (
    <PageSection title={t('checklist.toil.title')}>
      {isTeam ? (
        <TeamToil groupRef={ownerRef} entityRef={entityRef} />
      ) : (
        <Quiet>{t('checklist.toil.noTeam')}</Quiet>
      )}
    </PageSection>
  );
}

function TeamToil(props: { groupRef: string; entityRef?: string }) {
  const { groupRef, entityRef } = props;
  const { t } = useReadinessTranslation();
  const linkTo = useEntityRefLink();
  const client = useReadinessClient();
  const { namespace, name } = parseEntityRef(groupRef);
  const toil = useQuery({
    queryKey: ['checklist', 'toil', groupRef],
    queryFn: async ({ signal }) => {
      const { body } = await client.call(toilRoutes.getTeamToil, {
        params: { namespace, name },
        signal,
      });
      return body;
    },
  });

  if (toil.isPending) return <LoadingState rows={2} rowHeight={24} />;
  if (toil.isError) {
    const isGone =
      toil.error instanceof ReadinessResponseError && toil.error.status === 404;
    // The catalog names an owner that it does not hold, or does not show.
    return isGone ? (
      <Quiet>{t('checklist.toil.unknownTeam')}</Quiet>
    ) : (
      <ErrorNotice
        error={toil.error}
        title={t('checklist.toil.failed')}
        onRetry={() => toil.refetch()}
      />
    );
  }
  if (toil.data.access === 'hidden') {
    return <Quiet>{t('checklist.toil.hidden')}</Quiet>;
  }
  return (
    <Stack>
      <StateBadge family="toil" state={toil.data.toil.state} />
      <Figures report={toil.data} />
      {entityRef && <EntityLine entityRef={entityRef} />}
      <Buttons>
        {toil.data.members && (
          <EntityLogButton group={{ namespace, name }} entityRef={entityRef} />
        )}
        <ButtonLink
          variant="secondary"
          size="small"
          href={`${linkTo(groupRef)}/toil`}
        >
          {t('checklist.toil.open')}
        </ButtonLink>
      </Buttons>
    </Stack>
  );
}

function Figures({ report }: { report: ToilReport }) {
  const { t } = useReadinessTranslation();
  const { toil, reactive, coverage } = report;
  const share = reactive.percent === null ? null : Math.round(reactive.percent);
  return (
    <>
      {toil.percent !== null && share !== null && (
        <Numbers>
          <div>
            <dt>{t('checklist.toil.ratio')}</dt>
            <dd>{`${Math.round(toil.percent)}%`}</dd>
          </div>
          <div>
            <dt>{t('checklist.toil.split')}</dt>
            <dd>
              <span aria-hidden>{`${share} : ${100 - share}`}</span>
              <HiddenText>
                {t('checklist.toil.splitSpoken', {
                  reactive: String(share),
                  proactive: String(100 - share),
                })}
              </HiddenText>
            </dd>
          </div>
        </Numbers>
      )}
      <Quiet>
        {t('checklist.toil.weeks', {
          weeks: String(coverage.weeks),
          of: String(coverage.of),
        })}
      </Quiet>
    </>
  );
}

const Stack = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-2)',
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});

const Numbers = styled('dl')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2) var(--bui-space-5)',
  margin: 0,
  fontVariantNumeric: 'tabular-nums',
  '& dt': {
    color: 'var(--bui-fg-secondary)',
    fontSize: 'var(--bui-font-size-2)',
  },
  '& dd': {
    margin: 0,
    fontSize: 'var(--bui-font-size-6)',
    fontWeight: 700,
    lineHeight: 1.2,
  },
});

const Quiet = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-3)',
});
