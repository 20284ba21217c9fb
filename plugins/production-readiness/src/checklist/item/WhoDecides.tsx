import type { ItemView } from '@prodready/backstage-plugin-production-readiness-common';
import { EntityName } from '../../people';
import { useReadinessTranslation } from '../../translations';

/**
 * Who will decide on a request for a waiver, said before it is sent.
 *
 * @internal
 */
export function WhoDecides(props: {
  view: Pick<ItemView, 'reviewerRef'>;
  ownerRef: string | null;
}) {
  const { t } = useReadinessTranslation();
  const { reviewerRef } = props.view;
  if (reviewerRef) {
    return t('checklist.waiver.goesTo', {
      who: <EntityName entityRef={reviewerRef} link />,
    });
  }
  return props.ownerRef ? (
    t('checklist.waiver.goesToSecond', {
      who: <EntityName entityRef={props.ownerRef} link />,
    })
  ) : (
    <>{t('checklist.waiver.goesToAdmin')}</>
  );
}
