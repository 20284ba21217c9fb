import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { Visibility } from '../access';
import { WaitingSlo } from '../slo';
import { describeOnDatabases } from '../testing';
import {
  accepted,
  admin,
  ann,
  bob,
  by,
  evidence,
  NOW,
  rosa,
  seedAnswers,
  setUpInbox,
  SRE,
  TEAM,
  waiting,
} from '../testing/inbox';

describeOnDatabases('the inbox', db => {
  const seed = (
    entity: Parameters<typeof seedAnswers>[1],
    answers?: Parameters<typeof seedAnswers>[2],
  ) => seedAnswers(db.knex, entity, answers);

  it('shows an answer to the team members who did not give it', async () => {
    await seed({ name: 'pay', title: 'Pay' }, { 'REL-2': waiting() });
    const { what, list, registry } = await setUpInbox(db.database);
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
    const { what } = await setUpInbox(db.database, {
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
    const { what } = await setUpInbox(db.database);
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
    expect(await (await setUpInbox(db.database)).what(bob)).toEqual([]);
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
    const { list, what } = await setUpInbox(db.database);
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
    const { items, total } = await (await setUpInbox(db.database)).list(ann, 1);
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
    const { list } = await setUpInbox(db.database);
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
    expect(
      await (await setUpInbox(db.database, { visibility: nothing })).list(bob),
    ).toMatchObject({
      total: 0,
      nextDue: null,
    });
    expect(
      await (
        await setUpInbox(db.database, {
          denied: ['readiness.checklist.accept'],
        })
      ).what(bob),
    ).toEqual(['renew pay OPS-5']);
    expect(
      await (
        await setUpInbox(db.database, {
          denied: ['readiness.checklist.attest'],
        })
      ).what(bob),
    ).toEqual(['accept pay REL-2']);
  });

  it('puts SLOs among them, where the caller may sign', async () => {
    const id = await seed({ name: 'pay' }, { 'OPS-5': accepted(NOW + DAY) });
    const { directory } = await setUpInbox(db.database);
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
    expect(await (await setUpInbox(db.database, { slos })).what(ann)).toEqual([
      'renew pay old',
      'renew pay OPS-5',
      'sign pay new',
    ]);
    expect(
      await (
        await setUpInbox(db.database, { slos, denied: ['readiness.slo.sign'] })
      ).what(ann),
    ).toEqual(['renew pay OPS-5']);
  });
});
