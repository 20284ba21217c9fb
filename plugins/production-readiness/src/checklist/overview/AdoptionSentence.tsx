import type { ReadinessView } from '@prodready/backstage-plugin-production-readiness-common';
import { exactDay, RelativeTime } from '../../time';
import { useReadinessTranslation } from '../../translations';

/**
 * Says that nothing blocks yet, and until when.
 *
 * @internal
 */
export function AdoptionSentence({ readiness }: { readiness: ReadinessView }) {
  const { t, language } = useReadinessTranslation();
  const { adoptionUntil, asOf } = readiness;
  if (adoptionUntil === null) return null;
  return t('checklist.adoption.title', {
    day: exactDay(adoptionUntil, language),
    when: <RelativeTime at={adoptionUntil} now={asOf} />,
  });
}
