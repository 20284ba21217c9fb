import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DAY,
  ItemRecord,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller, EVERYTHING, Visibility } from '../access';
import { ChecklistRegistry } from '../checklist/ChecklistRegistry';
import { loadChecklists } from '../checklist/createChecklistFeature';
import { answerColumns, factColumns } from '../checklist/itemRow';
import { FixedClock } from '../database';
import { createDirectory } from '../directory';
import { WaitingSlo } from '../slo';
import { describeOnDatabases } from '../testing';
import { seedSummaries, SummarySeed } from '../testing/summaries';
import { InboxReading } from './InboxReading';

const NOW = Date.UTC(2026, 10, 22);
const TEAM = 'group:default/team';
const SRE = 'group:default/sre';

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

const ann = person('ann', TEAM);
const bob = person('bob', TEAM);
const rosa = person('rosa', SRE);
const admin = { ...person('adam'), isAdmin: true };

describeOnDatabases('the inbox', db => {
  let registry: ChecklistRegistry;
  beforeAll(async () => {
    registry = await loadChecklists();
  });

  function setUp(
    options: {
      visibility?: Visibility;
      denied?: string[];
      slos?: WaitingSlo[];
      reviewers?: { sections?: string[]; groupRef: string }[];
    } = {},
  ) {
    const { directory } = createDirectory({
      catalog: {} as CatalogService,
      auth: mockServices.auth(),
      database: db.database,
      clock: new FixedClock(NOW),
      config: new ConfigReader({}),
      logger: mockServices.logger.mock(),
      onEntitiesChanged: async () => {},
    });
    const reading = new InboxReading({
      database: db.database,
      clock: new FixedClock(NOW),
      directory,
      registry,
      config: {
        reviewers: options.reviewers ?? [],
        adoptionPeriod: 0,
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
      sloWaiting: { read: async () => options.slos ?? [] },
    });
    return {
      list: (caller: Caller, limit = 200) => reading.list(caller, { limit }),
      what: async (caller: Caller) =>
        (await reading.list(caller, { limit: 200 })).items.map(item =>
          [
            item.verb,
            item.entityTitle,
            item.subject.type === 'item'
              ? item.subject.itemId
              : item.subject.sloId,
          ].join(' '),
        ),
    };
  }

  /** An entity with answers to items of the default checklist. */
  async function seed(
    entity: Omit<SummarySeed, 'facts'> & { ownerGone?: boolean },
    answers: Record<string, Partial<ItemRecord> & { reviewer?: string }> = {},
  ): Promise<string> {
    const { ownerGone, ...summary } = entity;
    const [{ document, digest }] = registry.loaded;
    const [id] = await seedSummaries(db.knex, [
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
    await db
      .knex('directory_entities')
      .where({ id })
      .update({
        owner_exists: !ownerGone,
        entity: JSON.stringify({
          metadata: {},
          relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
        }),
      });
    for (const [itemId, { reviewer, ...record }] of Object.entries(answers)) {
      await db.knex('item_states').insert({
        entity_id: id,
        checklist_id: document.id,
        item_id: itemId,
        ...answerColumns({ version: 1, ...record }),
        ...factColumns(record.fact),
        reviewer_ref: reviewer ?? null,
        state: 'attested',
        updated_at: NOW,
      });
    }
    return id;
  }

  const by = (caller: Caller) => ({ ref: caller.userRef ?? '', name: 'Name' });
  const evidence = { kind: 'text' as const, text: 'We did it' };
  const waiting = (caller = ann, at = NOW - 3) => ({
    answer: { evidence, by: by(caller), at, decision: 'waiting' as const },
  });
  const accepted = (until: number | null) => ({
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
      until,
    },
  });

  it('shows an answer to the team members who did not give it', async () => {
    await seed({ name: 'pay', title: 'Pay' }, { 'REL-2': waiting() });
    const { what, list } = setUp();
    expect(await what(bob)).toEqual(['accept Pay REL-2']);
    expect(await what(ann)).toEqual([]);
    expect(await what(rosa)).toEqual([]);
    expect((await list(bob)).items[0]).toEqual({
      id: 'accept:component:default/pay:REL-2',
      kind: 'accept',
      verb: 'accept',
      entityRef: 'component:default/pay',
      entityTitle: 'Pay',
      subject: {
        type: 'item',
        checklistId: registry.loaded[0].document.id,
        itemId: 'REL-2',
        title: registry.loaded[0].document.items.find(
          ({ id }) => id === 'REL-2',
        )!.title,
        state: 'attested',
      },
      since: NOW - 3,
      deadline: null,
      waitingFor: TEAM,
    });
  });

  it('shows it to the configured reviewers instead', async () => {
    await seed(
      { name: 'pay' },
      { 'REL-2': { ...waiting(), reviewer: SRE }, 'SEC-1': waiting() },
    );
    const { what } = setUp({
      reviewers: [{ sections: ['rel'], groupRef: SRE }],
    });
    expect(await what(rosa)).toEqual(['accept pay REL-2']);
    expect(await what(bob)).toEqual(['accept pay SEC-1']);
  });

  it('shows administrators what nobody else can decide', async () => {
    await db.knex('directory_memberships').insert([
      { member_ref: 'user:default/ann', group_ref: TEAM, depth: 1 },
      { member_ref: 'user:default/bob', group_ref: TEAM, depth: 1 },
      {
        member_ref: 'user:default/ann',
        group_ref: 'group:default/one',
        depth: 1,
      },
    ]);
    await seed({ name: 'pay' }, { 'REL-2': waiting() });
    await seed(
      { name: 'solo', owner_ref: 'group:default/one' },
      { 'REL-2': waiting() },
    );
    await seed(
      { name: 'lost', owner_ref: 'group:default/gone', ownerGone: true },
      { 'REL-2': accepted(NOW - 1) },
    );
    const { what } = setUp();
    expect((await what(admin)).sort()).toEqual([
      'accept solo REL-2',
      'renew lost REL-2',
    ]);
  });

  it('leaves an answer whose precondition fails to the team', async () => {
    await seed(
      { name: 'pay' },
      {
        'REL-1': {
          ...waiting(),
          fact: { value: 'failed', since: 1, hasPassed: false },
        },
      },
    );
    expect(await setUp().what(bob)).toEqual([]);
  });

  it('shows a team what came back and what wears out, by deadline', async () => {
    await seed(
      { name: 'pay' },
      {
        'OBS-4': accepted(NOW + 29 * DAY),
        'OPS-5': accepted(NOW - DAY),
        'REL-4': accepted(NOW + 31 * DAY),
        'CAP-1': accepted(null),
        'SEC-1': {
          answer: {
            evidence,
            by: by(ann),
            at: 1,
            decision: 'returned',
            decidedBy: by(rosa),
            decidedAt: 7,
            comment: 'which date?',
          },
        },
        // No longer asked of this entity.
        'SEC-6': accepted(NOW - DAY),
      },
    );
    const { list, what } = setUp();
    expect(await what(ann)).toEqual([
      'renew pay OPS-5',
      'renew pay OBS-4',
      'answer pay SEC-1',
    ]);
    const { items } = await list(ann);
    expect(
      items.map(({ kind, since, deadline }) => ({ kind, since, deadline })),
    ).toEqual([
      { kind: 'renew', since: NOW - DAY, deadline: NOW - DAY },
      { kind: 'renew', since: NOW - DAY, deadline: NOW + 29 * DAY },
      { kind: 'answer-returned', since: 7, deadline: null },
    ]);
    expect(await what(rosa)).toEqual([]);
  });

  it('cuts at the limit and still says how much there is', async () => {
    await seed(
      { name: 'pay' },
      { 'OBS-4': accepted(NOW - 2), 'OPS-5': accepted(NOW - 1) },
    );
    const { items, total } = await setUp().list(ann, 1);
    expect(items).toHaveLength(1);
    expect(total).toBe(2);
  });

  it('says what is next due where nothing waits', async () => {
    await seed(
      { name: 'pay', title: 'Pay' },
      {
        'SEC-6': accepted(NOW + 40 * DAY),
        'OBS-4': accepted(NOW + 60 * DAY),
        'OPS-5': accepted(NOW + 50 * DAY),
      },
    );
    const { list } = setUp();
    expect(await list(ann)).toMatchObject({
      items: [],
      total: 0,
      nextDue: {
        entityRef: 'component:default/pay',
        entityTitle: 'Pay',
        itemId: 'OPS-5',
        at: NOW + 50 * DAY,
      },
      asOf: NOW,
    });
    expect((await list(rosa)).nextDue).toBeNull();
  });

  it('leaks nothing of hidden entities and asks of nobody what is not permitted', async () => {
    await seed(
      { name: 'pay' },
      { 'REL-2': waiting(), 'OPS-5': accepted(NOW - 1) },
    );
    const nothing: Visibility = {
      apply: query => void query.whereRaw('1 = 0'),
    };
    expect(await setUp({ visibility: nothing }).list(bob)).toMatchObject({
      total: 0,
      nextDue: null,
    });
    expect(
      await setUp({ denied: ['readiness.checklist.accept'] }).what(bob),
    ).toEqual(['renew pay OPS-5']);
    expect(
      await setUp({ denied: ['readiness.checklist.attest'] }).what(bob),
    ).toEqual(['accept pay REL-2']);
  });

  it('puts SLOs among them, where the caller may sign', async () => {
    const id = await seed({ name: 'pay' }, { 'OPS-5': accepted(NOW + DAY) });
    const { directory } = createDirectory({
      catalog: {} as CatalogService,
      auth: mockServices.auth(),
      database: db.database,
      clock: new FixedClock(NOW),
      config: new ConfigReader({}),
      logger: mockServices.logger.mock(),
      onEntitiesChanged: async () => {},
    });
    const [entity] = await directory.findByIds(db.knex, [id]);
    const slo = {
      entity,
      version: 2,
      sliText: 'of payments succeed',
      target: '99.9',
      since: 5,
      waitingFor: 'user:default/ann',
    };
    const slos: WaitingSlo[] = [
      { ...slo, sloId: 'new', kind: 'sign', deadline: null },
      { ...slo, sloId: 'old', kind: 'renew', deadline: NOW - DAY },
    ];
    expect(await setUp({ slos }).what(ann)).toEqual([
      'renew pay old',
      'renew pay OPS-5',
      'sign pay new',
    ]);
    expect(
      await setUp({ slos, denied: ['readiness.slo.sign'] }).what(ann),
    ).toEqual(['renew pay OPS-5']);
  });
});
