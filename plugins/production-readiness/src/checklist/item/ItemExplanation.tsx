import { styled } from '@mui/material/styles';
import {
  localize,
  type ChecklistItemDefinition,
  type LocalizedText,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessTranslation } from '../../translations';

/**
 * Why it is asked, how to get there, and what evidence counts.
 *
 * @internal
 */
export function ItemExplanation({ words }: { words: ChecklistItemDefinition }) {
  const { t, language } = useReadinessTranslation();
  const lines: [string, LocalizedText][] = [
    [t('checklist.item.why'), words.why],
    [t('checklist.item.how'), words.how],
    [t('checklist.item.counts'), words.evidence],
  ];
  return (
    <Terms>
      {lines.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{localize(text, language)}</dd>
        </div>
      ))}
    </Terms>
  );
}

const Terms = styled('dl')({
  margin: 0,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  lineHeight: 1.6,
  '& dt': {
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
  '& dd': { margin: 0 },
});
