import { JsonObject } from '@backstage/types';
import {
  AcceptanceBasis,
  DAY,
  Evidence,
  ItemAnswer,
  ItemRecord,
  Person,
  ReattestDays,
} from '@prodready/backstage-plugin-production-readiness-common';

/** One change of an item: what it becomes, and what the journal says of it. */
export interface ItemChange {
  record: ItemRecord;
  action: string;
  subject: JsonObject;
}

/** Makes a change of what is stored of an item. */
export type Becoming = (
  record: ItemRecord,
  /** Who changes it, when, and how long an answer to this item counts. */
  context: {
    by: Person;
    at: number;
    reattestDays: ReattestDays;
    /** Where the team's session moves an expiry. */
    align?: (until: number | null) => number | null;
  },
) => ItemChange;

/** A new answer waits; an older acceptance stays beside it. */
export function attestation(evidence: Evidence): Becoming {
  return (record, { by, at }) => ({
    record: { ...record, answer: { evidence, by, at, decision: 'waiting' } },
    action: 'checklist.attested',
    subject: { evidence },
  });
}

/**
 * An answer that nobody has decided on is taken back. What was accepted before
 * is the last answer again.
 */
export const withdrawal: Becoming = record => {
  const withdrawn = waitingAnswer(record);
  const { acceptance: counting } = record;
  return {
    record: {
      ...record,
      answer: counting && {
        evidence: counting.evidence,
        by: counting.attestedBy,
        at: counting.attestedAt,
        decision: 'accepted',
        decidedBy: counting.acceptedBy,
        decidedAt: counting.acceptedAt,
      },
    },
    action: 'checklist.withdrawn',
    subject: { attestedBy: withdrawn.by.ref },
  };
};

/**
 * An answer that counts at once, since the rules ask for no second person: it
 * says on what it rests wherever it is shown.
 */
export function selfAcceptance(
  evidence: Evidence,
  basis: Exclude<AcceptanceBasis, 'second_person'>,
): Becoming {
  return (record, context) => {
    const attested = attestation(evidence)(record, context);
    const accepted = acceptance(attested.record, context);
    const counting = accepted.record.acceptance!;
    return {
      record: { ...accepted.record, acceptance: { ...counting, basis } },
      action:
        basis === 'reconfirmation'
          ? 'checklist.reconfirmed'
          : 'checklist.self_certified',
      subject: { evidence, validUntil: counting.until },
    };
  };
}

/** The answer that waits counts from now on, until it expires. */
export const acceptance: Becoming = (
  record,
  { by, at, reattestDays, align = until => until },
) => {
  const answer = waitingAnswer(record);
  const until = align(
    typeof reattestDays === 'number' ? at + reattestDays * DAY : null,
  );
  return {
    record: {
      ...record,
      answer: { ...answer, decision: 'accepted', decidedBy: by, decidedAt: at },
      acceptance: {
        evidence: answer.evidence,
        attestedBy: answer.by,
        attestedAt: answer.at,
        acceptedBy: by,
        acceptedAt: at,
        basis: 'second_person',
        until,
      },
    },
    action: 'checklist.accepted',
    subject: { attestedBy: answer.by.ref, validUntil: until },
  };
};

/** The answer that waits goes back, with what is missing. */
export function returning(comment: string): Becoming {
  return (record, { by, at }) => {
    const answer = waitingAnswer(record);
    return {
      record: {
        ...record,
        answer: {
          ...answer,
          decision: 'returned',
          decidedBy: by,
          decidedAt: at,
          comment,
        },
      },
      action: 'checklist.returned',
      subject: { attestedBy: answer.by.ref, comment },
    };
  };
}

function waitingAnswer({ answer }: ItemRecord): ItemAnswer {
  if (answer?.decision !== 'waiting') {
    throw new TypeError('Only an answer that waits can be decided on');
  }
  return answer;
}

/** The own answer goes, and the one of an entity above counts. */
export const takingOver: Becoming = record => ({
  record: { ...record, answer: undefined, acceptance: undefined },
  action: 'checklist.taken_over',
  subject: { from: record.inherited?.ref ?? null },
});
