import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DEFAULT_TIMING,
  InboxItem,
  ItemRecord,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller, EVERYTHING, Visibility } from '../access';
import { loadChecklists } from '../checklist/createChecklistFeature';
import { answerColumns, factColumns } from '../checklist/itemRow';
import { FixedClock, ReadinessDatabase } from '../database';
import { createDirectory } from '../directory';
import { WaitingSlo } from '../slo';
import { seedSummaries, SummarySeed } from './summaries';
import { InboxReading } from '../inbox/InboxReading';
import { Knex } from 'knex';

/** The moment at which everything happens. */
export const NOW = Date.UTC(2026, 10, 22);
/** Ann's and Bob's. */
export const TEAM = 'group:default/team';
/** Rosa's. */
export const SRE = 'group:default/sre';

function person(name: string, ...groups: string[]): Caller {
  const userRef = `user:default/${name}`;
  return {
    kind: 'user',
    userRef,
    principals: [userRef, ...groups],
    isAdmin: false,
    onBehalfOf: false,
    credentials: mockCredentials.user(userRef),
  };
}

// Who looks into an inbox.
export const ann = person('ann', TEAM);
export const bob = person('bob', TEAM);
export const rosa = person('rosa', SRE);
export const admin = { ...person('adam'), isAdmin: true };

/** The inbox over what is stored. */
export async function setUpInbox(
  database: ReadinessDatabase,
  options: {
    visibility?: Visibility;
    denied?: string[];
    slos?: WaitingSlo[];
    reviewers?: { sections?: string[]; groupRef: string }[];
  } = {},
) {
  const registry = await loadChecklists(new ConfigReader({}));
  const { directory } = createDirectory({
    catalog: {} as CatalogService,
    auth: mockServices.auth(),
    database,
    clock: new FixedClock(NOW),
    config: new ConfigReader({}),
    logger: mockServices.logger.mock(),
    onEntitiesChanged: async () => {},
  });
  const reading = new InboxReading({
    database,
    clock: new FixedClock(NOW),
    directory,
    registry,
    config: {
      reviewers: options.reviewers ?? [],
      reviewModes: [],
      reviewDays: {},
      gate: { blockTiers: [], graceDays: 14, passHours: 24 },
      adoptionPeriod: 0,
      timing: DEFAULT_TIMING,
      timeZone: 'UTC',
    },
    access: {
      visibility: async () => options.visibility ?? EVERYTHING,
      ownsEntity: (caller: Caller, owners: string[]) =>
        owners.some(owner => caller.principals.includes(owner)),
      isAllowed: async (
        _: Caller,
        { name }: { name: string },
        refs: string[],
      ) => refs.map(() => !options.denied?.includes(name)),
    } as unknown as Access,
    reviews: { read: async () => [] },
    sloWaiting: { read: async () => options.slos ?? [] },
  });
  return {
    registry,
    directory,
    list: (caller: Caller, limit = 200) => reading.list(caller, { limit }),
    what: async (caller: Caller) =>
      (await reading.list(caller, { limit: 200 })).items.map(item =>
        [item.verb, item.entityTitle, aboutOf(item)].join(' '),
      ),
  };
}

function aboutOf({ subject }: InboxItem): string {
  switch (subject.type) {
    case 'item':
      return subject.itemId;
    case 'slo':
      return subject.sloId;
    case 'review':
      return subject.reviewId;
    case 'budget-policy':
      return subject.policyId;
    case 'delegation':
      return subject.delegationId;
    case 'release':
      return subject.passId;
    default:
      return String(subject.count);
  }
}

/** An entity with answers to items of the default checklist. */
export async function seedAnswers(
  knex: Knex,
  entity: Omit<SummarySeed, 'facts'> & { ownerGone?: boolean },
  answers: Record<string, Partial<ItemRecord> & { reviewer?: string }> = {},
): Promise<string> {
  const { ownerGone, ...summary } = entity;
  const [{ document, digest }] = (await loadChecklists(new ConfigReader({})))
    .loaded;
  const [id] = await seedSummaries(knex, [
    {
      owner_ref: TEAM,
      ...summary,
      checklist_id: document.id,
      checklist_digest: digest,
      facts: JSON.stringify({
        applicable: document.items
          .filter(item => item.id !== 'SEC-6')
          .map(item => ({ itemId: item.id, required: true })),
        sloOwners: [],
      }),
    },
  ]);
  const owners = [summary.owner_ref ?? TEAM];
  await knex('directory_entities')
    .where({ id })
    .update({
      owner_exists: !ownerGone,
      entity: JSON.stringify({
        metadata: {},
        relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
      }),
    });
  for (const [itemId, { reviewer, ...record }] of Object.entries(answers)) {
    await knex('item_states').insert({
      entity_id: id,
      checklist_id: document.id,
      item_id: itemId,
      ...answerColumns({ version: 1, ...record }, reviewer ?? null),
      ...factColumns(record.fact),
      state: 'attested',
      updated_at: NOW,
    });
  }
  return id;
}

/** A person as answers name them. */
export const by = (caller: Caller) => ({
  ref: caller.userRef ?? '',
  name: 'Name',
});
export const evidence = { kind: 'text' as const, text: 'We did it' };
/** An answer that waits for a decision. */
export const waiting = (caller = ann, at = NOW - 3) => ({
  answer: { evidence, by: by(caller), at, decision: 'waiting' as const },
});
/** An answer that counts until a moment; null: for good. */
export const accepted = (until: number | null) => ({
  answer: {
    evidence,
    by: by(ann),
    at: 1,
    decision: 'accepted' as const,
    decidedBy: by(bob),
    decidedAt: 2,
  },
  acceptance: {
    evidence,
    attestedBy: by(ann),
    attestedAt: 1,
    acceptedBy: by(bob),
    acceptedAt: 2,
    basis: 'second_person' as const,
    until,
  },
});
