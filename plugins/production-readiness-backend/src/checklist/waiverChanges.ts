import {
  findExemptionProblem,
  EXEMPTION_DAYS_MAX,
  ItemWaiverRequest,
  ReadinessError,
  Waiver,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Becoming } from './changes';

/**
 * A request waits; a waiver in force stays beside it until its own end.
 *
 * @throws ReadinessError 400 when the exemption ends too early or too late
 */
export function waiverRequest(waiver: Waiver): Becoming {
  return (record, { by, at }) => {
    refuseMoment(waiver, at);
    return {
      record: {
        ...record,
        waiverRequest: {
          ...waiver,
          requestedBy: by,
          requestedAt: at,
          decision: 'waiting',
        },
      },
      action: `checklist.${waiver.kind}_requested`,
      subject: wordsOf(waiver),
    };
  };
}

/** The request that waits is granted and holds from now on. */
export const waiverApproval: Becoming = (record, { by, at }) => {
  const { decision, decidedBy, decidedAt, comment, ...granted } =
    waitingRequest(record.waiverRequest);
  refuseMoment(granted, at);
  return {
    record: {
      ...record,
      waiver: { ...granted, approvedBy: by, approvedAt: at },
      waiverRequest: undefined,
    },
    action: `checklist.${granted.kind}_approved`,
    subject: { ...wordsOf(granted), requestedBy: granted.requestedBy.ref },
  };
};

/** The request that waits goes back, with what is missing. */
export function waiverReturn(comment: string): Becoming {
  return (record, { by, at }) => {
    const request = waitingRequest(record.waiverRequest);
    return {
      record: {
        ...record,
        waiverRequest: {
          ...request,
          decision: 'returned',
          decidedBy: by,
          decidedAt: at,
          comment,
        },
      },
      action: `checklist.${request.kind}_returned`,
      subject: { requestedBy: request.requestedBy.ref, comment },
    };
  };
}

/** The request is taken back, whether it waits or came back. */
export const waiverWithdrawal: Becoming = record => {
  const { waiverRequest: request, ...rest } = record;
  if (request === undefined) throw new TypeError('There is no request');
  return {
    record: rest,
    action: `checklist.${request.kind}_withdrawn`,
    subject: { requestedBy: request.requestedBy.ref },
  };
};

/** What excused the entity no longer does. */
export function waiverRevocation(reason: string): Becoming {
  return record => {
    const { waiver, ...rest } = record;
    if (waiver === undefined) throw new TypeError('There is no waiver');
    return {
      record: rest,
      action: `checklist.${waiver.kind}_revoked`,
      subject: { requestedBy: waiver.requestedBy.ref, comment: reason },
    };
  };
}

function waitingRequest(request?: ItemWaiverRequest): ItemWaiverRequest {
  if (request?.decision !== 'waiting') {
    throw new TypeError('Only a request that waits can be decided on');
  }
  return request;
}

function refuseMoment(waiver: Waiver, now: number): void {
  if (waiver.kind !== 'exemption') return;
  const problem = findExemptionProblem(waiver.until, now);
  if (problem === undefined) return;
  throw ReadinessError.badInput(
    'EXEMPTION_PERIOD',
    problem === 'in-the-past'
      ? 'The exemption would end in the past. Choose a day that is still to come.'
      : `An exemption lasts at most ${EXEMPTION_DAYS_MAX} days. Choose an earlier day; it can be asked for again.`,
    { field: 'body.waiver.until' },
  );
}

function wordsOf(waiver: Waiver) {
  return waiver.kind === 'exemption'
    ? {
        reason: waiver.reason,
        compensatingControl: waiver.compensatingControl,
        until: waiver.until,
      }
    : { reason: waiver.reason };
}
