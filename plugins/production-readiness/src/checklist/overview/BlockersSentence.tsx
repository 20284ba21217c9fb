import { Fragment, type ReactNode } from 'react';
import type {
  BlockerView,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntityName } from '../../people';
import { useReadinessTranslation } from '../../translations';
import { isOwnTeam } from './isOwnTeam';

/**
 * "4 things block release: 2 yours · 1 waits for SRE".
 *
 * @internal
 */
export function BlockersSentence({ readiness }: { readiness: ReadinessView }) {
  const { t } = useReadinessTranslation();
  const { blockers } = readiness;
  if (blockers.length === 0) return <>{t('checklist.blocks.none')}</>;

  const own = isOwnTeam(readiness);
  const parts = [...countByWaiting(blockers)].map(([key, { count, ref }]) => (
    <Part key={key} move={key} groupRef={ref} count={count} own={own} />
  ));
  return (
    <>
      {t('checklist.blocks.count', { count: blockers.length })}
      {parts.map((part, index) => (
        <Fragment key={part.key}>
          {index > 0 && t('checklist.blocks.separator')}
          {part}
        </Fragment>
      ))}
    </>
  );
}

function Part(props: {
  move: string;
  groupRef: string | null;
  count: number;
  own: boolean;
}): ReactNode {
  const { t } = useReadinessTranslation();
  const { count, groupRef } = props;
  if (groupRef) {
    const who = <EntityName entityRef={groupRef} />;
    return t('checklist.blocks.group', { count, who });
  }
  if (props.move === 'slo-owner') {
    return t('checklist.blocks.sloOwner', { count });
  }
  if (props.move === 'reviewer') {
    return t('checklist.blocks.reviewer', { count });
  }
  const number = String(count);
  return props.own
    ? t('checklist.blocks.yours', { number })
    : t('checklist.blocks.team', { number });
}

/** Counts blockers by whom they wait for, the team first. */
function countByWaiting(blockers: BlockerView[]) {
  const counts = new Map<string, { count: number; ref: string | null }>();
  const teamFirst = [...blockers].sort(
    (one, other) => Number(one.move !== 'team') - Number(other.move !== 'team'),
  );
  for (const { move, waitsForRef } of teamFirst) {
    const ref = move === 'reviewer' ? waitsForRef : null;
    const key = ref ?? move;
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, ref });
  }
  return counts;
}
