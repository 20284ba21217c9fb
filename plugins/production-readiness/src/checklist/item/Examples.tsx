import { useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import {
  upkeepRoutes,
  type AnswerExample,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessClient } from '../../api';
import { EntityName } from '../../people';
import { RelativeTime } from '../../time';
import { useReadinessTranslation } from '../../translations';
import { entityAddress } from '../data/entityAddress';
import type { WordedItem } from '../data/joinItems';
import { checklistKeys } from '../data/keys';
import { EvidenceText } from './EvidenceText';
import { evidenceSource } from './evidenceSource';
import { Part } from './Part';

/**
 * How another service answered this, where its team shares its answers, and
 * whom to ask. Only for whoever has to write an answer: it is no ranking.
 *
 * @internal
 */
export function Examples(props: {
  item: WordedItem;
  entityRef: string;
  /** Takes an example over, to be changed; left out once something is written. */
  onStart?: (text: string) => void;
}) {
  const { t } = useReadinessTranslation();
  const { view, words } = props.item;
  const isAsked =
    words.kind !== 'automatic' &&
    !view.satisfied &&
    view.canAttest.allowed &&
    view.answer?.decision !== 'waiting';
  const examples = useExamples(props.entityRef, view.itemId, isAsked);
  const [all, setAll] = useState(false);
  // An example is a help: without one, or without an answer, nothing is said.
  const found = isAsked ? examples.data?.examples ?? [] : [];
  if (found.length === 0 || !examples.data) return null;
  // One shows how it is done; more would push the answer out of sight.
  const more = found.length - 1;
  return (
    <Part title={t('upkeep.examples.title')}>
      {(all ? found : found.slice(0, 1)).map(example => (
        <Example
          key={example.entityRef}
          example={example}
          now={examples.data.asOf}
          onStart={props.onStart}
        />
      ))}
      {!all && more > 0 && (
        <Start>
          <Button variant="tertiary" size="small" onPress={() => setAll(true)}>
            {t('upkeep.examples.more', { count: more })}
          </Button>
        </Start>
      )}
    </Part>
  );
}

function Example(props: {
  example: AnswerExample;
  now: number;
  onStart?: (text: string) => void;
}) {
  const { t } = useReadinessTranslation();
  const { example, now, onStart } = props;
  return (
    <Frame>
      <EvidenceText evidence={example.evidence} />
      <Source>
        <EntityName entityRef={example.entityRef} link />
        <span>
          {t('upkeep.examples.of', {
            team: <EntityName entityRef={example.ownerRef} link />,
            when: <RelativeTime at={example.acceptedAt} now={now} />,
          })}
        </span>
        <span>
          {t('upkeep.examples.ask', {
            who: <EntityName entityRef={example.attestedBy.ref} link />,
          })}
        </span>
      </Source>
      {onStart && (
        <Start>
          <Button
            variant="tertiary"
            size="small"
            aria-label={t('upkeep.examples.startOf', {
              name: example.entityTitle,
            })}
            onPress={() => onStart(evidenceSource(example.evidence))}
          >
            {t('upkeep.examples.start')}
          </Button>
        </Start>
      )}
    </Frame>
  );
}

function useExamples(entityRef: string, itemId: string, enabled: boolean) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: checklistKeys.examples(entityRef, itemId),
    enabled,
    queryFn: async ({ signal }) => {
      const { body } = await client.call(upkeepRoutes.listAnswerExamples, {
        params: { ...entityAddress(entityRef), itemId },
        signal,
      });
      return body;
    },
  });
}

const Frame = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-1)',
  padding: 'var(--bui-space-2) var(--bui-space-3)',
  borderLeft: '3px solid var(--bui-border-2)',
  lineHeight: 1.6,
});

/** The words of the button begin where those above it do. */
const Start = styled('div')({ marginLeft: -8 });

const Source = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});
