import { Button, ButtonLink } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiRefreshLine } from '@remixicon/react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  ChecklistItemDefinition,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useEvaluation } from '../data/useReadiness';

/**
 * For what is computed: nothing to fill in. Leads to where it can be mended,
 * and reads the facts at once, since nobody wants to wait for the next sweep.
 *
 * @internal
 */
export function ReadAgain(props: {
  words: ChecklistItemDefinition;
  entity: ReadinessView['entity'];
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const linkTo = useEntityRefLink();
  const { words, entity } = props;
  const evaluation = useEvaluation(entity.ref);
  const teamRef = words.reads.includes('toil') ? entity.ownerRef : null;
  return (
    <Stack>
      <p>{t('checklist.item.automatic')}</p>
      {evaluation.isError && <ErrorNotice error={evaluation.error} />}
      <Buttons>
        {words.reads.includes('slo') && (
          <ButtonLink
            variant="primary"
            size="small"
            href={`${linkTo(entity.ref)}/slo`}
          >
            {t('checklist.slo.open')}
          </ButtonLink>
        )}
        {teamRef && (
          <ButtonLink
            variant="primary"
            size="small"
            href={`${linkTo(teamRef)}/toil`}
          >
            {t('checklist.toil.open')}
          </ButtonLink>
        )}
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiRefreshLine />}
          isPending={evaluation.isPending}
          onPress={() =>
            evaluation.mutate(undefined, {
              onSuccess: () => announce(t('checklist.headline.evaluated')),
            })
          }
        >
          {t('checklist.headline.evaluate')}
        </Button>
      </Buttons>
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-3)',
  color: 'var(--bui-fg-secondary)',
  '& p': { margin: 0 },
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
