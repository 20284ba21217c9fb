import { useEffect, useRef } from 'react';
import { styled } from '@mui/material/styles';
import {
  type Satisfaction,
  SATISFACTIONS,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useSloTranslation } from '../../translations';
import { Choices } from '../editor/Choices';
import { Field } from '../journeys/JourneyFields';

/**
 * Asks whoever looks at a number again how content they are.
 *
 * @internal
 */
export function SatisfactionChoice(props: {
  value: Satisfaction | undefined;
  /** It was not answered, and is asked for. */
  missing: boolean;
  onChange: (value: Satisfaction) => void;
}) {
  const { t } = useSloTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const { missing } = props;
  // Whoever read to the end stands far below the question.
  useEffect(() => {
    if (missing) frame.current?.scrollIntoView?.({ block: 'center' });
  }, [missing]);
  return (
    <Frame ref={frame}>
      <Field problem={missing ? t('sloReview.missing') : undefined}>
        <Choices<Satisfaction | ''>
          label={t('sloReview.question')}
          value={props.value ?? ''}
          options={[...SATISFACTIONS].reverse().map(value => ({
            value,
            label: t(`sloReview.choice.${value}`),
          }))}
          onChange={value => value !== '' && props.onChange(value)}
        />
      </Field>
      <small>{t('sloReview.questionHint')}</small>
    </Frame>
  );
}

const Frame = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  '& > small': {
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
});
