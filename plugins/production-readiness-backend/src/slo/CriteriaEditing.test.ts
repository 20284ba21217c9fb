import { describeOnDatabases } from '../testing';
import { component, createSloTestBed, person } from '../testing/slo';

const CHECKOUT = component('checkout');
const SHOP = { kind: 'System', namespace: 'default', name: 'shop' };
const dev = person('dev', 'payments');
const admin = { ...person('admin'), isAdmin: true };
const says = (text: string) => ({ criteria: [{ severity: 'SEV1', text }] });

describeOnDatabases('the criteria of severities', db => {
  const start = async () => {
    const bed = await createSloTestBed(
      db.database,
      {
        shop: { kind: 'system', owner: 'payments' },
        checkout: { owner: 'payments', system: 'shop' },
      },
      ['dev', 'admin'],
    );
    const shown = async () => {
      const page = await bed.reading.entity(dev, CHECKOUT);
      const { place, criteria } = page.severityCriteria;
      return [place, criteria[0]?.text];
    };
    return { ...bed, shown };
  };

  it('come from the nearest place that says something', async () => {
    const { criteria, shown } = await start();
    expect(await shown()).toEqual([null, undefined]);
    await criteria.setForOrganisation(admin, says('全社：5%以上が失敗'), 0);
    expect(await shown()).toEqual(['organisation', '全社：5%以上が失敗']);
    await criteria.setForEntity(dev, SHOP, says('the shop is down'), 0);
    expect(await shown()).toEqual(['system', 'the shop is down']);
    await criteria.setForEntity(dev, CHECKOUT, says('no orders'), 0);
    expect(await shown()).toEqual(['entity', 'no orders']);
    await criteria.setForEntity(dev, CHECKOUT, { criteria: [] }, 1);
    expect(await shown()).toEqual(['system', 'the shop is down']);
  });

  it('refuse an edit of something older, and unknown severities', async () => {
    const { criteria } = await start();
    await criteria.setForEntity(dev, CHECKOUT, says('one'), 0);
    await expect(
      criteria.setForEntity(dev, CHECKOUT, says('two'), 0),
    ).rejects.toMatchObject({ code: 'CRITERIA_CHANGED', status: 412 });
    await expect(
      criteria.setForOrganisation(
        admin,
        { criteria: [{ severity: 'P1', text: 'x' }] },
        0,
      ),
    ).rejects.toMatchObject({ code: 'UNKNOWN_SEVERITY', status: 400 });
    await expect(
      criteria.setForOrganisation(dev, says('mine'), 0),
    ).rejects.toMatchObject({ code: 'ADMINISTRATOR_REQUIRED', status: 403 });
  });
});
