import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiFileEditLine } from '@remixicon/react';
import {
  type SignatureView,
  type SloChange,
  type VersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { StateBadge } from '../../state';
import { TONES } from '../../state/tones';
import { ChangeList } from '../changes/ChangeList';
import { useRequirementWords } from '../words/useRequirementWords';
import { useSloWords } from '../words/useSloWords';

/**
 * A change that is proposed, beside what is in force, with what differs.
 *
 * @internal
 */
export function ProposalStrip(props: {
  inForce: VersionView;
  proposal: VersionView;
  changes: readonly SloChange[];
  signatures: readonly SignatureView[];
  onDecide: () => void;
}) {
  const words = useSloWords();
  const { t } = words;
  const { missing } = useRequirementWords();
  const { inForce, proposal } = props;
  const before = words.percent(inForce.material.target);
  const after = words.percent(proposal.material.target);
  const isDraft = proposal.state === 'draft';
  const decides = proposal.decisions.some(
    one => one === 'approve' || one === 'technical-review',
  );
  const title =
    before === after
      ? t(isDraft ? 'slo.proposal.draftOther' : 'slo.proposal.other', {
          target: after,
        })
      : t(isDraft ? 'slo.proposal.draft' : 'slo.proposal.changed', {
          before,
          after,
        });
  const still =
    proposal.state === 'in_review' ? missing(proposal.requirements) : undefined;
  const refusal = REFUSED.includes(proposal.state)
    ? props.signatures.find(
        one => one.version === proposal.version && one.reason !== null,
      )
    : undefined;
  return (
    <Strip>
      <Head>
        <RiFileEditLine size={20} aria-hidden />
        <strong>{title}</strong>
        <Button
          size="small"
          variant={decides ? 'primary' : 'secondary'}
          onPress={props.onDecide}
        >
          {t(decides ? 'slo.action.decide' : 'slo.action.read')}
        </Button>
      </Head>
      {still && <p>{t('slo.line.missing', { what: still })}</p>}
      {refusal && (
        <p>
          <StateBadge family="slo" state={proposal.state} />{' '}
          {t('slo.line.refusedBy', {
            who: refusal.signer.name,
            reason: refusal.reason ?? '',
          })}
        </p>
      )}
      <ChangeList changes={props.changes} />
    </Strip>
  );
}

/** Proposals that somebody answered with a reason. */
const REFUSED: readonly string[] = ['rejected', 'changes_requested'];

const Strip = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-3)',
  padding: 'var(--bui-space-3) var(--bui-space-4) var(--bui-space-4)',
  borderLeft: `3px solid ${TONES.info.solid}`,
  backgroundColor: TONES.info.bg,
  borderRadius: '0 var(--bui-radius-2) var(--bui-radius-2) 0',
  '& p': { margin: 0, lineHeight: 1.6 },
});

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-2)',
  '& > svg': { flex: 'none', color: TONES.info.fg },
  '& > strong': { flex: 1, minWidth: '12rem' },
});
