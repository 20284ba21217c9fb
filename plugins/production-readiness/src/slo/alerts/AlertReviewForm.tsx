import { useId, useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  ALERT_VERDICTS,
  type AlertVerdict,
  type AlertView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { useAlertWrites } from '../data/useAlertWrites';
import { Choices } from '../editor/Choices';

/**
 * Asks somebody else than its writer whether an alert should stay.
 *
 * @internal
 */
export function AlertReviewForm(props: {
  alert: AlertView;
  entityRef: string;
  onDone: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const id = useId();
  const { alert } = props;
  const [verdict, setVerdict] = useState<AlertVerdict>('keep');
  const [note, setNote] = useState('');
  const { review } = useAlertWrites(props.entityRef);

  const send = () =>
    review.mutate(
      {
        alertId: alert.id,
        version: alert.version,
        body: { verdict, ...(note.trim() !== '' && { note: note.trim() }) },
      },
      {
        onSuccess: () => {
          announce(t('sloChain.review.done'));
          props.onDone();
        },
      },
    );

  return (
    <Frame aria-labelledby={id}>
      <h3 id={id}>{t('sloChain.review.title')}</h3>
      <p>{t('sloChain.review.hint', { who: alert.editor.name })}</p>
      {review.isError && <ErrorNotice error={review.error} />}
      <Choices
        label={t('sloChain.review.question')}
        value={verdict}
        options={ALERT_VERDICTS.map(value => ({
          value,
          label: t(`sloChain.review.verdict.${value}`),
        }))}
        onChange={setVerdict}
      />
      <TextAreaField
        label={t('sloChain.review.note')}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      <div>
        <Button variant="primary" isPending={review.isPending} onPress={send}>
          {t(`sloChain.review.send.${verdict}`)}
        </Button>
      </div>
    </Frame>
  );
}

const Frame = styled('section')({
  display: 'grid',
  gap: 'var(--bui-space-3)',
  paddingTop: 'var(--bui-space-4)',
  borderTop: '1px solid var(--bui-border-1)',
  '& h3': { margin: 0, fontSize: 'var(--bui-font-size-4)' },
  '& p': { margin: 0, color: 'var(--bui-fg-secondary)', lineHeight: 1.6 },
});
