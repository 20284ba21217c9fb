import { randomUUID } from 'node:crypto';
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
const outsider = person('outsider', 'search');

const JOURNEY = {
  title: 'Report once an hour',
  kind: 'machine' as const,
  importance: 'critical' as const,
  beneficiary: 'Lockers in the street',
};

const ALERT = {
  name: '決済エラー率 💥 burn',
  sloId: null,
  severity: 'SEV1',
  response: 'page' as const,
  runbookUrl: null,
};

describeOnDatabases('alerts', db => {
  const start = async () => {
    const bed = await createSloTestBed(
      db.database,
      { checkout: { owner: 'payments' }, payments: { kind: 'group' } },
      ['dev', 'colleague', 'outsider'],
    );
    const at = (alertId: string) => ({ ...CHECKOUT, alertId });
    const page = () => bed.reading.entity(dev, CHECKOUT);
    const factsOf = async () => {
      const [{ id }] = await db
        .knex('directory_entities')
        .where({ ref: 'component:default/checkout' });
      return (await bed.facts.read(db.knex, [String(id)])).get(String(id))!;
    };
    return { ...bed, at, page, factsOf };
  };
  const holes = async (
    page: () => Promise<{ holes: { hole: string; id: string | null }[] }>,
  ) => (await page()).holes.map(one => one.hole);

  it('names every hole from the user to the runbook, until it is closed', async () => {
    const { alerts, journeys, editing, at, page } = await start();
    expect(await holes(page)).toEqual(['no_journey']);
    const journey = await journeys.add(dev, CHECKOUT, JOURNEY, undefined);
    expect((await page()).holes).toEqual([
      { hole: 'journey_without_slo', id: journey.id },
    ]);
    const { slo } = await editing.add(
      dev,
      CHECKOUT,
      { content: content(journey.id), requestSignatures: false },
      undefined,
    );
    expect(await holes(page)).toEqual([
      ...['slo_without_owner', 'slo_not_measured', 'slo_without_alert'],
    ]);
    const alert = await alerts.add(dev, CHECKOUT, ALERT, undefined);
    expect(await holes(page)).toEqual([
      ...['slo_without_owner', 'slo_not_measured', 'slo_without_alert'],
      ...['alert_without_slo', 'alert_without_runbook'],
    ]);
    const runbookUrl = 'https://wiki.example/runbooks/決済';
    const { body } = await alerts.edit(
      dev,
      at(alert.id),
      { ...ALERT, sloId: slo.id, runbookUrl },
      1,
    );
    expect(body).toMatchObject({ ...ALERT, sloId: slo.id, runbookUrl });
    expect(await holes(page)).toEqual([
      ...['slo_without_owner', 'slo_not_measured'],
    ]);
  });

  it('says that what watches a retired number protects none', async () => {
    const { alerts, journeys, editing, signing, page, factsOf } = await start();
    const journey = await journeys.add(dev, CHECKOUT, JOURNEY, undefined);
    const drafted = await editing.add(
      dev,
      CHECKOUT,
      { content: content(journey.id), requestSignatures: false },
      undefined,
    );
    const sloId = drafted.slo.id;
    await alerts.add(dev, CHECKOUT, { ...ALERT, sloId }, undefined);
    expect(await holes(page)).not.toContain('alert_without_slo');
    expect(await factsOf()).toMatchObject({ alertsWithoutSlo: 0 });
    await signing.sign(
      dev,
      sloId,
      1,
      said(newest(drafted), 'retire', 'The service is switched off.'),
      randomUUID(),
    );
    expect(await holes(page)).toContain('alert_without_slo');
    expect(await factsOf()).toMatchObject({ alertsWithoutSlo: 1 });
    // What was written down stays.
    expect((await page()).alerts).toMatchObject([{ sloId }]);
  });

  it('asks for another look after 180 days, to the millisecond', async () => {
    const { alerts, at, clock, page, factsOf } = await start();
    const { id } = await alerts.add(dev, CHECKOUT, ALERT, undefined);
    clock.set(NOW + 180 * DAY - 1);
    expect(await factsOf()).toMatchObject({ alertsNotReviewed: 0 });
    expect((await factsOf()).changesAt).toBe(NOW + 180 * DAY);
    clock.set(NOW + 180 * DAY);
    expect(await factsOf()).toMatchObject({
      alertsNotReviewed: 1,
      pagingAlerts: 1,
      pagingAlertsWithoutRunbook: 1,
    });
    expect(await holes(page)).toContain('alert_review_stale');
    const { body } = await alerts.review(
      colleague,
      at(id),
      { verdict: 'tune', note: 'Fires each Sunday night' },
      1,
    );
    expect(body.review).toEqual({
      verdict: 'tune',
      by: { userRef: 'user:default/colleague', name: 'Colleague' },
      at: NOW + 180 * DAY,
      note: 'Fires each Sunday night',
    });
    expect(await holes(page)).not.toContain('alert_review_stale');
  });

  it('takes a review only from somebody else, and only of what they saw', async () => {
    const { alerts, at, page } = await start();
    const { id } = await alerts.add(dev, CHECKOUT, ALERT, undefined);
    const keep = { verdict: 'keep' as const };
    await expect(alerts.review(dev, at(id), keep, 1)).rejects.toMatchObject({
      code: 'REVIEWER_WROTE_ALERT',
    });
    await expect(
      alerts.review(outsider, at(id), keep, 1),
    ).rejects.toMatchObject({ code: 'NOT_AN_ALERT_REVIEWER' });
    await alerts.edit(dev, at(id), { ...ALERT, response: 'ticket' }, 1);
    await expect(
      alerts.review(colleague, at(id), keep, 1),
    ).rejects.toMatchObject({ code: 'ALERT_CHANGED', status: 412 });
    await expect(alerts.edit(dev, at(id), ALERT, 1)).rejects.toMatchObject({
      code: 'ALERT_CHANGED',
    });
    // Who edits an alert that somebody else reviewed can't be its reviewer.
    await alerts.edit(colleague, at(id), ALERT, 2);
    await expect(
      alerts.review(colleague, at(id), keep, 3),
    ).rejects.toMatchObject({ code: 'REVIEWER_WROTE_ALERT' });
    expect((await page()).alerts).toHaveLength(1);
  });

  it('takes away what can go, and keeps it for the record', async () => {
    const { alerts, at, page, factsOf } = await start();
    const { id } = await alerts.add(dev, CHECKOUT, ALERT, undefined);
    await alerts.review(colleague, at(id), { verdict: 'delete' }, 1);
    expect((await page()).alerts).toEqual([]);
    expect(await factsOf()).not.toHaveProperty('pagingAlerts');
    expect(await db.knex('slo_alerts').pluck('removed_at')).toHaveLength(1);
    await expect(alerts.edit(dev, at(id), ALERT, 2)).rejects.toMatchObject({
      code: 'ALERT_NOT_FOUND',
    });
    const journal = await db.knex('journal').orderBy('id').pluck('action');
    expect(journal).toEqual(['slo.alert_added', 'slo.alert_reviewed']);
  });

  it('refuses severities and SLOs that are not there', async () => {
    const { alerts } = await start();
    await expect(
      alerts.add(dev, CHECKOUT, { ...ALERT, severity: 'P0' }, undefined),
    ).rejects.toMatchObject({ code: 'UNKNOWN_SEVERITY', status: 400 });
    await expect(
      alerts.add(dev, CHECKOUT, { ...ALERT, sloId: randomUUID() }, undefined),
    ).rejects.toMatchObject({ code: 'UNKNOWN_SLO', field: 'body.sloId' });
    await expect(
      alerts.add(outsider, CHECKOUT, ALERT, undefined),
    ).rejects.toMatchObject({ code: 'NOT_AN_EDITOR' });
  });

  it('adds one alert for one key', async () => {
    const { alerts, page } = await start();
    const key = randomUUID();
    const first = await alerts.add(dev, CHECKOUT, ALERT, key);
    const second = await alerts.add(dev, CHECKOUT, ALERT, key);
    expect(second.id).toBe(first.id);
    expect((await page()).alerts).toHaveLength(1);
  });
});
