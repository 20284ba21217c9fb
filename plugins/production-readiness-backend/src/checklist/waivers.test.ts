import {
  DAY,
  EXEMPTION_DAYS_MAX,
} from '@prodready/backstage-plugin-production-readiness-common';
import { verifyJournal } from '../journal';
import { describeOnDatabases } from '../testing';
import {
  catalogEntity,
  CHECKOUT,
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
  TEAM,
} from '../testing/checklist';

const olga = personOf('olga', 'payments');
const colin = personOf('colin', 'payments');
const remi = personOf('remi', 'sre');
const rita = personOf('rita', 'search');
const adam = personOf('adam', 'platform');

const exemption = (days = 90) => ({
  kind: 'exemption' as const,
  reason: 'The vendor mends the rollback in the spring release',
  compensatingControl: 'Two people watch every release',
  until: NOW + days * DAY,
});
const notApplicable = {
  kind: 'not_applicable' as const,
  reason: 'It has no release that could be rolled back',
};
const edit = (version: number, itemId = 'REL-3') => ({
  entity: CHECKOUT_NAME,
  itemId,
  version,
});

describeOnDatabases('waivers', db => {
  const bed = () =>
    createChecklistTestBed(db.database, {
      reviewers: [{ sections: ['rel'], groupRef: 'group:default/sre' }],
    });
  type Bed = Awaited<ReturnType<typeof bed>>;
  const stands = async ({ reading }: Bed, itemId = 'REL-3') => {
    const view = await reading.readiness(olga, CHECKOUT_NAME);
    return {
      ...view.items.find(item => item.itemId === itemId)!,
      blocks: view.blockers.some(blocker => blocker.itemId === itemId),
      summary: view.summary,
    };
  };

  it('excuse for a time, block nothing, count as nothing, and end by themselves', async () => {
    const parts = await bed();
    const before = await stands(parts);
    expect(before).toMatchObject({ state: 'open', blocks: true });
    const asked = await parts.answering.requestWaiver(
      olga,
      edit(0),
      exemption(),
    );
    expect(asked.item).toMatchObject({
      state: 'open',
      version: 1,
      move: 'reviewer',
      waiverRequest: { decision: 'waiting', requestedBy: { name: 'olga' } },
    });
    // It waits, so it blocks still, and the blocker says for whom.
    expect(await stands(parts)).toMatchObject({ blocks: true });

    await parts.answering.approveWaiver(remi, edit(1));
    const granted = await stands(parts);
    expect(granted).toMatchObject({
      state: 'exempt',
      satisfied: false,
      blocks: false,
      move: 'nobody',
      waiver: { until: NOW + 90 * DAY, approvedBy: { name: 'remi' } },
    });
    expect(granted).not.toHaveProperty('waiverRequest');
    expect(granted.summary).toMatchObject({
      exempt: 1,
      required: before.summary.required,
      satisfied: before.summary.satisfied,
      score: before.summary.score,
    });

    parts.clock.set(NOW + 90 * DAY - 1);
    expect(await stands(parts)).toMatchObject({ state: 'exempt' });
    parts.clock.set(NOW + 90 * DAY);
    expect(await stands(parts)).toMatchObject({
      state: 'open',
      blocks: true,
      waiver: null,
    });
  });

  it('take an item out of the count that does not concern the entity', async () => {
    const parts = await bed();
    const { summary } = await stands(parts);
    await parts.answering.requestWaiver(olga, edit(0), notApplicable);
    await parts.answering.approveWaiver(remi, edit(1));
    const after = await stands(parts);
    expect(after).toMatchObject({ state: 'not_applicable', required: false });
    expect(after.summary.required).toBe(summary.required - 1);
    // A year later it still holds; then it is revoked.
    parts.clock.set(NOW + 365 * DAY);
    await parts.answering.revokeWaiver(olga, edit(2), 'We now have releases');
    expect(await stands(parts)).toMatchObject({
      state: 'open',
      required: true,
      version: 3,
    });
  });

  it('are never granted by whoever asked, nor by somebody else', async () => {
    const { answering } = await bed();
    const both = personOf('olga', 'payments', 'sre');
    await answering.requestWaiver(both, edit(0), exemption());
    await expect(answering.approveWaiver(both, edit(1))).rejects.toMatchObject({
      status: 403,
      code: 'OWN_REQUEST',
    });
    for (const caller of [colin, rita, adam]) {
      await expect(
        answering.approveWaiver(caller, edit(1)),
      ).rejects.toMatchObject({ status: 403, code: 'NOT_A_REVIEWER' });
    }
    await expect(
      answering.requestWaiver(rita, edit(1), exemption()),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_AN_OWNER' });
  });

  it.each([
    ['in the past', -1],
    ['now', 0],
    ['too late', EXEMPTION_DAYS_MAX + 0.001],
  ])('refuse an end that is %s', async (_, days) => {
    const { answering } = await bed();
    await expect(
      answering.requestWaiver(olga, edit(0), exemption(days)),
    ).rejects.toMatchObject({
      status: 400,
      code: 'EXEMPTION_PERIOD',
      field: 'body.waiver.until',
    });
  });

  it('are not granted when their end has passed while they waited', async () => {
    const { answering, clock } = await bed();
    await answering.requestWaiver(olga, edit(0), exemption(14));
    clock.set(NOW + 14 * DAY);
    await expect(answering.approveWaiver(remi, edit(1))).rejects.toMatchObject({
      code: 'EXEMPTION_PERIOD',
    });
    await answering.returnWaiver(remi, edit(1), 'The end has passed by now');
    await answering.withdrawRequest(olga, edit(2));
  });

  it('let one of two reviewers decide who decide at once', async () => {
    const { answering } = await bed();
    const rosa = personOf('rosa', 'sre');
    await answering.requestWaiver(olga, edit(0), exemption());
    const decisions = await Promise.allSettled([
      answering.approveWaiver(remi, edit(1)),
      answering.returnWaiver(rosa, edit(1), 'What if both are ill?'),
    ]);
    expect(decisions.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(decisions.find(one => one.status === 'rejected')).toMatchObject({
      reason: { status: 412, code: 'ITEM_CHANGED' },
    });
  });

  it('keep the exemption in force while a longer one is asked for', async () => {
    const parts = await bed();
    await parts.answering.requestWaiver(olga, edit(0), exemption(14));
    await parts.answering.approveWaiver(remi, edit(1));
    await parts.answering.requestWaiver(colin, edit(2), exemption(100));
    expect(await stands(parts)).toMatchObject({
      state: 'exempt',
      waiver: { until: NOW + 14 * DAY },
      waiverRequest: { until: NOW + 100 * DAY },
    });
    await parts.answering.returnWaiver(remi, edit(3), 'Show the plan first');
    await parts.answering.withdrawRequest(colin, edit(4));
    const stood = await stands(parts);
    expect(stood).toMatchObject({
      state: 'exempt',
      version: 5,
      waiver: { until: NOW + 14 * DAY },
    });
    expect(stood).not.toHaveProperty('waiverRequest');
  });

  it('tell their history, and who acted for whom', async () => {
    const { answering, reading } = await bed();
    await answering.requestWaiver(olga, edit(0), exemption());
    await answering.returnWaiver(remi, edit(1), 'Which release is that?');
    await answering.attest({ ...olga, actingService: 'plugin:ci' }, edit(2), {
      kind: 'url',
      url: 'https://ci.example.com/7',
    });
    await answering.withdraw(olga, edit(3));
    const { events } = await reading.history(olga, CHECKOUT_NAME, 'REL-3');
    expect(
      events.map(event => [event.action, event.comment, event.actingService]),
    ).toEqual([
      ['checklist.withdrawn', null, null],
      ['checklist.attested', null, 'plugin:ci'],
      ['checklist.exemption_returned', 'Which release is that?', null],
      ['checklist.exemption_requested', exemption().reason, null],
    ]);
    expect((await verifyJournal(db.knex)).broken).toEqual([]);
  });

  it('come back to the accepted answer when a newer one is taken back', async () => {
    const parts = await bed();
    const said = (text: string) => ({ kind: 'text' as const, text });
    const first = said('Rolled back 412 on 12 November in four minutes');
    await parts.answering.attest(olga, edit(0), first);
    await parts.answering.accept(remi, edit(1));
    await parts.answering.attest(
      olga,
      edit(2),
      said('Rolled back 413 on 19 November in three minutes'),
    );
    await parts.answering.withdraw(colin, edit(3));
    expect(await stands(parts)).toMatchObject({
      state: 'accepted',
      answer: { evidence: first, decision: 'accepted' },
    });
    await expect(parts.answering.withdraw(olga, edit(4))).rejects.toMatchObject(
      { status: 409, code: 'NOTHING_WAITS' },
    );
  });
});

describeOnDatabases('an entity with several owners', db => {
  it('can be answered for by those that exist when the first is gone', async () => {
    const shared = {
      ...CHECKOUT,
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/disbanded' },
        { type: 'ownedBy', targetRef: 'group:default/payments' },
      ],
    };
    const { answering, reading } = await createChecklistTestBed(db.database, {
      entities: [TEAM, shared],
    });
    const view = await reading.readiness(olga, CHECKOUT_NAME);
    expect(view.entity).toMatchObject({
      ownerRef: 'group:default/payments',
      ownerExists: true,
    });
    const { item } = await answering.attest(olga, edit(0), {
      kind: 'url',
      url: 'https://ci.example.com/7',
    });
    expect(item.state).toBe('attested');
  });

  it('follows when the first comes into the catalog and goes again', async () => {
    const first = catalogEntity('Group', 'alpha');
    const { catalog, directorySweep, reading } = await createChecklistTestBed(
      db.database,
      {
        entities: [
          TEAM,
          {
            ...CHECKOUT,
            relations: [
              { type: 'ownedBy', targetRef: 'group:default/alpha' },
              { type: 'ownedBy', targetRef: 'group:default/payments' },
            ],
          },
        ],
      },
    );
    const owner = async () =>
      (await reading.readiness(olga, CHECKOUT_NAME)).entity.ownerRef;
    expect(await owner()).toBe('group:default/payments');
    catalog.entities = [...catalog.entities, first];
    await directorySweep.run();
    expect(await owner()).toBe('group:default/alpha');
  });
});
