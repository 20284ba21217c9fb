import type { ItemView } from '@prodready/backstage-plugin-production-readiness-common';
import { EntityName } from '../../people';
import { useReadinessTranslation } from '../../translations';

/**
 * Who will accept an answer, said before it is given.
 *
 * @internal
 */
export function WhoAccepts(props: {
  view: Pick<ItemView, 'reviewerRef' | 'selfAccepts'>;
  /** The evidence on the screen is the one that was accepted. */
  unchanged: boolean;
  ownerRef: string | null;
}) {
  const { t } = useReadinessTranslation();
  const { reviewerRef, selfAccepts } = props.view;
  if (selfAccepts === 'self_certification') {
    return <>{t('checklist.answer.selfCertified')}</>;
  }
  if (selfAccepts === 'reconfirmation' && props.unchanged) {
    return <>{t('checklist.answer.unchangedCounts')}</>;
  }
  if (reviewerRef) {
    return t('checklist.answer.goesTo', {
      who: <EntityName entityRef={reviewerRef} link />,
    });
  }
  return props.ownerRef ? (
    t('checklist.answer.goesToSecond', {
      who: <EntityName entityRef={props.ownerRef} link />,
    })
  ) : (
    <>{t('checklist.answer.goesToAdmin')}</>
  );
}
