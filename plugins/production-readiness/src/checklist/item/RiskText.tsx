import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { riskInWords } from './riskInWords';

/**
 * An item as the risk that it is now, in words.
 *
 * @internal
 */
export function RiskText({ item }: { item: WordedItem }) {
  const { t, language } = useReadinessTranslation();
  const risk = riskInWords(item, language);
  return (
    <>
      {risk.kind === 'lapsed'
        ? t('checklist.next.lapsed', { risk: risk.text })
        : risk.text}
    </>
  );
}
