import { styled } from '@mui/material/styles';
import {
  itemStartsAt,
  type ChecklistItemDefinition,
  type ItemView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { exactDay, RelativeTime } from '../../time';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { EvidenceText } from './EvidenceText';
import { Part } from './Part';

/**
 * What is known of an item now: a sentence for its state, what the facts say,
 * the evidence, who gave it and until when it counts.
 *
 * @internal
 */
export function Standing({ item, now }: { item: WordedItem; now: number }) {
  const { t, language } = useReadinessTranslation();
  const { view, words } = item;
  const startsAt = itemStartsAt(words);
  return (
    <>
      <Sentences>
        <StateSentence view={view} />
        {view.state === 'upcoming' && startsAt !== undefined && (
          <p>
            {t('checklist.item.startsAt', {
              day: exactDay(startsAt, language),
            })}
          </p>
        )}
        {view.fact !== null && (
          <p>
            {t(
              `checklist.item.${sourceWord(words)}.${factWord(
                view.fact,
                words,
              )}`,
            )}
          </p>
        )}
        {view.staleSince !== undefined && (
          <p>
            {t('checklist.item.stale', {
              when: <RelativeTime at={view.staleSince} now={now} />,
            })}
          </p>
        )}
        {view.factError !== undefined && (
          <ErrorText>
            {t('checklist.item.factError', { error: view.factError })}
          </ErrorText>
        )}
        <Validity view={view} now={now} />
      </Sentences>
      <Report report={view.report} now={now} />
      <CurrentAnswer view={view} now={now} />
      <CountingAnswer view={view} now={now} />
    </>
  );
}

/** Who says so: readers look there when they doubt it. */
function sourceWord({ reads }: ChecklistItemDefinition) {
  if (reads.includes('checks')) return 'checked';
  if (reads.includes('slo')) return 'slo';
  return reads.includes('toil') ? 'toil' : 'fact';
}

/** Where a statement is enough, a fact that is not there is no failure. */
function factWord(
  fact: NonNullable<ItemView['fact']>,
  words: ChecklistItemDefinition,
) {
  return fact === 'failed' && words.precondition === 'or-statement'
    ? 'hint'
    : fact;
}

function StateSentence({ view }: { view: ItemView }) {
  const { t } = useReadinessTranslation();
  switch (view.state) {
    case 'failed':
    case 'regressed':
    case 'lapsed':
    case 'returned':
    case 'unknown':
    case 'exempt':
    case 'upcoming':
      return <p>{t(`checklist.state.${view.state}`)}</p>;
    case 'not_applicable':
      return <p>{t('checklist.state.notApplicable')}</p>;
    default:
      return null;
  }
}

function Validity({ view, now }: { view: ItemView; now: number }) {
  const { t, language } = useReadinessTranslation();
  if (view.validUntil === null) return null;
  const values = {
    day: exactDay(view.validUntil, language),
    when: <RelativeTime at={view.validUntil} now={now} />,
  };
  if (view.validUntil <= now) {
    return <p>{t('checklist.item.expired', values)}</p>;
  }
  return view.satisfied ? (
    <p>{t('checklist.item.validUntil', values)}</p>
  ) : null;
}

function CurrentAnswer({ view, now }: { view: ItemView; now: number }) {
  const { t } = useReadinessTranslation();
  const { answer } = view;
  if (!answer) return null;
  const decided = answer.decidedBy !== null &&
    answer.decidedAt !== null && {
      who: answer.decidedBy.name,
      when: <RelativeTime at={answer.decidedAt} now={now} />,
    };
  return (
    <Part title={t('checklist.item.current')}>
      <EvidenceText evidence={answer.evidence} />
      <Who>
        {t('checklist.item.by', {
          who: answer.by.name,
          when: <RelativeTime at={answer.at} now={now} />,
        })}
      </Who>
      {decided && (
        <Who>
          {answer.decision === 'accepted'
            ? t(
                `checklist.item.basis.${view.basis ?? 'second_person'}`,
                decided,
              )
            : t('checklist.item.returnedBy', decided)}
        </Who>
      )}
      {answer.comment !== null && <Comment>{answer.comment}</Comment>}
    </Part>
  );
}

/** What a service reported: a fact with evidence, and nobody's answer. */
function Report(props: { report: ItemView['report']; now: number }) {
  const { t } = useReadinessTranslation();
  const { report, now } = props;
  if (!report) return null;
  return (
    <Part title={t('checklist.item.reported')}>
      {report.evidence && <EvidenceText evidence={report.evidence} />}
      <Who>
        {t('checklist.item.reportedBy', {
          who: report.by,
          when: <RelativeTime at={report.at} now={now} />,
        })}
      </Who>
    </Part>
  );
}

/** While a newer answer waits or came back, the accepted one still counts. */
function CountingAnswer({ view, now }: { view: ItemView; now: number }) {
  const { t } = useReadinessTranslation();
  const { acceptance } = view;
  if (!acceptance) return null;
  return (
    <Part title={t('checklist.item.accepted')}>
      <EvidenceText evidence={acceptance.evidence} />
      <Who>
        {t('checklist.item.by', {
          who: acceptance.attestedBy.name,
          when: <RelativeTime at={acceptance.attestedAt} now={now} />,
        })}
      </Who>
      <Who>
        {t(`checklist.item.basis.${view.basis ?? 'second_person'}`, {
          who: acceptance.acceptedBy.name,
          when: <RelativeTime at={acceptance.acceptedAt} now={now} />,
        })}
      </Who>
    </Part>
  );
}

const Sentences = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-1)',
  lineHeight: 1.6,
  '& p': { margin: 0 },
  '&:empty': { display: 'none' },
});

const ErrorText = styled('p')({
  color: 'var(--bui-fg-secondary)',
  overflowWrap: 'anywhere',
});

const Who = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});

const Comment = styled('blockquote')({
  margin: 0,
  padding: 'var(--bui-space-2) var(--bui-space-3)',
  borderLeft: '3px solid var(--bui-fg-warning)',
  backgroundColor: 'var(--bui-bg-neutral-1)',
  borderRadius: '0 var(--bui-radius-2) var(--bui-radius-2) 0',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  lineHeight: 1.6,
});
