import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { runTogether } from '../database';
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
const rio = personOf('rio', 'sre');
const rita = personOf('rita', 'search');
const adam = personOf('adam', 'platform');

const evidence = {
  kind: 'text' as const,
  text: 'Rolled back v41 on 2026-10-02 in 4 minutes, か\u3099 included',
};
const edit = (version: number, itemId = 'REL-3') => ({
  entity: CHECKOUT_NAME,
  itemId,
  version,
});

describeOnDatabases('answers', db => {
  const bedWithReviewers = () =>
    createChecklistTestBed(db.database, {
      reviewers: [{ sections: ['rel'], groupRef: 'group:default/sre' }],
    });

  it('wait for the reviewers, are accepted by them, and then lapse', async () => {
    const { answering, reading, clock } = await bedWithReviewers();
    const attested = await answering.attest(olga, edit(0), evidence);
    expect(attested.item).toMatchObject({
      state: 'attested',
      satisfied: false,
      version: 1,
      move: 'reviewer',
      reviewerRef: 'group:default/sre',
      answer: { evidence, by: { ref: 'user:default/olga', name: 'olga' } },
    });

    clock.advance(DAY);
    const accepted = await answering.accept(remi, edit(1));
    expect(accepted.item).toMatchObject({
      state: 'accepted',
      satisfied: true,
      version: 2,
      validUntil: NOW + 181 * DAY,
    });

    clock.set(NOW + 181 * DAY);
    const view = await reading.readiness(olga, CHECKOUT_NAME);
    expect(view.items.find(item => item.itemId === 'REL-3')).toMatchObject({
      state: 'lapsed',
      satisfied: false,
    });
  });

  it('come back with a comment and can be given again', async () => {
    const { answering } = await bedWithReviewers();
    await answering.attest(olga, edit(0), evidence);
    const returned = await answering.giveBack(
      remi,
      edit(1),
      'Which data migration was part of it?',
    );
    expect(returned.item).toMatchObject({
      state: 'returned',
      version: 2,
      answer: { comment: 'Which data migration was part of it?' },
    });
    const again = await answering.attest(colin, edit(2), evidence);
    expect(again.item).toMatchObject({
      state: 'attested',
      version: 3,
      answer: { comment: null, by: { ref: 'user:default/colin' } },
    });
  });

  it('are decided on once by two reviewers who decide at once', async () => {
    const { answering, reading } = await bedWithReviewers();
    await answering.attest(olga, edit(0), evidence);
    const outcomes = await Promise.allSettled([
      answering.accept(remi, edit(1)),
      answering.giveBack(rio, edit(1), 'Which release was it?'),
    ]);
    const lost = outcomes.filter(
      (one): one is PromiseRejectedResult => one.status === 'rejected',
    );
    expect(lost).toHaveLength(1);
    // The second one sees what the first has decided.
    expect(lost[0].reason).toMatchObject({
      status: 412,
      code: 'ITEM_CHANGED',
      details: { current: { version: 2 } },
    });
    const view = await reading.readiness(remi, CHECKOUT_NAME);
    const item = view.items.find(({ itemId }) => itemId === 'REL-3');
    expect(item).toMatchObject({
      version: 2,
      state: outcomes[0].status === 'fulfilled' ? 'accepted' : 'returned',
    });
  });

  it('leave the old acceptance in force while a new one waits', async () => {
    const { answering, clock } = await bedWithReviewers();
    await answering.attest(olga, edit(0), evidence);
    await answering.accept(remi, edit(1));
    clock.advance(160 * DAY);
    const renewed = await answering.attest(olga, edit(2), {
      kind: 'url',
      url: 'https://ci.example.com/rollback/7',
    });
    expect(renewed.item).toMatchObject({
      state: 'attested',
      satisfied: true,
      validUntil: NOW + 180 * DAY,
      acceptance: { evidence, acceptedBy: { ref: 'user:default/remi' } },
    });
  });

  it('are given by owners only, and decided on by others only', async () => {
    const { answering } = await bedWithReviewers();
    const attest = (who: typeof olga) =>
      answering.attest(who, edit(0), evidence);
    await expect(attest(rita)).rejects.toMatchObject({
      status: 403,
      code: 'NOT_AN_OWNER',
    });
    await expect(attest(adam)).rejects.toMatchObject({ code: 'NOT_AN_OWNER' });
    await attest(olga);
    for (const who of [rita, colin, adam]) {
      await expect(answering.accept(who, edit(1))).rejects.toMatchObject({
        status: 403,
        code: 'NOT_A_REVIEWER',
      });
    }
    const both = personOf('olga', 'payments', 'sre');
    await expect(answering.accept(both, edit(1))).rejects.toMatchObject({
      status: 403,
      code: 'OWN_ANSWER',
    });
    await expect(
      answering.accept({ ...remi, onBehalfOf: true }, edit(1)),
    ).rejects.toMatchObject({ status: 403, code: 'PERSON_REQUIRED' });
  });

  it('are decided on in the team where no reviewers are configured', async () => {
    const { answering } = await createChecklistTestBed(db.database);
    await answering.attest(olga, edit(0), evidence);
    await expect(answering.accept(remi, edit(1))).rejects.toMatchObject({
      code: 'NOT_A_REVIEWER',
    });
    await expect(answering.accept(colin, edit(1))).resolves.toMatchObject({
      item: { state: 'accepted' },
    });
    await answering.attest(olga, edit(2), evidence);
    await expect(answering.accept(adam, edit(3))).resolves.toMatchObject({
      item: { version: 4 },
    });
  });

  it('are for administrators where nobody owns the entity', async () => {
    const orphan = catalogEntity('Component', 'orphan', {
      ownedBy: ['group:default/gone'],
    });
    const { answering } = await createChecklistTestBed(db.database, {
      entities: [TEAM, orphan],
    });
    const name = { ...CHECKOUT_NAME, name: 'orphan' };
    const lost = personOf('lost', 'gone');
    await expect(
      answering.attest(lost, { ...edit(0), entity: name }, evidence),
    ).rejects.toMatchObject({ status: 403, code: 'NO_OWNER' });
    await expect(
      answering.attest(adam, { ...edit(0), entity: name }, evidence),
    ).resolves.toMatchObject({ item: { state: 'attested' } });
  });

  it('follow the permission policy', async () => {
    const { answering, policy, reading } = await bedWithReviewers();
    policy.denied.add('readiness.checklist.attest');
    await expect(
      answering.attest(olga, edit(0), evidence),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    const view = await reading.readiness(olga, CHECKOUT_NAME);
    expect(view.items.find(item => item.itemId === 'REL-3')).toMatchObject({
      canAttest: { allowed: false, reason: 'not_permitted' },
    });
  });

  it('are refused for what does not take them', async () => {
    const { answering } = await bedWithReviewers();
    await expect(
      answering.attest(olga, edit(0, 'OWN-1'), evidence),
    ).rejects.toMatchObject({ status: 409, code: 'ITEM_IS_AUTOMATIC' });
    await expect(
      answering.attest(olga, edit(0, 'NOPE-1'), evidence),
    ).rejects.toMatchObject({
      status: 404,
      code: 'ITEM_NOT_FOUND',
      field: 'path.itemId',
    });
    await expect(
      answering.attest(
        olga,
        { ...edit(0), entity: { ...CHECKOUT_NAME, name: 'nothing' } },
        evidence,
      ),
    ).rejects.toMatchObject({ status: 404, code: 'ENTITY_NOT_FOUND' });
    await expect(answering.accept(remi, edit(0))).rejects.toMatchObject({
      status: 409,
      code: 'NOTHING_WAITS',
    });
  });

  it('lose against a newer version, which is shown', async () => {
    const { answering } = await bedWithReviewers();
    await answering.attest(olga, edit(0), evidence);
    await expect(
      answering.attest(colin, edit(0), {
        kind: 'url',
        url: 'https://ci.example.com/7',
      }),
    ).rejects.toMatchObject({
      status: 412,
      code: 'ITEM_CHANGED',
      details: { current: { version: 1, answer: { evidence } } },
    });
    await expect(answering.accept(remi, edit(7))).rejects.toMatchObject({
      status: 412,
    });
  });

  it('of fifty writers at once are one, and forty-nine are told', async () => {
    const { answering, reading } = await bedWithReviewers();
    for (const version of [0, 1]) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 50 }, (_, index) =>
          answering.attest(olga, edit(version), {
            kind: 'url',
            url: `https://ci.example.com/${version}/${index}`,
          }),
        ),
      );
      const won = outcomes.filter(({ status }) => status === 'fulfilled');
      expect(won).toHaveLength(1);
      const winner = won[0] as PromiseFulfilledResult<unknown>;
      const lost = outcomes.flatMap(outcome =>
        outcome.status === 'rejected' ? [outcome.reason] : [],
      );
      expect(lost).toEqual(
        Array.from({ length: 49 }, () =>
          expect.objectContaining({
            status: 412,
            details: {
              current: expect.objectContaining({ version: version + 1 }),
            },
          }),
        ),
      );
      const view = await reading.readiness(olga, CHECKOUT_NAME);
      expect(winner.value).toMatchObject({
        item: view.items.find(item => item.itemId === 'REL-3'),
      });
    }
    const { events } = await reading.history(olga, CHECKOUT_NAME, 'REL-3');
    expect(events.map(event => event.action)).toEqual([
      'checklist.attested',
      'checklist.attested',
    ]);
    await expect(verifyJournal(db.knex)).resolves.toMatchObject({ broken: [] });
  });

  it('to different items at once all count in the summary', async () => {
    const { answering, idOf } = await bedWithReviewers();
    const items = ['REL-2', 'REL-3', 'CAP-1', 'CAP-2', 'SEC-2', 'SEC-3'];
    await Promise.all(
      items.map(itemId => answering.attest(olga, edit(0, itemId), evidence)),
    );
    const [row] = await db
      .knex('readiness_summaries')
      .where({ entity_id: await idOf('component:default/checkout') });
    expect(row.waiting_count).toBe(items.length);
  });

  it('are kept whole or not at all', async () => {
    const bed = await createChecklistTestBed(db.database);
    const failing = await createChecklistTestBed(db.database, {
      journal: {
        append: async (_tx, ...entries) => {
          if (entries.length > 0) throw new Error('The disk is full');
        },
        appendWith: async (tx, writes) => {
          await runTogether(tx, writes);
          throw new Error('The disk is full');
        },
      },
    });
    const id = await bed.idOf('component:default/checkout');
    const stored = () =>
      Promise.all([
        db.knex('item_states').where({ entity_id: id }).orderBy('item_id'),
        db.knex('readiness_summaries').where({ entity_id: id }),
        db.knex('journal').orderBy('id'),
      ]);
    const before = await stored();
    await expect(
      failing.answering.attest(olga, edit(0), evidence),
    ).rejects.toThrow('The disk is full');
    expect(await stored()).toEqual(before);
  });

  it('belong to one entity however its name is written', async () => {
    const { answering, reading } = await bedWithReviewers();
    await answering.attest(
      olga,
      {
        ...edit(0),
        entity: { kind: 'COMPONENT', namespace: 'DEFAULT', name: 'CheckOut' },
      },
      evidence,
    );
    const view = await reading.readiness(olga, {
      kind: 'component',
      namespace: 'default',
      name: 'checkout',
    });
    expect(view.items.find(item => item.itemId === 'REL-3')?.version).toBe(1);
    expect(
      await db.knex('item_states').where({ item_id: 'REL-3' }),
    ).toHaveLength(1);
  });

  it('stay with the entity that is gone, not with one of the same name', async () => {
    const bed = await bedWithReviewers();
    await bed.answering.attest(olga, edit(0), evidence);
    bed.catalog.entities = [
      TEAM,
      { ...CHECKOUT, metadata: { ...CHECKOUT.metadata, uid: 'another' } },
    ];
    await bed.directorySweep.run();
    const view = await bed.reading.readiness(olga, CHECKOUT_NAME);
    expect(view.items.find(item => item.itemId === 'REL-3')).toMatchObject({
      state: 'open',
      version: 0,
    });
    expect(
      await db.knex('item_states').where({ item_id: 'REL-3' }),
    ).toHaveLength(1);
  });

  it('leave a history with names, evidence and comments', async () => {
    const { answering, reading } = await bedWithReviewers();
    await answering.attest(olga, edit(0), evidence);
    await answering.giveBack(
      remi,
      edit(1),
      'Say which "itemId":"REL-2" it was',
    );
    const { events } = await reading.history(olga, CHECKOUT_NAME, 'REL-3');
    expect(events).toMatchObject([
      {
        action: 'checklist.returned',
        actor: 'user:default/remi',
        actorName: 'remi',
        comment: 'Say which "itemId":"REL-2" it was',
      },
      { action: 'checklist.attested', evidence, at: NOW },
    ]);
    await expect(
      reading.history(olga, CHECKOUT_NAME, 'REL-2'),
    ).resolves.toMatchObject({ events: [] });
    for (const unknown of ['OLD-99', 'REL%', '%-3']) {
      await expect(
        reading.history(olga, CHECKOUT_NAME, unknown),
      ).rejects.toMatchObject({ status: 404, code: 'ITEM_NOT_FOUND' });
    }
  });
});
