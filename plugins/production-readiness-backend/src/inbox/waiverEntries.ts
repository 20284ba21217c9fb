import {
  DEFAULT_TIMING,
  InboxKind,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ACT_RULES, ActContext } from '../checklist/acts';

/** What an inbox lists of the waivers of an item. */
export interface WaiverEntry {
  kind: InboxKind;
  since: number;
  deadline: number | null;
  waitingFor: string;
}

/**
 * What of an item's waivers waits for the caller: a request to decide on, one
 * that came back, or an exemption that ends soon.
 *
 * @param owner - reference of the team that answers for the entity
 */
export function waiverEntries(
  context: ActContext,
  owner: string,
): WaiverEntry[] {
  const { record, assessed, reviewerRef, now } = context;
  const { waiver, waiverRequest: request } = record;
  const allowed = (act: keyof typeof ACT_RULES) =>
    ACT_RULES[act].capability(context).allowed;
  if (request?.decision === 'waiting') {
    if (!allowed('decide_request')) return [];
    const kind =
      request.kind === 'exemption'
        ? 'decide-exemption'
        : 'decide-not-applicable';
    const waitingFor = reviewerRef ?? owner;
    return [{ kind, since: request.requestedAt, deadline: null, waitingFor }];
  }
  if (!allowed('request_waiver')) return [];
  if (request?.decision === 'returned') {
    const since = request.decidedAt ?? request.requestedAt;
    return [
      { kind: 'request-returned', since, deadline: null, waitingFor: owner },
    ];
  }
  const until = waiver?.kind === 'exemption' ? waiver.until : undefined;
  const { dueBefore } = DEFAULT_TIMING;
  if (assessed.standing.state !== 'exempt' || until === undefined) return [];
  if (until - dueBefore > now) return [];
  return [
    {
      kind: 'exemption-ends',
      since: until - dueBefore,
      deadline: until,
      waitingFor: owner,
    },
  ];
}
