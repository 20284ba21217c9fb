import { styled } from '@mui/material/styles';
import { type SignerSummary } from '@prodready/backstage-plugin-production-readiness-common';
import { useMoney } from '../words/useMoney';
import { useSloWords } from '../words/useSloWords';

/**
 * What the number is worth and what it costs, side by side, as the team states
 * it.
 *
 * @internal
 */
export function ValueAndCost(props: {
  value: NonNullable<SignerSummary['value']>;
  target: string;
}) {
  const words = useSloWords();
  const { t } = words;
  const { value, target } = props;
  const money = useMoney(value.currency);
  const { change, nextNine } = value;
  return (
    <Sides>
      <div>
        <small>{t('sloSigning.worth')}</small>
        {value.perYear === null && t('sloSigning.notStated')}
        {change && (
          <Line>
            <strong>
              {change.value.startsWith('-') ? '−' : '+'}
              {money(change.value.replace('-', ''))}
            </strong>
            {t('sloSigning.ofChange', {
              from: words.percent(change.from),
              to: words.percent(target),
            })}
          </Line>
        )}
        {nextNine && (
          <Line>
            <strong>+{money(nextNine.value)}</strong>
            {t('sloSigning.ofNine', { to: words.percent(nextNine.target) })}
          </Line>
        )}
        {value.perYear !== null && (
          <Quiet>
            {t('sloSigning.ofAll', { amount: money(value.perYear) })}
          </Quiet>
        )}
      </div>
      <div>
        <small>{t('sloSigning.costs')}</small>
        {value.costPerYear !== null && (
          <Line>
            <strong>{money(value.costPerYear)}</strong>
            {t('sloSigning.aYear')}
          </Line>
        )}
        {value.costNote !== null && <span>{value.costNote}</span>}
        {value.costPerYear === null &&
          value.costNote === null &&
          t('sloSigning.notStated')}
      </div>
    </Sides>
  );
}

const Sides = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 14rem), 1fr))',
  gap: 'var(--bui-space-3) var(--bui-space-5)',
  '& > div': {
    display: 'grid',
    alignContent: 'start',
    gap: 'var(--bui-space-1)',
    minWidth: 0,
  },
  '& small': {
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
});

const Line = styled('span')({
  '& > strong': {
    display: 'block',
    fontSize: 'var(--bui-font-size-5)',
    fontVariantNumeric: 'tabular-nums',
  },
});

const Quiet = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
