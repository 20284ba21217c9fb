import {
  DELEGATION_NOTICE_MILLISECONDS,
  INBOX_VERB,
  InboxItem,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DelegationRecord, findPeople, readEnding } from '../slo';
import { InboxScope } from './InboxStore';

/**
 * The caller's delegations that end soon: they can be renewed before they do.
 *
 * @param asOf - milliseconds since the epoch
 */
export async function readDelegationItems(
  { knex, caller }: Pick<InboxScope, 'knex' | 'caller'>,
  asOf: number,
): Promise<InboxItem[]> {
  if (caller.kind !== 'user' || !caller.userRef) return [];
  const ending = await readEnding(knex, caller.userRef, {
    now: asOf,
    until: asOf + DELEGATION_NOTICE_MILLISECONDS,
  });
  if (ending.length === 0) return [];
  const people = await findPeople(
    knex,
    ending.map(one => one.delegateRef),
  );
  return ending.map(one => toInboxItem(one, people));
}

function toInboxItem(
  one: DelegationRecord,
  people: ReadonlyMap<string, string>,
): InboxItem {
  const { delegateRef, delegatorRef, publicId, validUntil } = one;
  return {
    id: `delegation-ends:${publicId}`,
    kind: 'delegation-ends',
    verb: INBOX_VERB['delegation-ends'],
    entityRef: delegateRef,
    entityTitle: people.get(delegateRef) ?? delegateRef,
    // People wrote it, in whichever language.
    subject: {
      type: 'delegation',
      delegationId: publicId,
      title: { en: one.reason, ja: one.reason },
    },
    since: Math.max(one.createdAt, validUntil - DELEGATION_NOTICE_MILLISECONDS),
    deadline: validUntil,
    waitingFor: delegatorRef,
  };
}
