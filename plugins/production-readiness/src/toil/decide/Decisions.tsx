import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  firstDayOfWeek,
  type ToilDecisionInput,
  type ToilDecisionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { ErrorNotice, PageSection } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { CsvButton } from '../figures/CsvButton';
import { useFigureWrites, useToilDecisions } from '../figures/useFigures';
import { useLabel } from '../useLabel';
import { type GroupName } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { DecisionHours } from './DecisionHours';

/**
 * What the team decided to automate or to stop, and the hours before and
 * after. Members say when something went live, give it up or delete it.
 *
 * @internal
 */
export function Decisions(props: {
  group: GroupName;
  /** The running week, for members; they may change decisions. */
  currentWeek?: string;
}) {
  const { t } = useReadinessTranslation();
  const { data, error, refetch } = useToilDecisions(props.group);
  const columns = useColumns();
  const cells = useCells();
  if (data?.access === 'hidden') return null;
  const decisions = data?.decisions ?? [];
  if (data && decisions.length === 0 && !props.currentWeek) return null;
  return (
    <PageSection
      title={t('toilFigures.decisions.title')}
      actions={
        decisions.length > 0 && (
          <CsvButton
            name={t('toilFigures.decisions.table')}
            columns={columns}
            rows={decisions.map(cells)}
          />
        )
      }
    >
      {error && (
        <ErrorNotice
          error={error}
          title={t('toilFigures.decisions.failed')}
          onRetry={() => refetch()}
        />
      )}
      {data && decisions.length === 0 && (
        <Quiet>{t('toilFigures.decisions.none')}</Quiet>
      )}
      <List>
        {decisions.map(decision => (
          <Decision key={decision.id} decision={decision} {...props} />
        ))}
      </List>
    </PageSection>
  );
}

function Decision(props: {
  group: GroupName;
  currentWeek?: string;
  decision: ToilDecisionView;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { decision, currentWeek } = props;
  const title = useTitle();
  return (
    <li data-dropped={decision.dropped || undefined}>
      <div>
        <strong>{title(decision)}</strong>
        <Quiet>
          {stateOf()}
          {decision.kind === 'automate' && (
            <>
              {' · '}
              {t('toilFigures.decisions.cost', {
                build: format.hours(decision.buildHours * 60),
                upkeep: format.hours(decision.upkeepHours * 60),
              })}
            </>
          )}
        </Quiet>
        {decision.what && <Quiet>{decision.what}</Quiet>}
        <FollowUp decision={decision} />
      </div>
      {currentWeek && (
        <Actions
          group={props.group}
          decision={decision}
          currentWeek={currentWeek}
        />
      )}
    </li>
  );

  function stateOf(): string {
    if (decision.dropped) return t('toilFigures.decisions.dropped');
    if (!decision.liveFrom) return t('toilFigures.decisions.planned');
    return t('toilFigures.decisions.live', {
      week: format.monday(firstDayOfWeek(decision.liveFrom)),
    });
  }
}

function FollowUp({ decision }: { decision: ToilDecisionView }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { followUp, dropped } = decision;
  if (dropped) return null;
  if (!followUp) {
    return decision.paybackWeeks === null ? null : (
      <span>
        {t('toilFigures.automate.pays', {
          count: Math.ceil(decision.paybackWeeks),
        })}
      </span>
    );
  }
  const { before, after, won } = followUp;
  if (won === null) {
    return <Quiet>{t('toilFigures.decisions.tooEarly')}</Quiet>;
  }
  return (
    <>
      <span>
        {t(
          won >= 0 ? 'toilFigures.decisions.won' : 'toilFigures.decisions.lost',
          {
            time: format.hours(Math.abs(won)),
            weeks: String(after.weeks),
          },
        )}
      </span>
      <Quiet>
        {t('toilFigures.decisions.before', {
          time: format.hours(before.minutesPerWeek ?? 0),
        })}
        {', '}
        {t('toilFigures.decisions.after', {
          time: format.hours(after.minutesPerWeek ?? 0),
        })}
      </Quiet>
    </>
  );
}

function Actions(props: {
  group: GroupName;
  decision: ToilDecisionView;
  currentWeek: string;
}) {
  const { t } = useReadinessTranslation();
  const { decision } = props;
  const { change, remove } = useFigureWrites(props.group);
  const set = (part: Partial<ToilDecisionInput>) =>
    change.mutate({
      id: decision.id,
      version: decision.version,
      input: { ...inputOf(decision), ...part },
    });
  const error = change.error ?? remove.error;
  const [correcting, setCorrecting] = useState(false);
  if (correcting) {
    return (
      <>
        <DecisionHours
          decision={decision}
          isPending={change.isPending}
          onCancel={() => setCorrecting(false)}
          onSave={hours =>
            change.mutate(
              {
                id: decision.id,
                version: decision.version,
                input: { ...inputOf(decision), ...hours },
              },
              { onSuccess: () => setCorrecting(false) },
            )
          }
        />
        {error && (
          <ErrorNotice error={error} title={t('toilFigures.automate.failed')} />
        )}
      </>
    );
  }
  return (
    <Buttons>
      {!decision.dropped && decision.kind === 'automate' && (
        <Button
          size="small"
          variant="secondary"
          onPress={() =>
            set({ liveFrom: decision.liveFrom ? null : props.currentWeek })
          }
        >
          {t(
            decision.liveFrom
              ? 'toilFigures.decisions.notLive'
              : 'toilFigures.decisions.goLive',
          )}
        </Button>
      )}
      {!decision.dropped && decision.kind === 'automate' && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setCorrecting(true)}
        >
          {t('toilFigures.decisions.changeHours')}
        </Button>
      )}
      <Button
        size="small"
        variant="tertiary"
        onPress={() => set({ dropped: !decision.dropped })}
      >
        {t(
          decision.dropped
            ? 'toilFigures.decisions.resume'
            : 'toilFigures.decisions.drop',
        )}
      </Button>
      <Button
        size="small"
        variant="tertiary"
        onPress={() =>
          remove.mutate({ id: decision.id, version: decision.version })
        }
      >
        {t('toilFigures.decisions.remove')}
      </Button>
      {error && (
        <ErrorNotice error={error} title={t('toilFigures.automate.failed')} />
      )}
    </Buttons>
  );
}

