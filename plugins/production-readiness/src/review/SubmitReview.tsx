import { useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import {
  reviewRoutes,
  type ReviewView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Buttons, KeyedForm, KeysHint } from '../checklist/item/FormParts';
import { Part } from '../checklist/item/Part';
import { ErrorNotice } from '../layout';
import { useAnnounce } from '../query';
import { useReadinessTranslation } from '../translations';
import { useReviewWrite } from './useReviews';

/**
 * Asks the reviewers to decide, with a note to them.
 *
 * @internal
 */
export function SubmitReview({ review }: { review: ReviewView }) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const [note, setNote] = useState(review.note ?? '');
  const submit = useReviewWrite(review, reviewRoutes.submitReview);
  const send = () =>
    submit.mutate(
      { body: note.trim() === '' ? {} : { note } },
      { onSuccess: () => announce(t('review.submitted')) },
    );
  return (
    <Part title={t('review.submitTitle')}>
      <KeyedForm onSave={send}>
        {submit.isError && <ErrorNotice error={submit.error} />}
        <TextAreaField
          label={t('review.note')}
          description={t('review.noteHint')}
          rows={3}
          value={note}
          onChange={setNote}
        />
        <Buttons>
          <Button type="submit" variant="primary" isPending={submit.isPending}>
            {t('review.submit')}
          </Button>
          <KeysHint />
        </Buttons>
      </KeyedForm>
    </Part>
  );
}
