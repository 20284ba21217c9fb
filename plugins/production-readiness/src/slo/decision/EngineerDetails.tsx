import { styled } from '@mui/material/styles';
import {
  burnRateAlerts,
  timeToFireSeconds,
  type VersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useSloWords } from '../words/useSloWords';

/**
 * How the number is measured, folded away: it is no part of the decision.
 *
 * @internal
 */
export function EngineerDetails({ version }: { version: VersionView }) {
  const words = useSloWords();
  const { t } = words;
  const { target } = version.material;
  const { sli, budgetingMethod } = version.material;
  return (
    <Details>
      <summary>{t('slo.decide.engineers')}</summary>
      <p>{t(`slo.decide.counting.${budgetingMethod}`)}</p>
      {sli?.source && <p>{sli.source}</p>}
      {sli?.queries &&
        Object.entries(sli.queries).map(([part, query]) => (
          <figure key={part}>
            <figcaption>{part}</figcaption>
            <pre>{query}</pre>
          </figure>
        ))}
      {!sli && <p>{t('slo.decide.noQuery')}</p>}
      <p>{t('sloSigning.alertsTitle')}</p>
      <ul>
        {burnRateAlerts(target, version.summary.windowSeconds).map(one => (
          <li key={one.longSeconds}>
            {t(`sloSigning.alerts.${one.severity}`, {
              threshold: shortened(one.threshold),
              long: words.duration(String(one.longSeconds)),
              short: words.duration(String(one.shortSeconds)),
              fires: words.duration(
                timeToFireSeconds(target, '1', one.longSeconds, one.burn) ??
                  '0',
              ),
            })}
          </li>
        ))}
      </ul>
      <p>
        <abbr title={t('slo.history.sealHint')}>
          {t('slo.history.seal', {
            digest: version.contentDigest.slice(0, 12),
          })}
        </abbr>
      </p>
    </Details>
  );
}

/** A ratio in percent, with three digits that say something. */
function shortened(ratio: string): string {
  return String(Number((Number(ratio) * 100).toPrecision(3)));
}

const Details = styled('details')({
  borderTop: '1px solid var(--bui-border-1)',
  paddingTop: 'var(--bui-space-3)',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
  '& > summary': {
    cursor: 'pointer',
    fontWeight: 600,
    padding: 'var(--bui-space-1) 0',
  },
  '& p, & figure': { margin: 'var(--bui-space-2) 0 0' },
  '& ul': { margin: 'var(--bui-space-1) 0 0', paddingLeft: '1.2em' },
  '& li': { lineHeight: 1.6 },
  '& pre': {
    margin: '4px 0 0',
    padding: 'var(--bui-space-2) var(--bui-space-3)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: 'var(--bui-bg-app)',
    borderRadius: 'var(--bui-radius-2)',
    color: 'var(--bui-fg-primary)',
  },
  '& abbr': { textDecoration: 'none' },
});
