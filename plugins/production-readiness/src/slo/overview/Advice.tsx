import { styled } from '@mui/material/styles';
import { RiLightbulbLine } from '@remixicon/react';
import {
  adviceOf,
  keptLately,
  type SloView,
  toilLevelOf,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadiness } from '../../checklist/data/useReadiness';
import { useSloTranslation } from '../../translations';
import { useBudgetHistory } from '../decision/useBudgetHistory';

/**
 * What may be tried next, from whether the number was kept, how much toil the
 * team has and how content its owner is. Nothing while one of them is unknown
 * or, because monitoring stopped, not known of now.
 *
 * @internal
 */
export function Advice(props: {
  slo: SloView;
  /** Milliseconds since the epoch, as the server says. */
  now: number;
}) {
  const { slo, now } = props;
  const { t } = useSloTranslation();
  const history = useBudgetHistory(slo.id);
  const { data: readiness } = useReadiness(slo.entityRef);
  const target = slo.inForce?.material.target;
  const facts = {
    slo: target ? keptLately(target, history, now) : undefined,
    toil: toilLevelOf(readiness?.toil?.state),
    satisfaction:
      slo.signatures.find(one => one.satisfaction !== null)?.satisfaction ??
      undefined,
  };
  const advice = adviceOf(facts);
  if (!advice || !facts.slo || !facts.toil || !facts.satisfaction) return null;
  return (
    <Frame aria-label={t('sloReview.adviceTitle')}>
      <RiLightbulbLine size={20} aria-hidden />
      <div>
        <strong>{t(`sloReview.advice.${advice}`)}</strong>
        <small>
          {t('sloReview.because', {
            slo: t(`sloReview.slo.${facts.slo}`),
            toil: t(`sloReview.toil.${facts.toil}`),
            satisfaction: t(`sloReview.content.${facts.satisfaction}`),
          })}
        </small>
      </div>
    </Frame>
  );
}

const Frame = styled('section')({
  display: 'flex',
  gap: 'var(--bui-space-3)',
  padding: 'var(--bui-space-3) var(--bui-space-4)',
  borderRadius: 'var(--bui-radius-3)',
  backgroundColor: 'var(--bui-bg-app)',
  border: '1px solid var(--bui-border-1)',
  lineHeight: 1.6,
  '& svg': { flex: 'none', marginTop: 2, color: 'var(--bui-fg-secondary)' },
  '& strong': { display: 'block', fontWeight: 600 },
  '& small': {
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
});
