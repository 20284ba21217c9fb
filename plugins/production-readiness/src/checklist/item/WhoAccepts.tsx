import type { ItemView } from '@prodready/backstage-plugin-production-readiness-common';
import { EntityName } from '../../people';
import { useReadinessTranslation } from '../../translations';

/**
 * Who will accept an answer, said before it is given.
 *
 * @internal
 */
export function WhoAccepts(props: {
  view: Pick<ItemView, 'reviewerRef'>;
  ownerRef: string | null;
}) {
  const { t } = useReadinessTranslation();
  const { reviewerRef } = props.view;
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
