import { randomUUID } from 'node:crypto';
import { describeOnDatabases, statementsDuring } from '../testing';
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
const cto = person('cto');
const outsider = person('outsider', 'search');

const WORLD = {
  checkout: {
    owner: 'payments',
    system: 'shop',
    annotations: { 'production-readiness.io/product-owner': 'po' },
  },
  shop: {
    kind: 'system',
    annotations: { 'production-readiness.io/cto': 'user:default/cto' },
  },
  lab: { owner: 'payments', tier: 3 as const },
};
const PEOPLE = ['dev', 'colleague', 'po', 'cto', 'outsider'];

describeOnDatabases('agreeing on an SLO', db => {
  /** What the directory would note of an annotation, to search by it. */
  const search = async (
    name: string,
    kind: string,
    role: string,
    value: string,
  ) =>
    db.knex('directory_search').insert(
      await db
        .knex('directory_entities')
        .where({ name, kind })
        .select(
          'id as entity_id',
          db.knex.raw('? as key', [
            `metadata.annotations.production-readiness.io/${role}`,
          ]),
          db.knex.raw('? as value', [value]),
        ),
    );
  const start = async (world = WORLD) => {
    const bed = await createSloTestBed(db.database, world, PEOPLE);
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
    const drafted = await bed.editing.add(
      dev,
      CHECKOUT,
      { content: content(journey.id), requestSignatures: true },
      undefined,
    );
    const sloId = drafted.slo.id;
    const sign = (
      who: typeof dev,
      seen: ReturnType<typeof newest>,
      meaning: Parameters<typeof said>[1],
      reason?: string,
    ) =>
      bed.signing.sign(
        who,
        sloId,
        seen.version,
        said(seen, meaning, reason),
        randomUUID(),
      );
    const edit = async (target: string, who = dev) => {
      const { slo } = await bed.reading.slo(who, sloId);
      return bed.editing.edit(who, sloId, slo.version, {
        content: content(journey.id, { target }),
        requestSignatures: true,
      });
    };
    const agree = async () => {
      const seen = newest(await bed.reading.slo(po, sloId));
      await sign(colleague, seen, 'technical-review');
      return sign(po, seen, 'approve');
    };
    return { ...bed, journey, drafted, sloId, sign, edit, agree };
  };

  it('takes the owner and a reviewer who is not the editor', async () => {
    const { drafted, sign, reading, sloId } = await start();
    const seen = newest(drafted);
    expect(seen.state).toBe('in_review');
    expect(seen.decisions).toEqual(['retire']);

    await sign(po, seen, 'approve');
    await expect(sign(dev, seen, 'technical-review')).rejects.toMatchObject({
      status: 403,
      code: 'REVIEWER_IS_EDITOR',
    });
    const { slo } = await sign(colleague, seen, 'technical-review');
    expect(slo).toMatchObject({
      state: 'in_force',
      proposal: null,
      reviewBy: Date.UTC(2026, 11, 23, 12),
      inForce: { version: 1, contentDigest: seen.contentDigest },
    });
    expect(slo.signatures.map(one => [one.meaning, one.role])).toEqual([
      ['technical-review', 'technical-reviewer'],
      ['approve', 'product-owner'],
    ]);
    expect((await reading.slo(outsider, sloId)).slo.state).toBe('in_force');
  });

  it('takes a CTO whom the System names', async () => {
    const { drafted, sign } = await start();
    const seen = newest(drafted);
    await sign(colleague, seen, 'technical-review');
    const { slo } = await sign(cto, seen, 'approve');
    expect(slo.state).toBe('in_force');
    expect(slo.signatures[0].role).toBe('cto');
  });

  it('takes nobody else, whatever they send', async () => {
    const { drafted, sign } = await start();
    const seen = newest(drafted);
    const refusals = [
      [outsider, 'approve', 'NOT_A_SIGNER'],
      [colleague, 'approve', 'NOT_AN_OWNER'],
      [po, 'technical-review', 'NOT_A_REVIEWER'],
      [person('guest'), 'approve', 'SIGNER_UNKNOWN'],
      [{ ...po, onBehalfOf: true }, 'approve', 'SIGNER_NOT_A_PERSON'],
      [{ ...po, kind: 'service' as const }, 'approve', 'SIGNER_NOT_A_PERSON'],
    ] as const;
    for (const [who, meaning, code] of refusals) {
      await expect(sign(who, seen, meaning)).rejects.toMatchObject({
        status: 403,
        code,
      });
    }
    expect(await db.knex('slo_signatures')).toEqual([]);
  });

  it('does not put what the owner edited into force by that owner alone', async () => {
    const { edit, sign } = await start();
    const seen = newest(await edit('99.5', po));
    await sign(colleague, seen, 'technical-review');
    expect((await sign(po, seen, 'approve')).slo.state).toBe('in_review');
    expect((await sign(cto, seen, 'approve')).slo.state).toBe('in_force');
  });

  it('refuses a signature on what was edited since it was read, and says what differs', async () => {
    const { drafted, edit, sign } = await start();
    const seen = newest(drafted);
    await edit('99.95');
    await expect(sign(po, seen, 'approve')).rejects.toMatchObject({
      status: 409,
      code: 'SLO_CHANGED',
      details: {
        latestVersion: 2,
        changes: [{ field: 'target', before: '99.9', after: '99.95' }],
      },
    });
    const forged = { ...seen, contentDigest: '0'.repeat(64) };
    await expect(sign(po, forged, 'approve')).rejects.toMatchObject({
      status: 409,
    });
    const other = { ...seen, shownDigest: '0'.repeat(64) };
    await edit('99.9');
    await expect(
      sign(po, { ...other, version: 3 }, 'approve'),
    ).rejects.toMatchObject({ status: 409, code: 'SHOWN_CHANGED' });
    expect(await db.knex('slo_signatures')).toEqual([]);
  });

  it('keeps the agreed version in force beside a proposal, and matches again', async () => {
    const { agree, edit, reading, sloId } = await start();
    await agree();
    const proposed = await edit('99.95');
    expect(proposed.slo).toMatchObject({
      state: 'proposed',
      inForce: { version: 1 },
      proposal: { version: 2, state: 'in_review' },
      changes: [{ field: 'target', before: '99.9', after: '99.95' }],
    });
    const back = await edit('99.90');
    expect(back.slo).toMatchObject({
      state: 'in_force',
      inForce: { version: 3 },
      proposal: null,
    });
    expect((await reading.slo(po, sloId)).slo.history).toHaveLength(3);
  });

  it('takes new signatures for going back to a number that was replaced', async () => {
    const { agree, edit } = await start();
    await agree();
    await edit('99.95');
    expect((await agree()).slo.inForce?.version).toBe(2);
    const back = await edit('99.9');
    expect(back.slo).toMatchObject({
      state: 'proposed',
      inForce: { version: 2 },
      proposal: { version: 3, state: 'in_review' },
    });
    expect((await agree()).slo).toMatchObject({
      state: 'in_force',
      inForce: { version: 3, material: { target: '99.9' } },
    });
  });

  it('makes one signature of a double click, a replay and two tabs', async () => {
    const { drafted, signing, sloId } = await start();
    const seen = newest(drafted);
    const key = randomUUID();
    const send = (withKey: string) =>
      signing.sign(po, sloId, 1, said(seen, 'approve'), withKey);
    await Promise.all([
      send(key),
      send(key),
      send(randomUUID()),
      send(randomUUID()),
    ]);
    await send(key);
    expect(await db.knex('slo_signatures')).toHaveLength(1);
    expect(
      await db.knex('journal').where({ action: 'slo.approved' }),
    ).toHaveLength(1);
  });

  it('lets one of an edit and a signature at the same time win', async () => {
    const { drafted, edit, sign } = await start();
    const seen = newest(drafted);
    const [signed] = await Promise.allSettled([
      sign(po, seen, 'approve'),
      edit('99.5'),
    ]);
    const rows = await db.knex('slo_signatures');
    expect(rows).toHaveLength(signed.status === 'fulfilled' ? 1 : 0);
    for (const row of rows) {
      expect(row.content_digest).toBe(seen.contentDigest);
    }
  });

  it('loses nothing when a journey and its SLO are changed at the same time', async () => {
    const { edit, journey, journeys, sloId, reading } = await start();
    const { id, version, ...words } = journey;
    for (let round = 1; round <= 5; round++) {
      const outcomes = await Promise.allSettled([
        edit(`99.${round}`),
        journeys.edit(
          dev,
          CHECKOUT,
          id,
          { ...words, title: `Check out, ${round}` },
          round,
        ),
      ]);
      // An edit of what is not there any more is told so; nothing breaks.
      expect(outcomes[1].status).toBe('fulfilled');
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') {
          expect(outcome.reason).toMatchObject({ status: 412 });
        }
      }
      const { slo } = await reading.slo(dev, sloId);
      expect((slo.proposal ?? slo.inForce)?.material.journey.title).toBe(
        `Check out, ${round}`,
      );
    }
  });

  it('needs a reason to ask for changes, refuse and withdraw', async () => {
    const { drafted, sign, agree, edit } = await start();
    const seen = newest(drafted);
    await expect(sign(po, seen, 'reject')).rejects.toMatchObject({
      status: 400,
      code: 'REASON_REQUIRED',
      field: 'body.reason',
    });
    const refused = await sign(po, seen, 'reject', 'We can not afford this.');
    expect(refused.slo.state).toBe('rejected');
    expect(refused.slo.signatures[0].reason).toBe('We can not afford this.');
    await expect(sign(cto, seen, 'approve')).rejects.toMatchObject({
      status: 409,
      code: 'NOT_OPEN_FOR_THIS',
    });
    await edit('99');
    const agreed = await agree();
    const ended = await sign(
      po,
      agreed.slo.inForce!,
      'withdraw',
      'The contract has ended.',
    );
    expect(ended.slo).toMatchObject({ state: 'withdrawn', inForce: null });
  });

  it('asks again when the owner is another one, and says when nobody is left', async () => {
    const { agree, editing, owners, reading, remove, sloId, sign } =
      await start({
        ...WORLD,
        checkout: { ...WORLD.checkout, annotations: {} as never },
      });
    await expect(agree()).rejects.toMatchObject({ code: 'NOT_A_SIGNER' });
    const named = await owners.set(
      dev,
      CHECKOUT,
      'product-owner',
      'user:default/po',
      0,
    );
    expect(named).toMatchObject({
      version: 1,
      body: { holder: { name: 'Po' }, origin: { by: 'set' }, vacant: false },
    });
    // It was drafted for the CTO, who still answers for it.
    const seen = newest(await reading.slo(cto, sloId));
    expect(seen.material.accountableOwner).toEqual({
      userRef: 'user:default/cto',
      role: 'cto',
    });
    await sign(cto, seen, 'approve');
    expect((await reading.slo(cto, sloId)).slo.state).toBe('in_force');
    await remove('cto');
    expect((await reading.slo(po, sloId)).slo.state).toBe('owner_vacant');
    const asked = await editing.requestSignatures(dev, sloId, 1);
    expect(asked.slo.proposal).toMatchObject({
      version: 2,
      state: 'in_review',
      material: { accountableOwner: { userRef: 'user:default/po' } },
    });
  });

  it('gets due and overdue by time alone, and is renewed by signing again', async () => {
    const { agree, clock, facts, reading, sign, sloId } = await start();
    await agree();
    const [{ id }] = await db
      .knex('directory_entities')
      .where({ name: 'checkout' });
    const fact = async () =>
      (await facts.read(db.knex, [String(id)])).get(String(id));
    expect(await fact()).toEqual({
      journeys: 1,
      slos: 1,
      agreed: 1,
      waiting: 0,
      state: 'in_force',
      reviewBy: NOW + 30 * DAY,
      changesAt: NOW + 16 * DAY,
      requiredSignaturesPresent: true,
    });
    clock.set(NOW + 20 * DAY);
    expect((await fact())?.state).toBe('review_due');
    clock.set(NOW + 31 * DAY);
    expect((await fact())?.state).toBe('overdue');
    const seen = (await reading.slo(po, sloId)).slo.inForce!;
    expect(seen.decisions).toEqual(['approve', 'withdraw', 'retire']);
    const { slo } = await sign(po, seen, 'approve');
    expect(slo).toMatchObject({
      state: 'in_force',
      reviewBy: Date.UTC(2027, 2, 24, 12),
    });
  });

  it('keeps a disputed number in force until the CTO decides', async () => {
    const { agree, sign, reading, sloId, waiting } = await start();
    const agreed = (await agree()).slo.inForce!;
    const reason = 'Nobody measured it since the move.';
    await expect(
      sign(outsider, agreed, 'dispute', reason),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_A_SIGNER' });
    const { slo } = await sign(colleague, agreed, 'dispute', reason);
    expect(slo).toMatchObject({
      state: 'disputed',
      inForce: { version: 1 },
      disputes: [{ reason, signer: { name: 'colleague' } }],
      disputeDecidedBy: { userRef: 'user:default/cto', name: 'Cto' },
    });
    await expect(sign(po, agreed, 'uphold', reason)).rejects.toMatchObject({
      status: 403,
      code: 'NOT_THE_CTO',
    });
    await search('shop', 'system', 'cto', 'user:default/cto');
    expect(
      (await waiting.read(db.knex, cto, { apply: () => {} })).map(
        one => one.kind,
      ),
    ).toEqual(['decide-dispute']);
    const upheld = await sign(cto, agreed, 'uphold', 'Measured last week.');
    expect(upheld.slo).toMatchObject({ state: 'in_force', disputes: [] });

    await sign(colleague, agreed, 'dispute', reason);
    const ended = await sign(cto, agreed, 'overturn', 'They are right.');
    expect(ended.slo).toMatchObject({
      state: 'rejected',
      inForce: null,
      proposal: { version: 1 },
    });
    const seen = newest(await reading.slo(po, sloId));
    await expect(sign(po, seen, 'approve')).rejects.toMatchObject({
      code: 'NOT_OPEN_FOR_THIS',
    });
  });

  it('takes a dispute back before the signature', async () => {
    const { agree, sign } = await start();
    const agreed = (await agree()).slo.inForce!;
    await sign(cto, agreed, 'dispute', 'This is not what we agreed.');
    const { slo } = await sign(cto, agreed, 'withdraw', 'I was mistaken here.');
    expect(slo).toMatchObject({ state: 'in_force', disputes: [] });
  });

  it('retires with a reason, for good', async () => {
    const { agree, edit, sign, facts } = await start();
    const agreed = (await agree()).slo.inForce!;
    const reason = 'The service is switched off.';
    await expect(
      sign(colleague, agreed, 'retire', reason),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_AN_OWNER' });
    await expect(sign(po, agreed, 'retire')).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    const { slo } = await sign(po, agreed, 'retire', reason);
    expect(slo).toMatchObject({
      state: 'retired',
      inForce: null,
      proposal: null,
      retired: { version: 1, state: 'retired', decisions: [] },
    });
    // A second click, and whatever comes late.
    await sign(po, agreed, 'retire', reason);
    await expect(sign(cto, agreed, 'approve')).rejects.toMatchObject({
      status: 409,
      code: 'SLO_RETIRED',
    });
    await expect(edit('99.5')).rejects.toMatchObject({
      status: 409,
      code: 'SLO_RETIRED',
    });
    const [{ id }] = await db
      .knex('directory_entities')
      .where({ name: 'checkout' });
    expect(
      (await facts.read(db.knex, [String(id)])).get(String(id)),
    ).toMatchObject({ slos: 0, agreed: 0, state: 'none' });
    expect(
      await db.knex('journal').where({ action: 'slo.retired' }),
    ).toHaveLength(1);
  });

  it('takes note that somebody has read it, which decides nothing', async () => {
    const { drafted, sign } = await start();
    const seen = newest(drafted);
    const { slo } = await sign(cto, seen, 'acknowledge');
    expect(slo).toMatchObject({ state: 'in_review' });
    expect(slo.signatures[0]).toMatchObject({
      meaning: 'acknowledge',
      role: 'cto',
    });
    await sign(cto, seen, 'acknowledge');
    expect(await db.knex('slo_signatures')).toHaveLength(1);
  });

  it('writes each step into the journal and has the entity evaluated', async () => {
    const { agree, reevaluated } = await start();
    await agree();
    const lines = await db.knex('journal').orderBy('sequence');
    expect(lines.map(line => line.action)).toEqual([
      'slo.journey_added',
      'slo.drafted',
      'slo.reviewed',
      'slo.approved',
    ]);
    expect(reevaluated).toHaveLength(4);
  });

  it('tells a person what waits for them, and nobody else', async () => {
    const { drafted, sign, waiting } = await start();
    const kinds = async (who: typeof dev) =>
      (await waiting.read(db.knex, who, { apply: () => {} })).map(
        one => one.kind,
      );
    await db
      .knex('directory_entity_owners')
      .insert(
        await db
          .knex('directory_entities')
          .where({ name: 'checkout' })
          .select(
            'id as entity_id',
            db.knex.raw("'group:default/payments' as owner_ref"),
          ),
      );
    await db
      .knex('directory_search')
      .insert(
        await db
          .knex('directory_entities')
          .where({ name: 'checkout' })
          .select(
            'id as entity_id',
            db.knex.raw(
              "'metadata.annotations.production-readiness.io/product-owner' as key",
            ),
            db.knex.raw("'po' as value"),
          ),
      );
    expect(await kinds(po)).toEqual(['sign']);
    expect(await kinds(colleague)).toEqual(['technical-review']);
    expect(await kinds(dev)).toEqual([]);
    expect(await kinds(outsider)).toEqual([]);
    await sign(po, newest(drafted), 'approve');
    expect(await kinds(po)).toEqual([]);
  });

  it('reads the page of an entity in three statements', async () => {
    const { agree, edit, reading } = await start();
    await agree();
    await edit('99.5');
    const { result, statements } = await statementsDuring(db.knex, () =>
      reading.entity(po, CHECKOUT),
    );
    expect(statements).toHaveLength(3);
    expect(result).toMatchObject({
      tier: 2,
      journeys: [{ title: 'Check out a basket' }],
      slos: [{ state: 'proposed' }],
      owners: [
        {
          role: 'product-owner',
          holder: { userRef: 'user:default/po', name: 'Po' },
          origin: { place: 'entity', by: 'annotation' },
          settable: false,
        },
        {
          role: 'cto',
          holder: { name: 'Cto' },
          origin: { place: 'system', entityRef: 'system:default/shop' },
          settable: true,
        },
      ],
      asOf: NOW,
    });
  });
});
