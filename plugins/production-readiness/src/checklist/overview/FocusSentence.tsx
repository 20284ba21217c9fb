import { styled } from '@mui/material/styles';
import {
  localize,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { exactDay } from '../../time';
import { useReadinessTranslation } from '../../translations';
import { useChecklistWords } from '../data/useChecklistWords';

/**
 * Says what the team works on first this quarter; nothing without a focus.
 *
 * @internal
 */
export function FocusSentence({ readiness }: { readiness: ReadinessView }) {
  const { t, language } = useReadinessTranslation();
  const words = useChecklistWords(readiness.checklist?.digest);
  const { focus } = readiness;
  const names = (words.data?.sections ?? [])
    .filter(({ id }) => focus?.sections.includes(id))
    .map(({ title }) => localize(title, language));
  if (!focus || names.length === 0) return null;
  return (
    <Sentence>
      {t('upkeep.focus.now', {
        sections: new Intl.ListFormat(language).format(names),
        day: exactDay(focus.until, language),
      })}
    </Sentence>
  );
}

const Sentence = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
});
