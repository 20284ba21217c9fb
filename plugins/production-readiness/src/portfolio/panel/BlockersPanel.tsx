import { ButtonLink } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { useChecklistWords } from '../../checklist/data/useChecklistWords';
import { joinItems } from '../../checklist/data/joinItems';
import { useReadiness } from '../../checklist/data/useReadiness';
import { ItemState } from '../../checklist/item/ItemState';
import { RiskText } from '../../checklist/item/RiskText';
import { useEntityTabLink } from '../../entity';
import { ErrorNotice, LoadingState, SidePanel } from '../../layout';
import { EntityName } from '../../people';
import { useReadinessTranslation } from '../../translations';

/**
 * What blocks one entity, beside the list that it was opened from.
 *
 * @internal
 */
export function BlockersPanel(props: {
  /** The entity, as the URL says; undefined while closed. */
  entityRef: string | undefined;
  onClose: () => void;
}) {
  const { t } = useReadinessTranslation();
  const tabLink = useEntityTabLink();
  const { entityRef, onClose } = props;
  return (
    <SidePanel
      open={entityRef !== undefined}
      onClose={onClose}
      title={
        entityRef &&
        t('portfolioViews.panel.title', {
          entity: <EntityName entityRef={entityRef} />,
        })
      }
      footer={
        entityRef && (
          <ButtonLink href={tabLink(entityRef, 'readiness')}>
            {t('portfolioViews.panel.open')}
          </ButtonLink>
        )
      }
    >
      {entityRef && <Blockers entityRef={entityRef} />}
    </SidePanel>
  );
}

function Blockers({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const readiness = useReadiness(entityRef);
  const words = useChecklistWords(readiness.data?.checklist?.digest);
  const error = readiness.error ?? words.error;
  if (error) {
    return (
      <ErrorNotice
        error={error}
        onRetry={() => Promise.all([readiness.refetch(), words.refetch()])}
      />
    );
  }
  if (!readiness.data || (readiness.data.checklist && !words.data)) {
    return <LoadingState rows={4} />;
  }
  const items = words.data ? joinItems(readiness.data, words.data) : new Map();
  const blockers = readiness.data.blockers.flatMap(
    ({ itemId }) => items.get(itemId) ?? [],
  );
  if (blockers.length === 0) return <p>{t('portfolioViews.panel.nothing')}</p>;
  return (
    <List>
      {blockers.map(item => (
        <li key={item.view.itemId}>
          <strong>
            <RiskText item={item} />
          </strong>
          <Detail>
            <ItemState view={item.view} now={readiness.data.asOf} />
            <span>{item.view.itemId}</span>
          </Detail>
        </li>
      ))}
    </List>
  );
}

const List = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  fontSize: 'var(--bui-font-size-4)',
  lineHeight: 1.5,
  '& > li': {
    padding: 'var(--bui-space-3) 0',
    borderBottom: '1px solid var(--bui-border-1)',
  },
  '& > li:last-of-type': { borderBottom: 'none' },
});

const Detail = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-3)',
  marginTop: 'var(--bui-space-1)',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-3)',
});
