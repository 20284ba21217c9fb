import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type EntitySlosView } from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, PageSection } from '../../layout';
import { useAnnounce } from '../../query';
import { StateBadge } from '../../state';
import { RelativeTime } from '../../time';
import { useSloTranslation } from '../../translations';
import { useDecideNeed } from './useDecideNeed';

/**
 * Why there is no number: who decided that, when, and the way back.
 *
 * @internal
 */
export function NotNeeded(props: {
  view: EntitySlosView;
  onWrite: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const { view } = props;
  const { notNeeded, mayDecide } = view.need;
  const decide = useDecideNeed(view);
  if (!notNeeded) return null;
  return (
    <PageSection title={t('sloNeed.decidedTitle')}>
      {decide.isError && <ErrorNotice error={decide.error} />}
      <StateBadge family="slo" state="not_required" filled>
        {notNeeded.by.name}
      </StateBadge>{' '}
      <Quiet>
        <RelativeTime at={notNeeded.at} now={view.asOf} />
      </Quiet>
      <Reason>{notNeeded.because}</Reason>
      <Buttons>
        {mayDecide && (
          <Button
            variant="secondary"
            isPending={decide.isPending}
            onPress={() =>
              decide.mutate(null, {
                onSuccess: () => announce(t('sloNeed.undone')),
              })
            }
          >
            {t('sloNeed.undo')}
          </Button>
        )}
        {view.mayEdit && (
          <Button variant="tertiary" onPress={props.onWrite}>
            {t('slo.empty.action')}
          </Button>
        )}
      </Buttons>
    </PageSection>
  );
}

const Quiet = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});

const Reason = styled('p')({
  margin: 'var(--bui-space-3) 0 var(--bui-space-4)',
  lineHeight: 1.65,
  whiteSpace: 'pre-line',
  overflowWrap: 'anywhere',
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
