import { ANNOTATIONS } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases } from '../testing';
import {
  component,
  content,
  createSloTestBed,
  DAY,
  newest,
  NOW,
  person,
  said,
} from '../testing/slo';

const CHECKOUT = component('checkout');
const dev = person('dev', 'payments');
const colleague = person('colleague', 'payments');
const po = person('po');
const because = { notNeededBecause: '社内のバッチだけが使うため' };

describeOnDatabases('the need for an SLO', db => {
  const start = async (owner?: string) => {
    const annotations: Record<string, string> = owner
      ? { [ANNOTATIONS.productOwner]: `user:default/${owner}` }
      : {};
    const bed = await createSloTestBed(
      db.database,
      { checkout: { owner: 'payments', annotations } },
      ['dev', 'colleague', 'po'],
    );
    const factsOf = async () => {
      const { id } = await db
        .knex('directory_entities')
        .where({ name: 'checkout' })
        .first('id');
      return (await bed.facts.read(db.knex, [String(id)])).get(String(id))!;
    };
    const addSlo = async () => {
      const journey = await bed.journeys.add(
        dev,
        CHECKOUT,
        {
          title: 'Check out',
          kind: 'user',
          importance: 'critical',
          beneficiary: 'Shoppers',
        },
        undefined,
      );
      return bed.editing.add(
        dev,
        CHECKOUT,
        { content: content(journey.id), requestSignatures: true },
        undefined,
      );
    };
    return { ...bed, factsOf, addSlo };
  };

  it('is decided by an owner, with a reason, and can be undone', async () => {
    const { need, factsOf, reading } = await start('po');
    await expect(need.decide(dev, CHECKOUT, because, 0)).rejects.toMatchObject({
      code: 'NOT_AN_OWNER',
      status: 403,
    });
    expect(await factsOf()).toMatchObject({ state: 'none' });
    await need.decide(po, CHECKOUT, because, 0);
    expect(await factsOf()).toMatchObject({
      state: 'not_required',
      notRequired: true,
    });
    const page = await reading.entity(dev, CHECKOUT);
    expect(page.need).toEqual({
      notNeeded: {
        because: because.notNeededBecause,
        by: { userRef: 'user:default/po', name: 'Po' },
        at: NOW,
      },
      mayDecide: false,
      version: 1,
    });
    expect(page.holes).toEqual([]);
    await expect(need.decide(po, CHECKOUT, because, 0)).rejects.toMatchObject({
      code: 'NEED_CHANGED',
      status: 412,
    });
    await need.decide(po, CHECKOUT, { notNeededBecause: null }, 1);
    expect(await factsOf()).not.toHaveProperty('notRequired');
    expect(await db.knex('journal').orderBy('id').pluck('action')).toEqual([
      'slo.not_needed',
      'slo.needed_again',
    ]);
  });

  it('is decided by the team while nobody holds a role', async () => {
    const { need } = await start();
    const { body } = await need.decide(dev, CHECKOUT, because, 0);
    expect(body.notNeeded?.by.name).toBe('Dev');
  });

  it('is over with the first SLO', async () => {
    const { need, addSlo, factsOf } = await start('po');
    await need.decide(po, CHECKOUT, because, 0);
    await addSlo();
    expect(await factsOf()).toMatchObject({ state: 'in_review', slos: 1 });
    expect(await factsOf()).not.toHaveProperty('notRequired');
    await expect(need.decide(po, CHECKOUT, because, 1)).rejects.toMatchObject({
      code: 'SLO_EXISTS',
      status: 409,
    });
  });

  it('keeps how content the owner was at a review, not at the first signature', async () => {
    const { addSlo, clock, signing, reading } = await start('po');
    const { slo } = await addSlo();
    const sign = async (who = po, meaning = 'approve' as const) => {
      const page = await reading.slo(who, slo.id);
      return signing.sign(
        who,
        slo.id,
        1,
        { ...said(newest(page), meaning), satisfaction: 'high' },
        undefined,
      );
    };
    await signing.sign(
      colleague,
      slo.id,
      1,
      said(newest(await reading.slo(colleague, slo.id)), 'technical-review'),
      undefined,
    );
    const first = await sign();
    expect(first.slo.state).toBe('in_force');
    expect(first.slo.signatures[0].satisfaction).toBeNull();
    clock.set(NOW + 29 * DAY);
    const again = await sign();
    expect(again.slo.signatures[0]).toMatchObject({
      meaning: 'approve',
      satisfaction: 'high',
      contentDigest: first.slo.signatures[0].contentDigest,
    });
    expect(again.slo.reviewBy).toBeGreaterThan(first.slo.reviewBy!);
  });
});
