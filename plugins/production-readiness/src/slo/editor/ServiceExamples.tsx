import { useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useSloTranslation } from '../../translations';
import { Choices } from './Choices';

const KINDS = ['screen', 'api', 'batch', 'data', 'device'] as const;

/** A kind of service that examples are there for. @internal */
export type ServiceKind = (typeof KINDS)[number];

/**
 * Examples by kind of service; a click takes one over.
 *
 * @internal
 */
export function ServiceExamples(props: {
  examples: (kind: ServiceKind) => { text: string; onTake: () => void }[];
}) {
  const { t } = useSloTranslation();
  const [kind, setKind] = useState<ServiceKind>('screen');
  return (
    <Frame>
      <summary>{t('slo.editor.sentenceExamples')}</summary>
      <Choices
        label={t('sloNeed.service')}
        value={kind}
        options={KINDS.map(value => ({
          value,
          label: t(`sloNeed.kinds.${value}`),
        }))}
        onChange={setKind}
      />
      {props.examples(kind).map(({ text, onTake }) => (
        <Button key={text} size="small" variant="secondary" onPress={onTake}>
          {text}
        </Button>
      ))}
    </Frame>
  );
}

const Frame = styled('details')({
  '&[open]': { display: 'grid', gap: 'var(--bui-space-3)' },
  '& > summary': {
    cursor: 'pointer',
    fontWeight: 600,
    minHeight: 32,
    color: 'var(--bui-fg-secondary)',
  },
  '& > summary:focus-visible': { outline: '2px solid var(--bui-ring)' },
  // Whole sentences as buttons have to break.
  '& > button': {
    justifySelf: 'start',
    height: 'auto',
    minHeight: 32,
    margin: '0 0 var(--bui-space-2)',
    textAlign: 'start',
    whiteSpace: 'normal',
  },
});
