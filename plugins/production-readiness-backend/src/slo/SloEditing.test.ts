import { randomUUID } from 'node:crypto';
import { describeOnDatabases } from '../testing';
import {
  component,
  content,
  createSloTestBed,
  newest,
  person,
  said,
} from '../testing/slo';

const CHECKOUT = component('checkout');
const dev = person('dev', 'payments');
const colleague = person('colleague', 'payments');
const outsider = person('outsider', 'search');

const WORLD = {
  commerce: { kind: 'domain', owner: 'payments' },
  shop: { kind: 'system', owner: 'payments', domain: 'commerce' },
  checkout: { owner: 'payments', system: 'shop', domain: 'commerce' },
  lab: { owner: 'payments', tier: 3 as const },
  payments: { kind: 'group', owner: 'payments' },
};

const JOURNEY = {
  title: 'Check out a basket 🧺',
  text: 'From the basket to the receipt\n注文から領収書まで',
  kind: 'user' as const,
  importance: 'critical' as const,
  beneficiary: 'Shoppers',
};

describeOnDatabases('writing SLOs', db => {
  const start = async () => {
    const bed = await createSloTestBed(db.database, WORLD, [
      'dev',
      'colleague',
      'outsider',
      'po',
      'other',
    ]);
    const journey = await bed.journeys.add(dev, CHECKOUT, JOURNEY, undefined);
    const edit = (change = {}, requestSignatures = false) => ({
      content: content(journey.id, change),
      requestSignatures,
    });
    const name = (
      userRef: string | null,
      version = 0,
      where: { kind: string; namespace: string; name: string } = CHECKOUT,
    ) => bed.owners.set(dev, where, 'product-owner', userRef, version);
    return { ...bed, journey, edit, name };
  };

  it('keeps every text exactly, and every version', async () => {
    const { editing, edit, reading } = await start();
    const text = 'Measured «twice» 測定済み \u{1F680} e\u0301';
    const rationale = {
      text,
      basis: 'observed' as const,
      evidenceUrls: ['https://wiki.example/slo?x=1#測定'],
    };
    const { slo } = await editing.add(
      dev,
      CHECKOUT,
      edit({ rationale }),
      undefined,
    );
    await editing.edit(colleague, slo.id, slo.version, edit({ target: '99' }));
    const after = await reading.slo(dev, slo.id);
    expect(after.slo.history.map(one => [one.version, one.target])).toEqual([
      [2, '99'],
      [1, '99.9'],
    ]);
    const first = await reading.entity(dev, CHECKOUT);
    expect(first.journeys).toEqual([
      { ...JOURNEY, id: expect.any(String), version: 1 },
    ]);
    const rows = await db.knex('slo_versions').orderBy('version');
    expect(JSON.parse(rows[0].content).rationale).toEqual(rationale);
  });

  it('makes no version of an edit that changes nothing', async () => {
    const { editing, edit } = await start();
    const { slo } = await editing.add(dev, CHECKOUT, edit(), undefined);
    const same = await editing.edit(
      dev,
      slo.id,
      slo.version,
      edit({ target: '99.900' }),
    );
    expect(same.slo.version).toBe(slo.version);
    expect(same.slo.history).toHaveLength(1);
  });

  it('lets one of two edits win, and gives the other what stands', async () => {
    const { editing, edit } = await start();
    const { slo } = await editing.add(dev, CHECKOUT, edit(), undefined);
    const both = await Promise.allSettled(
      ['99', '99.5'].map((target, index) =>
        editing.edit(
          index === 0 ? dev : colleague,
          slo.id,
          slo.version,
          edit({ target }),
        ),
      ),
    );
    const lost = both.filter(one => one.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0].reason).toMatchObject({
      status: 412,
      code: 'SLO_CHANGED',
      details: { current: { version: 2, material: expect.any(Object) } },
    });
    expect(await db.knex('slo_versions')).toHaveLength(2);
  });

  it('drafts once for one key', async () => {
    const { editing, edit } = await start();
    const key = randomUUID();
    const [one, two] = await Promise.all([
      editing.add(dev, CHECKOUT, edit(), key),
      editing.add(dev, CHECKOUT, edit(), key),
    ]);
    expect(one.slo.id).toBe(two.slo.id);
    expect(await db.knex('slos')).toHaveLength(1);
  });

  it('is for the owning team, and for what runs', async () => {
    const { editing, edit, journeys, name } = await start();
    await expect(
      editing.add(outsider, CHECKOUT, edit(), undefined),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_AN_EDITOR' });
    await expect(
      journeys.add(
        dev,
        { ...component('payments'), kind: 'group' },
        JOURNEY,
        undefined,
      ),
    ).rejects.toMatchObject({ status: 400, code: 'KIND_WITHOUT_SLO' });
    await expect(
      name('user:default/po', 0, { ...component('payments'), kind: 'group' }),
    ).rejects.toMatchObject({ status: 400, code: 'KIND_WITHOUT_OWNERS' });
    await expect(
      editing.add(
        dev,
        CHECKOUT,
        { content: content(randomUUID()), requestSignatures: false },
        undefined,
      ),
    ).rejects.toMatchObject({
      status: 400,
      code: 'UNKNOWN_JOURNEY',
      field: 'body.content.journeyId',
    });
  });

  it('asks for signatures only when somebody can give them', async () => {
    const { editing, edit, name } = await start();
    await expect(
      editing.add(dev, CHECKOUT, edit({}, true), undefined),
    ).rejects.toMatchObject({ status: 409, code: 'OWNER_VACANT' });
    expect(await db.knex('slos')).toEqual([]);

    const { slo } = await editing.add(dev, CHECKOUT, edit(), undefined);
    expect(slo).toMatchObject({
      state: 'draft',
      proposal: { requestable: true, material: { accountableOwner: null } },
    });
    await name('user:default/po');
    const asked = await editing.requestSignatures(dev, slo.id, 1);
    expect(asked.slo).toMatchObject({
      state: 'in_review',
      proposal: {
        version: 2,
        material: { accountableOwner: { userRef: 'user:default/po' } },
      },
    });
    const again = await editing.requestSignatures(dev, slo.id, 2);
    expect(again.slo.history).toHaveLength(2);
  });

  it('only records where the tier asks for nothing', async () => {
    const { editing, journeys } = await start();
    const lab = component('lab');
    const journey = await journeys.add(dev, lab, JOURNEY, undefined);
    const { slo } = await editing.add(
      dev,
      lab,
      { content: content(journey.id), requestSignatures: true },
      undefined,
    );
    expect(slo).toMatchObject({ state: 'recorded', inForce: null });
    await expect(
      editing.requestSignatures(dev, slo.id, 1),
    ).rejects.toMatchObject({ status: 409, code: 'NO_SIGNATURE_NEEDED' });
  });

  it('proposes a changed journey to the numbers about it', async () => {
    const { editing, edit, journeys, journey, name, signing } = await start();
    await name('user:default/po');
    const { slo } = await editing.add(dev, CHECKOUT, edit({}, true), undefined);
    const seen = newest({ slo } as never);
    const sign = (who: typeof dev, meaning: 'approve' | 'technical-review') =>
      signing.sign(who, slo.id, 1, said(seen, meaning), undefined);
    await sign(colleague, 'technical-review');
    await sign(person('po'), 'approve');

    const changed = { ...JOURNEY, beneficiary: 'Everybody who buys' };
    const saved = await journeys.edit(dev, CHECKOUT, journey.id, changed, 1);
    expect(saved).toMatchObject({ version: 2, body: changed });
    const after = await editing.edit(dev, slo.id, 2, edit({}, false));
    expect(after.slo).toMatchObject({
      state: 'proposed',
      changes: [{ field: 'journey.beneficiary', after: 'Everybody who buys' }],
    });
    await expect(
      journeys.edit(colleague, CHECKOUT, journey.id, JOURNEY, 1),
    ).rejects.toMatchObject({
      status: 412,
      code: 'JOURNEY_CHANGED',
      details: { current: { beneficiary: 'Everybody who buys' } },
    });
  });

  it('takes an owner over from the System and the Domain, until it has its own', async () => {
    const { name, reading, reevaluated } = await start();
    const owner = async () => (await reading.entity(dev, CHECKOUT)).owners[0];
    const domain = { ...component('commerce'), kind: 'domain' };
    await name('user:default/other', 0, domain);
    expect(await owner()).toMatchObject({
      holder: { userRef: 'user:default/other', name: 'Other' },
      origin: { place: 'domain', by: 'set' },
      version: 0,
    });
    // The Domain, the System in it, and the Component in that.
    expect(reevaluated[reevaluated.length - 1]).toHaveLength(3);
    await name('user:default/po');
    expect(await owner()).toMatchObject({
      holder: { userRef: 'user:default/po' },
      origin: { place: 'entity', by: 'set' },
      version: 1,
    });
    await name(null, 1);
    expect(await owner()).toMatchObject({
      origin: { place: 'domain' },
      version: 2,
    });
  });

  it('refuses a stale owner, an unknown one and one that a file names', async () => {
    const { name, owners } = await start();
    await name('user:default/po');
    await expect(name('user:default/other')).rejects.toMatchObject({
      status: 412,
      code: 'OWNER_CHANGED',
      details: { current: { holder: { userRef: 'user:default/po' } } },
    });
    await expect(name('user:default/nobody', 1)).rejects.toMatchObject({
      status: 400,
      code: 'UNKNOWN_USER',
      field: 'body.userRef',
    });
    await db
      .knex('directory_entities')
      .where({ name: 'checkout' })
      .update({
        entity: JSON.stringify({
          metadata: { annotations: { 'production-readiness.io/cto': 'po' } },
          relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
        }),
      });
    await expect(
      owners.set(dev, CHECKOUT, 'cto', 'user:default/other', 0),
    ).rejects.toMatchObject({ status: 409, code: 'OWNER_IN_ANNOTATION' });
  });
});
