import { useEffect, useRef, useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  findEvidenceProblem,
  namesDay,
  toEvidence,
  type SessionLine,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Buttons, KeyedForm, Problem } from '../checklist/item/FormParts';
import { useReadinessTranslation } from '../translations';
import { type SeveralAnswers } from './useTeamUpkeep';

/**
 * What can be done to the lines that are chosen: confirm each as it is, or say
 * the same of all of them.
 *
 * @internal
 */
export function SelectionBar(props: {
  lines: SessionLine[];
  isPending: boolean;
  onAnswer: (answers: SeveralAnswers) => void;
  onClear: () => void;
}) {
  const { t } = useReadinessTranslation();
  const { isPending, lines } = props;
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const bar = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone; the field is what comes next.
  useEffect(() => {
    if (writing) bar.current?.querySelector('textarea')?.focus();
  }, [writing]);
  const ordinary = lines.filter(({ weight }) => weight !== 'high');
  const hasHigh = ordinary.length < lines.length;

  const save = () => {
    const evidence = toEvidence(text);
    const found = text.trim() === '' ? 'empty' : findEvidenceProblem(text);
    const isUndated =
      hasHigh && evidence.kind === 'text' && !namesDay(evidence.text);
    const wrong =
      (found && t(`checklist.answer.problem.${found}`)) ||
      (isUndated ? t('upkeep.several.undated') : undefined);
    setProblem(wrong);
    if (!wrong && !isPending) props.onAnswer({ lines, evidence });
  };

  return (
    <Bar ref={bar} role="region" aria-label={t('upkeep.several.title')}>
      <strong>{t('upkeep.several.chosen', { count: lines.length })}</strong>
      {writing && (
        <KeyedForm label={t('upkeep.several.title')} onSave={save}>
          <TextAreaField
            label={t('upkeep.several.evidence')}
            description={t('upkeep.several.hint')}
            rows={3}
            value={text}
            onChange={next => {
              setText(next);
              setProblem(undefined);
            }}
            isInvalid={problem !== undefined}
          />
          {problem && <Problem role="alert">{problem}</Problem>}
        </KeyedForm>
      )}
      <Buttons>
        {writing ? (
          <Button isPending={isPending} onPress={save}>
            {t('upkeep.several.save', { count: lines.length })}
          </Button>
        ) : (
          <>
            {ordinary.length > 0 && (
              <Button
                isPending={isPending}
                onPress={() => props.onAnswer({ lines: ordinary })}
              >
                {t('upkeep.several.confirm', { count: ordinary.length })}
              </Button>
            )}
            <Button variant="secondary" onPress={() => setWriting(true)}>
              {t('upkeep.several.same')}
            </Button>
          </>
        )}
        <Button variant="tertiary" onPress={props.onClear}>
          {t('upkeep.several.clear')}
        </Button>
      </Buttons>
    </Bar>
  );
}

const Bar = styled('div')({
  position: 'sticky',
  bottom: 'var(--bui-space-3)',
  zIndex: 1,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  marginTop: 'var(--bui-space-4)',
  padding: 'var(--bui-space-3) var(--bui-space-4)',
  borderRadius: 'var(--bui-radius-3)',
  border: '1px solid var(--bui-border-2)',
  backgroundColor: 'var(--bui-bg-app)',
  boxShadow: '0 2px 12px rgba(0, 0, 0, 0.15)',
  fontSize: 'var(--bui-font-size-3)',
  // Backstage has its navigation at the bottom of phones.
  '@media (max-width: 599px)': { bottom: 72 },
});
