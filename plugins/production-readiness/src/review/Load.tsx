import type { ReviewerLoadView } from '@prodready/backstage-plugin-production-readiness-common';
import { SentenceGap } from '../layout';
import { RelativeTime } from '../time';
import { useReadinessTranslation } from '../translations';

const DAY = 86_400_000;

/**
 * How much waits for a reviewer group, and how long it took lately.
 *
 * @internal
 */
export function LoadOf(props: {
  load: ReviewerLoadView[];
  groupRef: string | null;
  now: number;
}) {
  const { t } = useReadinessTranslation();
  const load = props.load.find(({ groupRef }) => groupRef === props.groupRef);
  if (!load) return null;
  return (
    <>
      {load.waiting === 0
        ? t('review.load.none')
        : t('review.load.waiting', { count: load.waiting })}
      {load.oldestSince !== null && (
        <>
          <SentenceGap />
          {t('review.load.oldest', {
            when: <RelativeTime at={load.oldestSince} now={props.now} />,
          })}
        </>
      )}
      {load.medianWait !== null && (
        <>
          <SentenceGap />
          {load.medianWait < DAY
            ? t('review.load.medianDay')
            : t('review.load.median', {
                days: (load.medianWait / DAY).toFixed(1),
              })}
        </>
      )}
    </>
  );
}
