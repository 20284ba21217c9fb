import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  suggestNature,
  TOIL_TRAITS,
  type ToilNature,
  type ToilTrait,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { DisclosureButton } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { Choice } from '../log/Choice';

/**
 * "Is this toil?": six questions that explain and suggest. The suggestion is
 * never taken by itself; a press takes it, and another choice is as good.
 *
 * @internal
 */
export function ToilHelper(props: {
  /** Open from the start, where sorting out is all there is to do. */
  open?: boolean;
  onChoose: (nature: ToilNature) => void;
}) {
  const { t } = useReadinessTranslation();
  const [open, setOpen] = useState(props.open ?? false);
  const [answers, setAnswers] = useState<Partial<Record<ToilTrait, boolean>>>(
    {},
  );
  const suggested = suggestNature(answers);
  return (
    <div>
      <DisclosureButton open={open} onToggle={() => setOpen(!open)}>
        {t('toilHelp.title')}
      </DisclosureButton>
      {open && (
        <Questions>
          <Note>{t('toilHelp.intro')}</Note>
          {TOIL_TRAITS.map(trait => (
            <Choice
              key={trait}
              label={t(`toilHelp.trait.${trait}`)}
              value={answerWord(answers[trait])}
              onChange={word =>
                setAnswers({ ...answers, [trait]: word === 'yes' })
              }
              options={[
                { value: 'yes', label: t('toilHelp.yes') },
                { value: 'no', label: t('toilHelp.no') },
              ]}
            />
          ))}
          <div aria-live="polite">
            {suggested && <Note>{t(`toilHelp.suggests.${suggested}`)}</Note>}
          </div>
          {(suggested === 'toil' || suggested === 'engineering') && (
            <div>
              <Button
                size="small"
                variant="secondary"
                onPress={() => props.onChoose(suggested)}
              >
                {t('toilHelp.choose', { nature: t(`toil.${suggested}`) })}
              </Button>
            </div>
          )}
        </Questions>
      )}
    </div>
  );
}

function answerWord(answer: boolean | undefined): 'yes' | 'no' | null {
  if (answer === undefined) return null;
  return answer ? 'yes' : 'no';
}

const Questions = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-3)',
  marginTop: 'var(--bui-space-2)',
  padding: 'var(--bui-space-3)',
  borderRadius: 'var(--bui-radius-2)',
  background: 'var(--bui-bg-neutral-2)',
});

const Note = styled('p')({
  margin: 0,
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
});
