import { styled } from '@mui/material/styles';
import { RiListCheck3 } from '@remixicon/react';
import {
  type ChecklistDefinition,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { GateBox } from '../gate/GateBox';
import {
  EmptyState,
  ErrorNotice,
  LoadingState,
  PageSection,
  usePanelParam,
} from '../layout';
import { EntityTrend } from '../portfolio/trend/EntityTrend';
import { ReviewPanel, ReviewsSection } from '../review';
import { useReadinessTranslation } from '../translations';
import { SloBox } from './aside/SloBox';
import { ToilBox } from './aside/ToilBox';
import { joinItems } from './data/joinItems';
import { useChecklistWords } from './data/useChecklistWords';
import { useReadiness, useReadinessAsOf } from './data/useReadiness';
import { ItemPanel } from './item/ItemPanel';
import { Headline } from './overview/Headline';
import { HeldAnswers } from './overview/HeldAnswers';
import { NextSteps } from './overview/NextSteps';
import { StartHere } from './overview/StartHere';
import { AsOfBar } from './past/AsOfBar';
import { useAsOf } from './past/useAsOf';
import { ItemRows } from './sections/ItemRows';
import { Sections } from './sections/Sections';

/**
 * The readiness of an entity: am I ready, what next and why, and every item.
 * An item opens beside the list, at a URL of its own.
 *
 * @internal
 */
export function ReadinessContent({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const asOf = useAsOf();
  const present = useReadiness(entityRef);
  const past = useReadinessAsOf(entityRef, asOf.at);
  const isPast = asOf.at !== undefined;
  const readiness = isPast ? past : present;
  const words = useChecklistWords(readiness.data?.checklist?.digest);
  const panel = usePanelParam('item');
  const bar = <AsOfBar day={asOf.day} at={asOf.at} onChoose={asOf.choose} />;
  const review = usePanelParam('review');

  if (readiness.isError && !readiness.data) {
    return (
      <>
        {isPast && bar}
        <ErrorNotice
          error={readiness.error}
          title={t('checklist.error.load')}
          onRetry={() => readiness.refetch()}
        />
      </>
    );
  }
  if (words.isError) {
    return (
      <ErrorNotice
        error={words.error}
        title={t('checklist.error.words')}
        onRetry={() => words.refetch()}
      />
    );
  }
  if (readiness.isPending) return <Loading />;
  if (!readiness.data.checklist) {
    return (
      <EmptyState Icon={RiListCheck3} title={t('checklist.empty.noChecklist')}>
        {t('checklist.empty.noChecklistBody')}
      </EmptyState>
    );
  }
  if (words.isPending) return <Loading />;
  return (
    <>
      {/* Above while it matters, else out of the way. */}
      {isPast && bar}
      <Loaded
        readiness={readiness.data}
        checklist={words.data}
        onOpen={panel.open}
        onOpenReview={review.open}
        showsReviews={!isPast && readiness.data.entity.kind !== 'group'}
      />
      <ReviewPanel
        reviewId={review.value}
        onOpenItem={panel.open}
        onClose={review.close}
      />
      {!isPast && readiness.data.entity.kind !== 'group' && bar}
      <ItemPanel
        entityRef={entityRef}
        itemId={panel.value}
        past={isPast ? readiness.data : undefined}
        onClose={panel.close}
      />
    </>
  );
}

function Loaded(props: {
  readiness: ReadinessView;
  checklist: ChecklistDefinition;
  onOpen: (itemId: string) => void;
  onOpenReview: (reviewId: string) => void;
  /** Reviews, the gate and toil are of the present, and of what is released. */
  showsReviews: boolean;
}) {
  const { readiness, checklist } = props;
  if (readiness.entity.kind === 'group') {
    return (
      <Page>
        <HeldAnswers>
          <ItemRows
            items={[...joinItems(readiness, checklist).values()]}
            now={readiness.asOf}
            neverOptional
            onOpen={props.onOpen}
          />
        </HeldAnswers>
      </Page>
    );
  }
  return (
    <Page>
      <Headline readiness={readiness} checklist={checklist} />
      <Columns>
        <Main>
          <Items
            readiness={readiness}
            checklist={checklist}
            onOpen={props.onOpen}
          />
          {props.showsReviews && (
            <>
              <ReviewsSection
                readiness={readiness}
                onOpen={props.onOpenReview}
              />
              <EntityTrend entityRef={readiness.entity.ref} />
            </>
          )}
        </Main>
        <Aside>
          {props.showsReviews && <GateBox entityRef={readiness.entity.ref} />}
          <SloBox readiness={readiness} />
          {/* Toil is told as it is today, and this may be another day. */}
          {props.showsReviews && (
            <ToilBox
              ownerRef={readiness.entity.ownerRef}
              entityRef={readiness.entity.ref}
            />
          )}
        </Aside>
      </Columns>
    </Page>
  );
}

function Items(props: {
  readiness: ReadinessView;
  checklist: ChecklistDefinition;
  onOpen: (itemId: string) => void;
}) {
  const { t } = useReadinessTranslation();
  const { readiness, checklist, onOpen } = props;
  const items = joinItems(readiness, checklist);
  if (items.size === 0) {
    return (
      <EmptyState Icon={RiListCheck3} title={t('checklist.empty.noItems')}>
        {t('checklist.empty.noItemsBody')}
      </EmptyState>
    );
  }
  if (readiness.adoptionUntil !== null) {
    return <StartHere {...props} items={items} />;
  }
  return (
    <>
      <NextSteps
        readiness={readiness}
        items={items}
        checklist={checklist}
        onOpen={onOpen}
      />
      <PageSection title={t('checklist.sections.title')}>
        <Sections
          checklist={checklist}
          items={items.values()}
          now={readiness.asOf}
          onOpen={onOpen}
        />
      </PageSection>
    </>
  );
}

function Loading() {
  return (
    <Page>
      <LoadingState rows={2} rowHeight={28} />
      <Columns>
        <LoadingState rows={6} rowHeight={64} />
        <LoadingState rows={2} rowHeight={120} />
      </Columns>
    </Page>
  );
}

const Page = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-5)',
  fontFamily: 'var(--bui-font-regular)',
  color: 'var(--bui-fg-primary)',
});

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 20rem',
  alignItems: 'start',
  gap: 'var(--bui-space-5)',
  '@media (max-width: 1199px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Main = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-5)',
  minWidth: 0,
});

const Aside = styled('aside')({
  display: 'grid',
  gap: 'var(--bui-space-5)',
  minWidth: 0,
  // Beside each other between phone and desktop.
  '@media (min-width: 768px) and (max-width: 1199px)': {
    gridTemplateColumns: '1fr 1fr',
  },
});
