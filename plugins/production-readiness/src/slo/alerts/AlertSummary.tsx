import { Link } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type AlertView,
  type EntitySlosView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { RelativeTime } from '../../time';
import { Part } from '../decision/Part';
import { Hole } from '../chain/Hole';
import { useSloWords } from '../words/useSloWords';
import { AlertReviewForm } from './AlertReviewForm';

/**
 * What is written down of an alert, what was last said about it, and, for
 * somebody else than its writer, the question whether it should stay.
 *
 * @internal
 */
export function AlertSummary(props: {
  alert: AlertView;
  view: EntitySlosView;
  onDone: () => void;
}) {
  const words = useSloWords();
  const { t } = words;
  const { alert, view } = props;
  const slo = view.slos.find(one => one.id === alert.sloId);
  const shown = slo && (slo.inForce ?? slo.proposal);
  const isStale = alert.reviewDueAt <= view.asOf;
  return (
    <Stack>
      <Part title={t('sloChain.field.slo')}>
        {shown ? (
          words.promise(shown.material)
        ) : (
          <Hole entityRef={view.entityRef} hole="alert_without_slo">
            {t('sloChain.hole.alertWithoutSlo')}
          </Hole>
        )}
      </Part>
      <Part title={t('sloChain.field.response')}>
        {t(`sloChain.responseLong.${alert.response}`)}
        {` (${alert.severity})`}
      </Part>
      <Part title={t('sloChain.field.runbook')}>
        {alert.runbookUrl ? (
          <Link
            href={alert.runbookUrl}
            target="_blank"
            rel="noopener noreferrer"
          >
            {alert.runbookUrl}
          </Link>
        ) : (
          <Hole entityRef={view.entityRef} hole="alert_without_runbook">
            {t('sloChain.hole.noRunbook')}
          </Hole>
        )}
      </Part>
      <Part title={t('sloChain.review.last')}>
        {alert.review ? (
          <>
            {t(`sloChain.review.said.${alert.review.verdict}`, {
              who: alert.review.by.name,
            })}{' '}
            <RelativeTime at={alert.review.at} now={view.asOf} />
            {alert.review.note && <Quiet>{alert.review.note}</Quiet>}
          </>
        ) : (
          t('sloChain.review.never', { who: alert.editor.name })
        )}
        <Quiet>
          {t(isStale ? 'sloChain.review.was' : 'sloChain.review.next')}{' '}
          <RelativeTime at={alert.reviewDueAt} now={view.asOf} />
        </Quiet>
      </Part>
      {alert.mayReview && (
        <AlertReviewForm
          alert={alert}
          entityRef={view.entityRef}
          onDone={props.onDone}
        />
      )}
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
});

const Quiet = styled('span')({
  display: 'block',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
