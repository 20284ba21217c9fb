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
import { Part } from './Part';

/**
 * How another service answered this, where its team shares its answers, and
 * whom to ask. Only for whoever has to write an answer: it is no ranking.
 *
 * @internal
 */
export function Examples(props: { item: WordedItem; entityRef: string }) {
  const { t } = useReadinessTranslation();
  const { view, words } = props.item;
  const isAsked =
    words.kind !== 'automatic' &&
    !view.satisfied &&
    view.canAttest.allowed &&
    view.answer?.decision !== 'waiting';
  const examples = useExamples(props.entityRef, view.itemId, isAsked);
  // An example is a help: without one, or without an answer, nothing is said.
  const found = isAsked ? examples.data?.examples ?? [] : [];
  if (found.length === 0 || !examples.data) return null;
  return (
    <Part title={t('upkeep.examples.title')}>
      {found.map(example => (
        <Example
          key={example.entityRef}
          example={example}
          now={examples.data.asOf}
        />
      ))}
    </Part>
  );
}

function Example({ example, now }: { example: AnswerExample; now: number }) {
  const { t } = useReadinessTranslation();
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

const Source = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});
