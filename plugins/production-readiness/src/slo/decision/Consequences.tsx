import { styled } from '@mui/material/styles';
import {
  type BudgetDay,
  daysPaused,
  type SignerSummary,
  valueOfTargetChange,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useMoney } from '../words/useMoney';
import { useSloWords } from '../words/useSloWords';

/** Fewer days than these say nothing about a quarter. */
const FEWEST_DAYS = 14;

/**
 * What another number would have meant for releases, and what it is worth, as
 * far as either is known.
 *
 * @internal
 */
export function Consequences(props: {
  summary: SignerSummary;
  tried: string;
  history: readonly BudgetDay[];
}) {
  const words = useSloWords();
  const { t } = words;
  const { summary, tried, history } = props;
  const money = useMoney(summary.value?.currency ?? null);
  const { paused, known } = daysPaused(tried, history);
  const perYear = summary.value?.perYear;
  const worth =
    perYear && tried !== summary.target
      ? valueOfTargetChange(perYear, summary.target, tried)
      : undefined;
  if (known < FEWEST_DAYS && !worth) return null;
  return (
    <List>
      {known >= FEWEST_DAYS && (
        <li>
          {t('sloSigning.paused', {
            target: words.percent(tried),
            paused: String(paused),
            known: String(known),
          })}
        </li>
      )}
      {worth && (
        <li>
          {t(worth.startsWith('-') ? 'sloSigning.less' : 'sloSigning.more', {
            amount: money(worth.replace('-', '')),
            target: words.percent(summary.target),
          })}
        </li>
      )}
    </List>
  );
}

const List = styled('ul')({
  listStyle: 'none',
  margin: 'var(--bui-space-2) 0 0',
  padding: 0,
  lineHeight: 1.6,
  '& > li': { fontWeight: 600 },
});
