import {
  ownerIsCurrent,
  OwnerRole,
  ReadinessError,
  SignatureMeaning,
  SignerStanding,
  signingCapacities,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntitySlos } from '../EntitySlos';
import { SignedDocument } from './SignedDocument';

/** Why a decision is not taken, in the words of whoever wanted to give it. */
export function refusalOf(
  subject: {
    context: EntitySlos;
    standing: SignerStanding;
    document: SignedDocument;
    version: number;
  },
  meaning: SignatureMeaning,
): ReadinessError {
  const { context, standing, document, version } = subject;
  const { noun } = document;
  const { notAllowed, conflict } = ReadinessError;
  if (!standing.isPerson) {
    return notAllowed(
      'SIGNER_UNKNOWN',
      'Only people who are in the catalog can sign. Sign in as yourself, not as a guest.',
    );
  }
  const record = document.record.versions.find(one => one.version === version);
  const isEditor = record?.editorRef === standing.userRef;
  if (meaning === 'technical-review' && standing.mayReview && isEditor) {
    return notAllowed(
      'REVIEWER_IS_EDITOR',
      'You edited this version last, so another engineer has to review it.',
    );
  }
  if (document.standing.retired) {
    return conflict(
      document.kind === 'slo' ? 'SLO_RETIRED' : 'POLICY_RETIRED',
      `This ${noun} was retired. Write a new one if it is needed again.`,
    );
  }
  const isOwner = standing.capacities.length > 0;
  const signs = signingCapacities(standing, document.case.policy).length > 0;
  const signers = document.case.policy.roles.map(inWords).join(' or ');
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
      `You hold no role such as product owner or CTO of ${context.entity.ref}, and are not in a group that reviews it. The SLO page names who can sign.`,
    );
  }
  if (!signs && meaning === 'retire') {
    return notAllowed(
      'NOT_AN_OWNER',
      `Somebody agreed to this ${noun}, so only its ${signers} can retire it. Ask one of them.`,
    );
  }
  if (!signs && (meaning === 'approve' || meaning === 'reject')) {
    return notAllowed(
      'NOT_AN_OWNER',
      `Only the ${signers} of ${context.entity.ref} can agree to this ${noun} or refuse it. You can ask for changes.`,
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
    STATE_REASON[document.standing.versions.get(version) ?? 'superseded'] ??
      'This version does not take that answer at the moment. Reload the page to see where it stands.',
  );
}

/** A role as a sentence says it; its title is the screen's. */
function inWords(role: OwnerRole): string {
  return role === 'cto' ? 'CTO' : role.replaceAll('-', ' ');
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
