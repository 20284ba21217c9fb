import { useState } from 'react';
import { Button, ToggleButton } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiCheckDoubleLine } from '@remixicon/react';
import {
  type ChecklistDefinition,
  localize,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EmptyState, PageSection, SentenceGap } from '../../layout';
import { RelativeTime } from '../../time';
import { HOVER_BACKGROUND } from '../../theme/hover';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { ItemState } from '../item/ItemState';
import { OpenButton } from '../item/OpenButton';
import { RiskText } from '../item/RiskText';
import { FocusSentence } from './FocusSentence';
import { quickestFirst, Step, stepsOf } from './gains';
import { isOwnTeam } from './isOwnTeam';
import { LevelAbove } from './LevelAbove';

/** More than these at once is a list, not a next step. */
const FIRST = 5;

/**
 * "Your next step, and why": risks in words, each with one verb.
 *
 * @internal
 */
export function NextSteps(props: {
  readiness: ReadinessView;
  items: Map<string, WordedItem>;
  onOpen: (itemId: string) => void;
  /** With the next level; absent while levels are not put forward. */
  checklist?: ChecklistDefinition;
  /** What to know before the list. */
  intro?: string;
}) {
  const { readiness, items } = props;
  const { t } = useReadinessTranslation();
  const [all, setAll] = useState(false);
  const [quickest, setQuickest] = useState(false);
  const urgent = stepsOf(readiness, items);
  const steps = quickest ? quickestFirst(urgent) : urgent;
  const more = steps.length - FIRST;

  return (
    <PageSection
      title={t(
        isOwnTeam(readiness)
          ? 'checklist.next.title'
          : 'checklist.next.teamTitle',
      )}
      actions={
        steps.length > 1 && (
          <ToggleButton
            size="small"
            isSelected={quickest}
            onChange={setQuickest}
          >
            {t('checklist.next.quickest')}
          </ToggleButton>
        )
      }
    >
      {props.intro && <Intro>{props.intro}</Intro>}
      <FocusSentence readiness={readiness} />
      {steps.length === 0 ? (
        <Done readiness={readiness} />
      ) : (
        <List>
          {(all ? steps : steps.slice(0, FIRST)).map((step, index) => (
            <StepRow
              key={step.itemId}
              step={step}
              first={index === 0}
              now={readiness.asOf}
              onOpen={() => props.onOpen(step.itemId)}
            />
          ))}
        </List>
      )}
      {more > 0 && (
        <More>
          <Button
            variant="tertiary"
            size="small"
            aria-expanded={all}
            onPress={() => setAll(!all)}
          >
            {all
              ? t('checklist.next.fewer')
              : t('checklist.next.more', { count: more })}
          </Button>
        </More>
      )}
      {props.checklist && (
        <LevelAbove
          checklist={props.checklist}
          items={items}
          now={readiness.asOf}
          onOpen={props.onOpen}
        />
      )}
    </PageSection>
  );
}

function StepRow(props: {
  step: Step;
  /** The one thing to do now, if there is only time for one. */
  first: boolean;
  now: number;
  onOpen: () => void;
}) {
  const { t, language } = useReadinessTranslation();
  const { view, words } = props.step.item;
  const action = t(`checklist.next.action.${props.step.action}`);
  const title = localize(words.title, language);
  // Who waits, or may not answer, has nothing to do here but read.
  const acts = props.step.action !== 'wait' && mayAct(props.step);

  return (
    <Row data-item={view.itemId}>
      <div>
        <OpenButton onPress={props.onOpen}>
          <Risk>
            <RiskText item={props.step.item} />
          </Risk>
        </OpenButton>
        <Detail>
          <ItemState view={view} now={props.now} />
          <span>
            {!view.satisfied && title} <Id>{view.itemId}</Id>
          </span>
          <Worth step={props.step} />
        </Detail>
      </div>
      {acts && (
        <Verb>
          <Button
            variant={props.first ? 'primary' : 'secondary'}
            size="small"
            onPress={props.onOpen}
            aria-label={t('checklist.next.actionOf', { action, title })}
          >
            {action}
          </Button>
        </Verb>
      )}
    </Row>
  );
}

/** What it takes and brings, where it is the team's to do. */
function Worth({ step: { effort, gain } }: { step: Step }) {
  const { t, language } = useReadinessTranslation();
  if (effort === undefined) return null;
  const points = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(gain / 10);
  return (
    <span>
      {t(`checklist.next.effort.${effort}`)}
      {gain > 0 && (
        <>
          {t('checklist.blocks.separator')}
          {t('checklist.next.gain', { points })}
        </>
      )}
    </span>
  );
}

function mayAct({ item, action }: Step): boolean {
  return item.view.canAttest.allowed || action === 'fix' || action === 'check';
}

function Done({ readiness }: { readiness: ReadinessView }) {
  const { t } = useReadinessTranslation();
  const { nextDue } = readiness.summary;
  return (
    <EmptyState Icon={RiCheckDoubleLine} title={t('checklist.next.done')}>
      {t('checklist.next.doneBody')}
      <SentenceGap />
      {nextDue !== null &&
        t('checklist.next.nextDue', {
          when: <RelativeTime at={nextDue} now={readiness.asOf} />,
        })}
    </EmptyState>
  );
}

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

const Row = styled('li')({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: 'var(--bui-space-2) var(--bui-space-4)',
  padding: 'var(--bui-space-3) var(--bui-space-2)',
  margin: '0 calc(-1 * var(--bui-space-2))',
  borderTop: '1px solid var(--bui-border-1)',
  borderRadius: 'var(--bui-radius-2)',
  '&:first-of-type': { borderTopColor: 'transparent' },
  '&:hover': { backgroundColor: HOVER_BACKGROUND },
  '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const Risk = styled('span')({
  fontSize: 'var(--bui-font-size-4)',
  fontWeight: 600,
  lineHeight: 1.4,
});

const Detail = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px var(--bui-space-3)',
  marginTop: 'var(--bui-space-1)',
  lineHeight: '20px',
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-secondary)',
});

const Id = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  whiteSpace: 'nowrap',
  marginLeft: 4,
});

// Above the row's own hit area.
const Verb = styled('div')({ position: 'relative', zIndex: 1 });

// The button's text stands below the texts of the rows.
const More = styled('div')({ margin: 'var(--bui-space-2) -8px 0' });

const Intro = styled('p')({
  margin: '0 0 var(--bui-space-2)',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
});