function inputOf(decision: ToilDecisionView): ToilDecisionInput {
  const { kind, category, what, buildHours, upkeepHours, liveFrom, dropped } =
    decision;
  return {
    kind,
    category,
    ...(what !== undefined && { what }),
    buildHours,
    upkeepHours,
    liveFrom,
    dropped,
  };
}

/** What a decision is called. @internal */
export function useTitle() {
  const { t } = useReadinessTranslation();
  const label = useLabel();
  return (decision: Pick<ToilDecisionView, 'kind' | 'category' | 'label'>) =>
    t(`toilFigures.decisions.${decision.kind}`, { what: label(decision) });
}

function useColumns() {
  const { t } = useReadinessTranslation();
  return [
    t('toilFigures.decisions.what'),
    t('toilFigures.decisions.beforeHead'),
    t('toilFigures.decisions.afterHead'),
    t('toilFigures.decisions.wonHead'),
  ];
}

function useCells() {
  const title = useTitle();
  const format = useToilFormat();
  const hours = (minutes?: number | null) =>
    minutes === null || minutes === undefined ? '' : format.hours(minutes);
  return (decision: ToilDecisionView) => [
    title(decision),
    hours(decision.followUp?.before.minutesPerWeek),
    hours(decision.followUp?.after.minutesPerWeek),
    hours(decision.followUp?.won),
  ];
}

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: 'var(--bui-space-2) var(--bui-space-4)',
    padding: 'var(--bui-space-3) 0',
    borderTop: '1px solid var(--bui-border-1)',
    fontSize: 'var(--bui-font-size-3)',
    lineHeight: 1.5,
  },
  '& > li > div:first-of-type': {
    display: 'grid',
    gap: 2,
    flex: '1 1 240px',
    minWidth: 0,
  },
  '& > li[data-dropped] strong': { fontWeight: 400 },
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});

const Quiet = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
});
