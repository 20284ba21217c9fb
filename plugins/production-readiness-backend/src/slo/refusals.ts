import {
  ownerIsCurrent,
  ReadinessError,
  SignatureMeaning,
  SignerStanding,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DerivedSlo, EntitySlos } from './EntitySlos';

/** Why a decision is not taken, in the words of whoever wanted to give it. */
export function refusalOf(
  subject: {
    context: EntitySlos;
    standing: SignerStanding;
    slo: DerivedSlo;
    version: number;
  },
  meaning: SignatureMeaning,
): ReadinessError {
  const { context, standing, slo, version } = subject;
  const { notAllowed, conflict } = ReadinessError;
  if (!standing.isPerson) {
    return notAllowed(
      'SIGNER_UNKNOWN',
      'Only people who are in the catalog can sign. Sign in as yourself, not as a guest.',
    );
  }
  const record = slo.record.versions.find(one => one.version === version);
  const isEditor = record?.editorRef === standing.userRef;
  if (meaning === 'technical-review' && standing.mayReview && isEditor) {
    return notAllowed(
      'REVIEWER_IS_EDITOR',
      'You edited this version last, so another engineer has to review it.',
    );
  }
  if (slo.standing.retired) {
    return conflict(
      'SLO_RETIRED',
      'This SLO was retired. Write a new one if the promise is needed again.',
    );
  }
  const isOwner = standing.capacities.length > 0;
  if (meaning === 'uphold' || meaning === 'overturn') {
    return standing.capacities.some(one => one.role === 'cto')
      ? conflict(
          'NOTHING_DISPUTED',
          'No dispute about this version waits for a decision. Reload the page to see where it stands.',
        )
      : notAllowed(
          'NOT_THE_CTO',
          `A dispute is decided by the CTO of ${context.entity.ref}. The SLO page names who that is.`,
        );
  }
  if (!isOwner && !standing.mayReview) {
    return notAllowed(
      'NOT_A_SIGNER',
      `You are neither the product owner nor the CTO of ${context.entity.ref}, and not in a group that reviews it. The SLO page names who can sign.`,
    );
  }
  if (!isOwner && meaning === 'retire') {
    return notAllowed(
      'NOT_AN_OWNER',
      'Somebody agreed to this SLO, so only its product owner or CTO can retire it. Ask one of them.',
    );
  }
  if (!isOwner && (meaning === 'approve' || meaning === 'reject')) {
    return notAllowed(
      'NOT_AN_OWNER',
      `Only the product owner or the CTO of ${context.entity.ref} can agree or refuse. You can review it technically or ask for changes.`,
    );
  }
  if (!standing.mayReview && meaning === 'technical-review') {
    return notAllowed(
      'NOT_A_REVIEWER',
      `A technical review is given by the team that owns ${context.entity.ref} or by the reviewer group.`,
    );
  }
  if (
    meaning === 'approve' &&
    record &&
    !ownerIsCurrent(context.owners, record)
  ) {
    return conflict(
      'OWNER_CHANGED',
      'This version names somebody who does not answer for it any more. Ask the team to ask for signatures again, in your name.',
    );
  }
  return conflict(
    'NOT_OPEN_FOR_THIS',
    STATE_REASON[slo.standing.versions.get(version) ?? 'superseded'] ??
      'This version does not take that answer at the moment. Reload the page to see where it stands.',
  );
}

const STATE_REASON: Partial<Record<string, string>> = {
  draft:
    'This version is still a draft. Ask the team to ask for signatures first.',
  in_force: 'This version is agreed on already.',
  superseded: 'A newer version has replaced this one. Read that one.',
  recorded: 'An SLO of this tier is recorded and needs no signature.',
  rejected:
    'This version was refused. It takes an edit by the team, or another word by whoever refused it.',
  changes_requested:
    'Changes were asked for. It takes an edit by the team, or another word by whoever asked for them.',
};
