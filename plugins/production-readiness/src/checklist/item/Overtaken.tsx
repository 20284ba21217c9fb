import { useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import { useDraft } from '../data/useDraft';

/** Under which the comment is kept that goes with giving something back. */
export function commentKey(
  about: 'answer' | 'waiver',
  entityRef: string,
  itemId: string,
): string {
  return `return/${about}/${entityRef}/${itemId}`;
}

/**
 * Notices that there is nothing left to decide on for somebody who was about
 * to, because another person was quicker.
 *
 * @param mayDecide - whether the reader may decide now
 * @internal
 */
export function useOvertaken(mayDecide: boolean) {
  const [couldDecide, setCouldDecide] = useState(mayDecide);
  // From sending a decision until it failed: then the change is the reader's.
  const [isSending, setSending] = useState(false);
  const [isOvertaken, setOvertaken] = useState(false);
  if (couldDecide !== mayDecide) {
    setCouldDecide(mayDecide);
    setOvertaken(couldDecide && !isSending);
    setSending(false);
  }
  return { isOvertaken, setSending, close: () => setOvertaken(false) };
}

/**
 * Says that another person was quicker, with what the reader had written.
 *
 * @internal
 */
export function Overtaken(props: { draftKey: string; onClose: () => void }) {
  const { t } = useReadinessTranslation();
  const draft = useDraft(props.draftKey);
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('checklist.conflict.overtaken')}
      description={
        <>
          {draft.text && (
            <>
              <div>{t('checklist.conflict.commentKept')}</div>
              <Words>{draft.text}</Words>
            </>
          )}
          <Button
            size="small"
            variant="secondary"
            onPress={() => {
              draft.write('');
              props.onClose();
            }}
          >
            {t('checklist.conflict.read')}
          </Button>
        </>
      }
    />
  );
}

const Words = styled('blockquote')({
  margin: 'var(--bui-space-2) 0 var(--bui-space-3)',
  padding: 'var(--bui-space-2) var(--bui-space-3)',
  backgroundColor: 'var(--bui-bg-app)',
  color: 'var(--bui-fg-primary)',
  borderRadius: 'var(--bui-radius-2)',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});
