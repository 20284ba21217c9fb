import { ANNOTATIONS } from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases } from '../testing';
import {
  component,
  content,
  createSloTestBed,
  newest,
  person,
  said,
} from '../testing/slo';

const dev = person('dev', 'payments');
const colleague = person('colleague', 'payments');
const po = person('po');
const JOURNEY = {
  title: 'Check out',
  kind: 'user' as const,
  importance: 'critical' as const,
  beneficiary: 'Shoppers',
};
const owned = {
  owner: 'payments',
  annotations: { [ANNOTATIONS.productOwner]: 'user:default/po' },
};

describeOnDatabases('what a signer is shown beside the number', db => {
  const start = async (levels: number | null = null) => {
    const bed = await createSloTestBed(
      db.database,
      {
        checkout: { ...owned, dependsOn: ['bank', 'ledger', 'mail', 'gone'] },
        bank: owned,
        ledger: owned,
        mail: owned,
      },
      ['dev', 'colleague', 'po'],
      {},
      { levelsReached: async () => levels },
    );
    const draft = async (name: string, change = {}) => {
      const entity = component(name);
      const journey = await bed.journeys.add(dev, entity, JOURNEY, undefined);
      return bed.editing.add(
        dev,
        entity,
        { content: content(journey.id, change), requestSignatures: true },
        undefined,
      );
    };
    const agree = async (name: string, target: string) => {
      let page = await draft(name, { target });
      const { id } = page.slo;
      page = await bed.signing.sign(
        colleague,
        id,
        1,
        said(newest(page), 'technical-review'),
        undefined,
      );
      const seen = await bed.reading.slo(po, id);
      await bed.signing.sign(
        po,
        id,
        1,
        said(newest(seen), 'approve'),
        undefined,
      );
    };
    return { ...bed, draft, agree };
  };

  it('multiplies what the dependencies have signed', async () => {
    const { agree, draft } = await start();
    await agree('bank', '99.9');
    await agree('ledger', '99.9');
    await agree('ledger', '99.95');
    await draft('mail', { target: '10' });
    const { slo } = await draft('checkout');
    expect(newest({ slo } as never).summary.dependencies).toEqual({
      targets: [
        ['bank', '99.9'],
        ['ledger', '99.9'],
        ['mail', null],
      ].map(([name, target]) => ({
        entityRef: `component:default/${name}`,
        title: name,
        target,
      })),
      together: '99.8001',
    });
  });

  it('tells nobody of a dependency that they may not see', async () => {
    const { agree, draft, hidden, reading } = await start();
    await agree('bank', '99.9');
    const { slo } = await draft('checkout');
    hidden.push('bank');
    const page = await reading.slo(po, slo.id);
    expect(JSON.stringify(page)).not.toContain('bank');
    expect(newest(page).summary.dependencies?.together).toBeNull();
  });

  it('takes no signature from whoever saw other numbers below', async () => {
    const { agree, draft, reading, signing } = await start();
    const { slo } = await draft('checkout');
    const seen = newest(await reading.slo(po, slo.id));
    await agree('bank', '99');
    await expect(
      signing.sign(po, slo.id, 1, said(seen, 'approve'), undefined),
    ).rejects.toMatchObject({ code: 'SHOWN_CHANGED', status: 409 });
    const again = newest(await reading.slo(po, slo.id));
    await signing.sign(po, slo.id, 1, said(again, 'approve'), undefined);
  });

  it('warns of more than the checklist shows, and keeps why it was signed', async () => {
    const { draft, reading, signing } = await start(1);
    const modest = await draft('bank', { target: '99.9' });
    expect(newest(modest).summary.evidence).toEqual({
      supports: 'reactive',
      exceeded: false,
    });
    const { slo } = await draft('checkout', { target: '99.99' });
    const seen = newest(await reading.slo(po, slo.id));
    expect(seen.summary.evidence).toEqual({
      supports: 'reactive',
      exceeded: true,
    });
    const reason = 'Switching over is being built, ready in January';
    const after = await signing.sign(
      po,
      slo.id,
      1,
      said(seen, 'approve', reason),
      undefined,
    );
    expect(after.slo.signatures[0]).toMatchObject({
      meaning: 'approve',
      reason,
    });
  });

  it('states value, cost and failures as decimals', async () => {
    const { draft } = await start();
    const page = await draft('checkout', {
      target: '99.9',
      businessImpact: {
        valuePerYear: '1000000',
        currency: 'USD',
        costPerYear: '250000.50',
        eventsPerDay: '130830',
      },
    });
    const { value, allowedFailures } = newest(page).summary;
    expect(value).toEqual({
      currency: 'USD',
      perYear: '1000000',
      change: null,
      nextNine: { target: '99.99', value: '900' },
      costPerYear: '250000.5',
      costNote: null,
    });
    expect(allowedFailures).toEqual({ events: '3663240', failures: '3663' });
  });

  it('files an SLO without touching what was signed', async () => {
    const { draft, editorial, reading } = await start();
    const { slo } = await draft('checkout');
    const filed = { displayName: '注文', labels: { team: 'pay' }, links: [] };
    const { body } = await editorial.edit(dev, slo.id, filed, 0);
    expect(body).toEqual({ ...filed, version: 1 });
    const after = await reading.slo(dev, slo.id);
    expect(after.slo.editorial).toEqual({ ...filed, version: 1 });
    expect(after.slo.history).toEqual(slo.history);
    expect(after.slo.version).toBe(slo.version);
    await expect(editorial.edit(dev, slo.id, filed, 0)).rejects.toMatchObject({
      code: 'EDITORIAL_CHANGED',
      status: 412,
    });
  });
});
