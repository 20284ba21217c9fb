import {
  INBOX_VERB,
  InboxItem,
  inboxRoutes,
  RouteQuery,
  RouteResponse,
  sloSignPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access';
import { Clock, ReadinessDatabase } from '../database';
import type { ReviewInbox } from '../review/ReviewInbox';
import { SloWaitingReader, WaitingPolicy, WaitingSlo } from '../slo';
import { readFollowUpItems, readSessionItems } from '../upkeep';
import { readDelegationItems } from './delegationEntries';
import { InboxScope } from './InboxStore';
import { ItemInbox, ItemInboxDeps } from './ItemInbox';

/** What the inbox needs of the other parts. */
export interface InboxOptions extends ItemInboxDeps {
  database: ReadinessDatabase;
  clock: Clock;
  /** The SLOs that wait for a person. */
  sloWaiting: SloWaitingReader;
  /** The reviews that wait for a person. */
  reviews: Pick<ReviewInbox, 'read'>;
}

/** Answers what waits for a person. */
export class InboxReading {
  private readonly items: ItemInbox;

  constructor(private readonly options: InboxOptions) {
    this.items = new ItemInbox(options);
  }

  /** What waits for the caller, by deadline; without one it comes last. */
  async list(
    caller: Caller,
    { limit }: RouteQuery<typeof inboxRoutes.listInbox>,
  ): Promise<RouteResponse<typeof inboxRoutes.listInbox>> {
    const { access, clock, database } = this.options;
    const visibility = await access.visibility(caller);
    const scope = { knex: database.knex, caller, visibility };
    const asOf = await clock.now(database.knex);
    const sessions = await readSessionItems(scope, this.options, asOf);
    const waiting = [
      // What a session walks through is one entry, not one for each answer.
      ...(await this.items.read(scope, asOf)).filter(
        ({ entityRef, kind, subject }) =>
          kind !== 'renew' ||
          subject.type !== 'item' ||
          !sessions.covers(entityRef, subject.itemId),
      ),
      ...(await this.readSlos(scope)),
      ...(await readDelegationItems(scope, asOf)),
      ...(await this.options.reviews.read(scope, asOf)),
      ...sessions.items,
      ...(await readFollowUpItems(scope, asOf)),
    ].sort(byDeadline);
    return {
      items: waiting.slice(0, limit),
      total: waiting.length,
      nextDue:
        waiting.length === 0 ? await this.items.nextDue(scope, asOf) : null,
      asOf,
    };
  }

  private async readSlos(scope: InboxScope): Promise<InboxItem[]> {
    const { access, sloWaiting } = this.options;
    const { caller, knex, visibility } = scope;
    const waiting = await sloWaiting.read(knex, caller, visibility);
    if (waiting.length === 0) return [];
    const refs = [...new Set(waiting.map(({ entity }) => entity.ref))];
    const allowed = await access.isAllowed(caller, sloSignPermission, refs);
    const signable = new Set(refs.filter((_, index) => allowed[index]));
    return waiting
      .filter(
        one =>
          // A question is no decision: whoever belongs here may answer it.
          ('questionId' in one && one.questionId !== undefined) ||
          signable.has(one.entity.ref),
      )
      .map(toInboxItem);
  }
}

function toInboxItem(waiting: WaitingSlo | WaitingPolicy): InboxItem {
  const { entity, kind } = waiting;
  return {
    ...subjectOf(waiting),
    kind,
    verb: INBOX_VERB[kind],
    entityRef: entity.ref,
    entityTitle: entity.title ?? entity.name,
    since: waiting.since,
    deadline: waiting.deadline,
    waitingFor: waiting.waitingFor,
  };
}

function subjectOf(
  waiting: WaitingSlo | WaitingPolicy,
): Pick<InboxItem, 'id' | 'subject'> {
  const { kind, version } = waiting;
  if ('policyId' in waiting) {
    const { policyId, title } = waiting;
    return {
      id: `${kind}:${policyId}:${version}`,
      subject: {
        type: 'budget-policy',
        policyId,
        version,
        // People wrote it, in whichever language.
        title: { en: title, ja: title },
      },
    };
  }
  const { sloId } = waiting;
  const title = `${waiting.target}%: ${waiting.sliText}`;
  return {
    id: `${kind}:${waiting.questionId ?? `${sloId}:${version}`}`,
    subject: { type: 'slo', sloId, version, title: { en: title, ja: title } },
  };
}

function byDeadline(one: InboxItem, other: InboxItem): number {
  const a = one.deadline ?? Infinity;
  const b = other.deadline ?? Infinity;
  return a === b ? one.since - other.since : a - b;
}
