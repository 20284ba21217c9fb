import { Suspense } from 'react';
import { ButtonLink, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { styled } from '@mui/material/styles';
import type { ReadinessView } from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, LoadingState } from '../../layout';
import { ReadinessProviders } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { joinItems } from '../data/joinItems';
import { useChecklistWords } from '../data/useChecklistWords';
import { useReadiness } from '../data/useReadiness';
import { AdoptionSentence } from '../overview/AdoptionSentence';
import { RiskText } from '../item/RiskText';
import { BlockersSentence } from '../overview/BlockersSentence';

/** So many risks fit on a card. */
const RISKS = 3;

/**
 * A card for the entity's overview: what blocks, and the first risks.
 *
 * @public
 */
export function ReadinessCard() {
  const { entity } = useEntity();
  const { t } = useReadinessTranslation();
  const ref = stringifyEntityRef(entity);
  return (
    <ReadinessProviders>
      {/* The overview's side column would squeeze it, and hide its foot. */}
      <Card style={{ flexShrink: 0 }}>
        <CardHeader>
          <Text as="h2" variant="title-x-small" weight="bold">
            {t('checklist.card.title')}
          </Text>
        </CardHeader>
        <CardBody>
          <Suspense fallback={<LoadingState rows={2} />}>
            <CardContent entityRef={ref} />
          </Suspense>
        </CardBody>
      </Card>
    </ReadinessProviders>
  );
}

function CardContent({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const linkTo = useEntityRefLink();
  const readiness = useReadiness(entityRef);
  if (readiness.isError) {
    return (
      <ErrorNotice
        error={readiness.error}
        title={t('checklist.error.load')}
        onRetry={() => readiness.refetch()}
      />
    );
  }
  if (readiness.isPending) return <LoadingState rows={2} />;
  if (!readiness.data.checklist) return <>{t('checklist.empty.noChecklist')}</>;
  const { satisfied, required } = readiness.data.summary;
  return (
    <Stack>
      <Text as="p" variant="body-large" weight="bold">
        {readiness.data.adoptionUntil !== null ? (
          <AdoptionSentence readiness={readiness.data} />
        ) : (
          <BlockersSentence readiness={readiness.data} />
        )}
      </Text>
      <Risks readiness={readiness.data} />
      <Foot>
        <span>
          {required > 0 &&
            t('checklist.headline.progress', {
              satisfied: String(satisfied),
              required: String(required),
            })}
        </span>
        <ButtonLink
          size="small"
          variant="secondary"
          href={`${linkTo(entityRef)}/readiness`}
        >
          {t('checklist.card.open')}
        </ButtonLink>
      </Foot>
    </Stack>
  );
}

function Risks({ readiness }: { readiness: ReadinessView }) {
  const words = useChecklistWords(readiness.checklist?.digest);
  if (!words.data) return null;
  const items = joinItems(readiness, words.data);
  const risks = readiness.blockers
    .slice(0, RISKS)
    .flatMap(({ itemId }) => items.get(itemId) ?? []);
  return risks.length === 0 ? null : (
    <List>
      {risks.map(item => (
        <li key={item.view.itemId}>
          <RiskText item={item} />
        </li>
      ))}
    </List>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-3)',
  fontFamily: 'var(--bui-font-regular)',
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-primary)',
  '& p': { margin: 0 },
});

const List = styled('ul')({
  margin: 0,
  paddingLeft: 'var(--bui-space-5)',
  lineHeight: 1.6,
});

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  // Not at the right end: the button that logs work floats there.
  gap: 'var(--bui-space-2) var(--bui-space-4)',
  color: 'var(--bui-fg-secondary)',
});
