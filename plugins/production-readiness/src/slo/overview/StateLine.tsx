import { styled } from '@mui/material/styles';
import {
  type SloView,
  type VersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { StateBadge } from '../../state';
import { exactDay, RelativeTime, useLanguage } from '../../time';
import { useSloTranslation } from '../../translations';
import { useRequirementWords } from '../words/useRequirementWords';
import { useSloWords } from '../words/useSloWords';

/**
 * Where an SLO stands, who agreed, and what that asks of somebody.
 *
 * @internal
 */
export function StateLine({ slo, now }: { slo: SloView; now: number }) {
  const { t } = useSloTranslation();
  const words = useStateWords(slo);
  const approvers = approversOf(slo);
  // What is proposed beside it is said below; this line is about what counts.
  const state = slo.state === 'proposed' ? 'in_force' : slo.state;
  return (
    <div>
      <Line>
        <StateBadge family="slo" state={state} filled>
          {/* Beside another word it would name who disputes, or is late. */}
          {approvers &&
            state === 'in_force' &&
            t('slo.line.agreedBy', { who: approvers })}
        </StateBadge>
        {approvers && state !== 'in_force' && (
          <span>{t('slo.line.agreed', { who: approvers })}</span>
        )}
        <ReviewDue at={slo.reviewBy} now={now} />
      </Line>
      {words.map(text => (
        <Explanation key={text}>{text}</Explanation>
      ))}
    </div>
  );
}

/** When a number is, or was, to be looked at again. @internal */
export function ReviewDue(props: {
  /** Null: never. */
  at: number | null;
  now: number;
}) {
  const { at, now } = props;
  const { t } = useSloTranslation();
  const language = useLanguage();
  if (at === null) return null;
  const [before, after] = t(
    at > now ? 'slo.line.reviewBy' : 'slo.line.reviewWas',
    { when: '|' },
  ).split('|');
  return (
    <span title={exactDay(at, language)}>
      {before}
      <RelativeTime at={at} now={now} />
      {after}
    </span>
  );
}

function useStateWords(slo: SloView): string[] {
  const { t } = useSloTranslation();
  const { missing } = useRequirementWords();
  const words: string[] = [];
  const accountable = slo.inForce?.material.accountableOwner?.userRef;
  const who = nameIn(slo, accountable);
  if (slo.overlays.includes('owner_vacant')) {
    words.push(t('slo.line.ownerVacant', { who }));
  }
  if (slo.overlays.includes('owner_changed')) {
    words.push(t('slo.line.ownerChanged', { who }));
  }
  // A proposal beside what is in force has its own place.
  const version = slo.inForce ? null : slo.proposal;
  switch (version?.state) {
    case 'draft':
      words.push(t('slo.line.draft'));
      break;
    case 'recorded':
      words.push(t('slo.line.recorded'));
      break;
    case 'in_review': {
      const what = missing(version.requirements);
      if (what) words.push(t('slo.line.missing', { what }));
      break;
    }
    case 'rejected':
    case 'changes_requested':
      words.push(...refusals(slo, version, t));
      break;
    default:
  }
  return words;
}

function refusals(
  slo: SloView,
  version: VersionView,
  t: ReturnType<typeof useSloWords>['t'],
): string[] {
  return slo.signatures
    .filter(one => one.version === version.version && one.reason !== null)
    .slice(0, 1)
    .map(one =>
      t('slo.line.refusedBy', {
        who: one.signer.name,
        reason: one.reason ?? '',
      }),
    );
}

function approversOf(slo: SloView): string | undefined {
  const by = slo.inForce?.requirements
    .filter(one => one.kind === 'approval')
    .flatMap(one => one.by);
  return by && by.length > 0
    ? [...new Set(by)].map(ref => nameIn(slo, ref)).join(', ')
    : undefined;
}

function nameIn(slo: SloView, userRef: string | undefined): string {
  const signature = slo.signatures.find(one => one.signer.userRef === userRef);
  return signature?.signer.name ?? userRef?.split('/').pop() ?? '';
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-3)',
});

const Explanation = styled('p')({
  margin: 'var(--bui-space-2) 0 0',
  lineHeight: 1.6,
});
