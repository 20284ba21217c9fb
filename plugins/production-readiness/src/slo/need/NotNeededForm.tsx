import { useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type EntitySlosView } from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, PageSection } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { Field } from '../journeys/JourneyFields';
import { useDecideNeed } from './useDecideNeed';

const SHORTEST = 10;

/**
 * Takes down why an entity needs no number.
 *
 * @internal
 */
export function NotNeededForm(props: {
  view: EntitySlosView;
  onBack: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const decide = useDecideNeed(props.view);
  const send = () => {
    const because = text.trim();
    setTooShort(because.length < SHORTEST);
    if (because.length < SHORTEST) return;
    decide.mutate(because, { onSuccess: () => announce(t('sloNeed.saved')) });
  };
  return (
    <PageSection title={t('sloNeed.noneTitle')}>
      <Stack>
        {decide.isError && <ErrorNotice error={decide.error} />}
        <Field problem={tooShort ? t('slo.decide.reasonShort') : undefined}>
          <TextAreaField
            label={t('sloNeed.because')}
            description={t('sloNeed.becauseHint')}
            rows={3}
            maxLength={2000}
            value={text}
            isInvalid={tooShort}
            onChange={next => {
              setText(next);
              setTooShort(false);
            }}
          />
        </Field>
        <Buttons>
          <Button variant="primary" isPending={decide.isPending} onPress={send}>
            {t('sloNeed.save')}
          </Button>
          <Button variant="tertiary" onPress={props.onBack}>
            {t('slo.editor.back')}
          </Button>
        </Buttons>
      </Stack>
    </PageSection>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
  maxWidth: '48rem',
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
