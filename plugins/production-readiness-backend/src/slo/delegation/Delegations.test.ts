import { randomUUID } from 'node:crypto';
import { describeOnDatabases } from '../../testing';
import {
  component,
  content,
  createSloTestBed,
  DAY,
  newest,
  NOW,
  person,
  said,
} from '../../testing/slo';

const CHECKOUT = component('checkout');
const dev = person('dev', 'payments');
const colleague = person('colleague', 'payments');
const po = person('po');
const deputy = person('deputy');
const third = person('third');

describeOnDatabases('deciding for somebody else', db => {
  const start = async () => {
    const bed = await createSloTestBed(
      db.database,
      {
        checkout: { owner: 'payments', system: 'shop' },
        shop: { kind: 'system' },
        other: { owner: 'payments' },
      },
      ['dev', 'colleague', 'po', 'deputy', 'third'],
    );
    await bed.owners.set(dev, CHECKOUT, 'product-owner', po.userRef!, 0);
    const journey = await bed.journeys.add(
      dev,
      CHECKOUT,
      {
        title: 'Check out a basket',
        kind: 'user',
        importance: 'critical',
        beneficiary: 'Shoppers',
      },
      undefined,
    );
    const page = await bed.editing.add(
      dev,
      CHECKOUT,
      { content: content(journey.id), requestSignatures: true },
      undefined,
    );
    const give = (change: object = {}, by = po, key = randomUUID()) =>
      bed.delegations.add(
        by,
        {
          delegateRef: deputy.userRef!,
          scopeRef: null,
          validUntil: NOW + 14 * DAY,
          reason: 'On leave for two weeks.',
          ...change,
        },
        key,
      );
    const seen = async (who = deputy) =>
      newest(await bed.reading.slo(who, page.slo.id));
    const sign = async (
      who: typeof po,
      meaning: Parameters<typeof said>[1],
      reason?: string,
    ) =>
      bed.signing.sign(
        who,
        page.slo.id,
        1,
        said(await seen(who), meaning, reason),
        undefined,
      );
    return { ...bed, give, seen, sign, sloId: page.slo.id };
  };

  it('lets the delegate sign, and keeps for whom and by which delegation', async () => {
    const { give, seen, sign } = await start();
    await expect(sign(deputy, 'approve')).rejects.toMatchObject({
      code: 'NOT_A_SIGNER',
    });
    const given = await give();
    expect(await seen()).toMatchObject({
      decisions: expect.arrayContaining(['approve', 'reject']),
      actingAs: {
        role: 'product-owner',
        onBehalfOf: { userRef: 'user:default/po', name: 'Po' },
      },
    });
    await sign(colleague, 'technical-review');
    const { slo } = await sign(deputy, 'approve');
    expect(slo).toMatchObject({
      state: 'in_force',
      signatures: [
        {
          signer: { userRef: 'user:default/deputy' },
          onBehalfOf: { userRef: 'user:default/po' },
          role: 'product-owner',
        },
        {},
      ],
    });
    expect(
      await db.knex('slo_signatures').where({ delegation_id: given.id }),
    ).toHaveLength(1);
    // Who delegated keeps the last word.
    const ended = await sign(po, 'withdraw', 'Not as long as I am here.');
    expect(ended.slo.inForce).toBeNull();
  });

  it('ends by itself, when it is revoked, and with the role', async () => {
    const { clock, delegations, give, owners, seen } = await start();
    const may = async () => (await seen()).decisions.includes('approve');
    const given = await give();
    expect(await may()).toBe(true);
    clock.set(NOW + 14 * DAY);
    expect(await may()).toBe(false);
    const renewed = await delegations.renew(
      po,
      given.id,
      { validUntil: NOW + 40 * DAY },
      given.version,
    );
    expect(await may()).toBe(true);
    await owners.set(dev, CHECKOUT, 'product-owner', third.userRef!, 1);
    expect(await may()).toBe(false);
    await owners.set(dev, CHECKOUT, 'product-owner', po.userRef!, 2);
    expect(await may()).toBe(true);
    await delegations.revoke(po, given.id, renewed.version);
    expect(await may()).toBe(false);
    await expect(
      delegations.renew(
        po,
        given.id,
        { validUntil: NOW + 40 * DAY },
        renewed.version + 1,
      ),
    ).rejects.toMatchObject({ status: 409, code: 'DELEGATION_OVER' });
    const lines = await db.knex('journal').where('action', 'like', '%delegat%');
    expect(lines.map(line => line.action)).toEqual([
      'slo.delegated',
      'slo.delegation_renewed',
      'slo.delegation_revoked',
    ]);
  });

  it('holds only where it is said to', async () => {
    const { delegations, give, seen } = await start();
    await give({ scopeRef: 'component:default/other' });
    expect((await seen()).decisions).not.toContain('approve');
    const given = await give({ scopeRef: 'system:default/shop' });
    expect((await seen()).decisions).toContain('approve');
    const { validUntil } = given;
    const narrower = await delegations.renew(
      po,
      given.id,
      { validUntil, scopeRef: 'component:default/other' },
      given.version,
    );
    expect(narrower.body).toMatchObject({
      validUntil,
      scope: { entityRef: 'component:default/other' },
    });
    expect((await seen()).decisions).not.toContain('approve');
    await expect(
      delegations.renew(
        po,
        given.id,
        { validUntil, scopeRef: 'group:default/payments' },
        narrower.version,
      ),
    ).rejects.toMatchObject({ status: 400, code: 'SCOPE_WITHOUT_SLO' });
    await delegations.renew(
      po,
      given.id,
      { validUntil, scopeRef: null },
      narrower.version,
    );
    expect((await seen()).decisions).toContain('approve');
  });

  it('can not be passed on', async () => {
    const { give, seen } = await start();
    await give();
    await expect(
      give({ delegateRef: third.userRef }, deputy),
    ).rejects.toMatchObject({ status: 403, code: 'NOTHING_TO_DELEGATE' });
    expect((await seen(third)).decisions).toEqual([]);
  });

  it('refuses what is no delegation', async () => {
    const { delegations, give } = await start();
    const refusals = [
      [{ delegateRef: po.userRef }, 'DELEGATE_IS_YOU'],
      [{ delegateRef: 'user:default/nobody' }, 'UNKNOWN_USER'],
      [{ delegateRef: 'group:default/payments' }, 'UNKNOWN_USER'],
      [{ scopeRef: 'group:default/payments' }, 'SCOPE_WITHOUT_SLO'],
      [{ validUntil: NOW }, 'DELEGATION_LENGTH'],
      [{ validUntil: NOW + 181 * DAY }, 'DELEGATION_LENGTH'],
    ] as const;
    for (const [change, code] of refusals) {
      await expect(give(change)).rejects.toMatchObject({ status: 400, code });
    }
    await expect(give({}, { ...po, onBehalfOf: true })).rejects.toMatchObject({
      code: 'SIGNER_NOT_A_PERSON',
    });
    const given = await give();
    await expect(delegations.revoke(deputy, given.id, 1)).rejects.toMatchObject(
      { status: 404 },
    );
    await expect(
      delegations.renew(po, given.id, { validUntil: NOW + DAY }, 7),
    ).rejects.toMatchObject({ status: 412 });
  });

  it('makes one of a double click, and is listed on both sides', async () => {
    const { delegations, give } = await start();
    const key = randomUUID();
    await Promise.all([give({}, po, key), give({}, po, key)]);
    expect(await delegations.list(po)).toMatchObject({
      mayDelegate: true,
      given: [{ delegate: { name: 'Deputy' }, state: 'active', scope: null }],
      received: [],
    });
    expect(await delegations.list(deputy)).toMatchObject({
      mayDelegate: false,
      given: [],
      received: [{ delegator: { name: 'Po' } }],
    });
  });

  it('brings what waits for the delegator to the delegate', async () => {
    const { give, waiting } = await start();
    const kinds = async (who: typeof po) =>
      (await waiting.read(db.knex, who, { apply: () => {} })).map(
        one => 'sliText' in one && `${one.kind} ${one.sliText.slice(0, 14)}`,
      );
    expect(await kinds(deputy)).toEqual([]);
    await give();
    expect(await kinds(deputy)).toEqual(['sign the proportion']);
  });
});
