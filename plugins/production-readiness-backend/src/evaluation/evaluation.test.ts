import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import {
  catalogEntity,
  CHECKOUT,
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
  TEAM,
} from '../testing/checklist';
import { DatabaseClock } from '../database';
import { describeOnDatabases, statementsDuring } from '../testing';

const olga = personOf('olga', 'payments');
const colin = personOf('colin', 'payments');
const evidence = { kind: 'url' as const, url: 'https://ci.example.com/7' };
const REF = 'component:default/checkout';

const withLink = (type: string) => ({
  ...CHECKOUT,
  metadata: {
    ...CHECKOUT.metadata,
    links: [{ type, url: 'https://example.com/x' }],
  },
});

describeOnDatabases('the evaluation', db => {
  const stateOf = async (
    bed: Awaited<ReturnType<typeof createChecklistTestBed>>,
    itemId: string,
  ) =>
    (await bed.reading.readiness(olga, CHECKOUT_NAME)).items.find(
      item => item.itemId === itemId,
    );

  it('judges what the catalog says, as soon as the directory knows it', async () => {
    const bed = await createChecklistTestBed(db.database);
    expect(await stateOf(bed, 'OWN-1')).toMatchObject({ state: 'passed' });
    expect(await stateOf(bed, 'OBS-1')).toMatchObject({ state: 'failed' });
    const [summary] = await db.knex('readiness_summaries');
    expect(summary).toMatchObject({
      kind: 'component',
      sort_title: 'checkout',
      owner_ref: 'group:default/payments',
      system_ref: 'system:default/shop',
      tier: 2,
      lifecycle: 'production',
      level: 'none',
      required_count: 36,
    });
    expect(Number(summary.blocker_count)).toBeGreaterThan(0);
    const blockers = await db.knex('readiness_summary_blockers');
    expect(blockers).toHaveLength(Number(summary.blocker_count));
  });

  it('sorts by what the owner is called, also once that is another name', async () => {
    const bed = await createChecklistTestBed(db.database);
    const titles = () => db.knex('readiness_summaries').pluck('owner_title');
    const called = (spec: object) => ({
      ...TEAM,
      metadata: { ...TEAM.metadata, title: 'Team 7' },
      spec: { ...TEAM.spec, ...spec },
    });
    bed.catalog.entities = [called({}), CHECKOUT];
    await bed.directorySweep.run();
    expect(await titles()).toEqual(['team 7']);
    bed.catalog.entities = [
      called({ profile: { displayName: 'Apples & Pears' } }),
      CHECKOUT,
    ];
    await bed.directorySweep.run();
    expect(await titles()).toEqual(['apples & pears']);
    const { version } = (await stateOf(bed, 'REL-3'))!;
    await bed.answering.attest(
      olga,
      { entity: CHECKOUT_NAME, itemId: 'REL-3', version },
      { kind: 'text', text: 'Rolled back v41 on 2026-10-02 in 4 minutes' },
    );
    expect(await titles()).toEqual(['apples & pears']);
  });

  it('says that what held has regressed, and when it holds again', async () => {
    const bed = await createChecklistTestBed(db.database, {
      entities: [TEAM, withLink('dashboard')],
    });
    expect(await stateOf(bed, 'OBS-1')).toMatchObject({ state: 'passed' });
    bed.catalog.entities = [TEAM, CHECKOUT];
    await bed.directorySweep.run();
    expect(await stateOf(bed, 'OBS-1')).toMatchObject({ state: 'regressed' });
    bed.catalog.entities = [TEAM, withLink('dashboard')];
    await bed.directorySweep.run();
    expect(await stateOf(bed, 'OBS-1')).toMatchObject({ state: 'passed' });
    const { events } = await bed.reading.history(olga, CHECKOUT_NAME, 'OBS-1');
    expect(events.map(event => event.action)).toEqual([
      'checklist.fact_passed',
      'checklist.fact_failed',
      'checklist.fact_passed',
    ]);
  });

  it('reads the facts of SLOs and toil', async () => {
    const bed = await createChecklistTestBed(db.database);
    const id = await bed.idOf(REF);
    bed.facts.slo.set(id, {
      journeys: 2,
      slos: 1,
      agreed: 1,
      waiting: 0,
      state: 'in_force',
      reviewBy: NOW + 10 * DAY,
      requiredSignaturesPresent: true,
    });
    bed.facts.sloOwners.set(id, [
      {
        role: 'cto',
        userRef: 'user:default/clara',
        name: 'Clara',
        origin: 'system',
      },
    ]);
    bed.facts.toil.set('group:default/payments', {
      coverage: 0.5,
      publicState: 'watch',
    });
    await bed.evaluate(id);
    const view = await bed.reading.readiness(olga, CHECKOUT_NAME);
    const states = Object.fromEntries(
      view.items.map(item => [item.itemId, item.state]),
    );
    expect(states).toMatchObject({
      'DSN-2': 'passed',
      'SLO-1': 'passed',
      'SLO-2': 'passed',
      'OPS-6': 'passed',
    });
    expect(view).toMatchObject({
      slo: { state: 'in_force', agreed: 1, owners: [{ name: 'Clara' }] },
      toil: { groupRef: 'group:default/payments', state: 'watch' },
      summary: { nextDue: NOW + 40 * DAY },
    });

    bed.clock.set(NOW + 10 * DAY);
    expect(await stateOf(bed, 'SLO-2')).toMatchObject({
      state: 'passed',
      due: true,
    });
    bed.clock.set(NOW + 40 * DAY);
    expect(await stateOf(bed, 'SLO-2')).toMatchObject({
      state: 'lapsed',
      satisfied: false,
    });
  });

  it('takes the toil of a team that has become too small out of what it owns', async () => {
    const olgaIn = catalogEntity('User', 'olga', {
      memberOf: ['group:default/payments'],
    });
    const bed = await createChecklistTestBed(db.database, {
      entities: [TEAM, olgaIn, CHECKOUT],
    });
    const toilShown = async () =>
      (await bed.reading.readiness(olga, CHECKOUT_NAME)).toil;
    const team = 'group:default/payments';
    bed.facts.toil.set(team, { coverage: 1, publicState: 'over' });
    await bed.evaluate(await bed.idOf(REF));
    expect(await toilShown()).toEqual({ groupRef: team, state: 'over' });

    bed.facts.toil.set(team, { coverage: 1, publicState: null });
    bed.catalog.entities = [TEAM, catalogEntity('User', 'olga'), CHECKOUT];
    await bed.directorySweep.run();
    expect(await toilShown()).toBeNull();
  });

  it('writes nothing when nothing changed', async () => {
    const bed = await createChecklistTestBed(db.database);
    const id = await bed.idOf(REF);
    await bed.answering.attest(
      olga,
      { entity: CHECKOUT_NAME, itemId: 'REL-3', version: 0 },
      evidence,
    );
    bed.clock.advance(1000);
    const { result, statements } = await statementsDuring(db.knex, () =>
      bed.evaluate(id),
    );
    expect(result).toEqual({ entities: 1, items: 0, summaries: 0 });
    expect(
      statements.filter(sql => /^\s*(insert|update|delete)/i.test(sql)),
    ).toEqual([]);
  });

  it('leaves the version of an answer as it is', async () => {
    const bed = await createChecklistTestBed(db.database);
    const edit = { entity: CHECKOUT_NAME, itemId: 'OPS-2', version: 0 };
    await bed.answering.attest(olga, edit, evidence);
    bed.catalog.entities = [TEAM, withLink('runbook')];
    await bed.directorySweep.run();
    expect(await stateOf(bed, 'OPS-2')).toMatchObject({
      state: 'attested',
      fact: 'passed',
      version: 1,
      answer: { evidence },
    });
  });

  it('wakes up what time alone has changed', async () => {
    const bed = await createChecklistTestBed(db.database);
    const edit = (version: number) => ({
      entity: CHECKOUT_NAME,
      itemId: 'REL-3',
      version,
    });
    await bed.answering.attest(olga, edit(0), evidence);
    await bed.answering.accept(colin, edit(1));
    const summary = async () => (await db.knex('readiness_summaries'))[0];
    const before = await summary();
    // The first sweep of a process also takes up what was never judged.
    await bed.sweep.run();
    bed.clock.set(NOW + 180 * DAY);
    await expect(bed.sweep.run()).resolves.toEqual({ entities: 1 });
    const after = await summary();
    expect(after.satisfied_count).toBe(before.satisfied_count - 1);
    expect(after.blocker_count).toBe(before.blocker_count + 1);
    await expect(bed.sweep.run()).resolves.toEqual({ entities: 0 });
    const [row] = await db.knex('item_states').where({ item_id: 'REL-3' });
    expect(row).toMatchObject({ state: 'lapsed', version: 2 });
  });

  it('lets nothing block a live entity that is new here', async () => {
    const bed = await createChecklistTestBed(db.database, {
      adoptionPeriod: 90 * DAY,
    });
    const view = await bed.reading.readiness(olga, CHECKOUT_NAME);
    expect(view).toMatchObject({
      adoptionUntil: NOW + 90 * DAY,
      blockers: [],
    });
    const startHere = bed.registry.loaded[0].document.startHere;
    expect(view.nextSteps.length).toBeGreaterThan(0);
    for (const step of view.nextSteps) {
      expect(startHere).toContain(step.itemId);
    }
    await bed.sweep.run();
    bed.clock.set(NOW + 90 * DAY);
    await bed.sweep.run();
    const [summary] = await db.knex('readiness_summaries');
    expect(summary.adoption_until).toBeNull();
    expect(Number(summary.blocker_count)).toBeGreaterThan(0);
  });

  it('takes the summary of an entity that is gone, and keeps its answers', async () => {
    const bed = await createChecklistTestBed(db.database);
    const id = await bed.idOf(REF);
    await db
      .knex('directory_entities')
      .where({ id })
      .update({ deleted_at: NOW });
    await bed.sweep.run();
    expect(await db.knex('readiness_summaries')).toEqual([]);
    expect(await db.knex('readiness_summary_blockers')).toEqual([]);
    expect(await db.knex('item_states')).not.toEqual([]);
  });

  it('judges again what an older checklist judged', async () => {
    const bed = await createChecklistTestBed(db.database);
    await db.knex('readiness_summaries').update({ checklist_digest: 'old' });
    const view = await bed.reading.readiness(olga, CHECKOUT_NAME);
    expect(view.checklist?.digest).toBe(bed.registry.loaded[0].digest);
    await db.knex('readiness_summaries').update({ checklist_digest: 'old' });
    await expect(bed.sweep.run()).resolves.toEqual({ entities: 1 });
  });

  it('judges everything again by another configuration, once', async () => {
    const bed = await createChecklistTestBed(db.database);
    await bed.sweep.run();
    const edit = { entity: CHECKOUT_NAME, itemId: 'REL-3', version: 0 };
    await bed.answering.attest(olga, edit, evidence);
    const waitsFor = async () =>
      (await db.knex('item_states').where({ item_id: 'REL-3' }))[0]
        .reviewer_ref;
    expect(await waitsFor()).toBeNull();

    const start = () =>
      createChecklistTestBed(db.database, {
        reviewers: [{ sections: ['rel'], groupRef: 'group:default/sre' }],
      });
    await (await start()).sweep.run();
    expect(await waitsFor()).toBe('group:default/sre');

    await expect((await start()).sweep.run()).resolves.toEqual({ entities: 0 });
    const applied = await db.knex('journal').where({ chain: 'system' });
    expect(applied.map(line => line.action)).toEqual([
      'checklist.settings_applied',
      'checklist.settings_applied',
    ]);
  });

  it('asks a dependency only where there is a data store', async () => {
    const database = catalogEntity(
      'Resource',
      'orders',
      {},
      {
        spec: { type: 'database' },
      },
    );
    const bed = await createChecklistTestBed(db.database, {
      entities: [
        TEAM,
        database,
        {
          ...CHECKOUT,
          relations: [
            ...CHECKOUT.relations!,
            { type: 'dependsOn', targetRef: 'resource:default/orders' },
          ],
        },
      ],
    });
    expect(await stateOf(bed, 'CAP-3')).toMatchObject({ required: true });
    bed.catalog.entities = [TEAM, database, CHECKOUT];
    await bed.directorySweep.run();
    expect(await stateOf(bed, 'CAP-3')).toBeUndefined();
  });

  it('has nothing to say of a kind that no checklist is for', async () => {
    const bed = await createChecklistTestBed(db.database, {
      entities: [
        catalogEntity('Group', 'acme'),
        catalogEntity('Group', 'payments', {
          childOf: ['group:default/acme'],
        }),
      ],
    });
    // Only the Group at the top holds answers, for others to take over.
    await expect(
      bed.reading.readiness(olga, {
        kind: 'group',
        namespace: 'default',
        name: 'payments',
      }),
    ).resolves.toMatchObject({ checklist: null, items: [] });
  });

  it('answers a whole readiness in two statements and twenty kilobytes', async () => {
    const bed = await createChecklistTestBed(db.database, {
      clock: new DatabaseClock(),
    });
    await bed.answering.attest(
      olga,
      { entity: CHECKOUT_NAME, itemId: 'REL-3', version: 0 },
      evidence,
    );
    const { result, statements } = await statementsDuring(db.knex, () =>
      bed.reading.readiness(olga, CHECKOUT_NAME),
    );
    expect(statements).toHaveLength(2);
    expect(Math.abs(result.asOf - Date.now())).toBeLessThan(60_000);
    expect(JSON.stringify(result).length).toBeLessThan(20_000);
  });

  it('books what time changed on its own day, also when nothing ran', async () => {
    const bed = await createChecklistTestBed(db.database);
    const id = await bed.idOf(REF);
    const edit = (version: number) => ({
      entity: CHECKOUT_NAME,
      itemId: 'OWN-5',
      version,
    });
    await bed.answering.attest(olga, edit(0), evidence);
    await bed.answering.accept(colin, edit(1));
    const satisfied = async () => {
      const rows = await db
        .knex('readiness_changes')
        .where({ entity_id: id })
        .orderBy('day');
      return rows.map(row => [Number(row.day), Number(row.satisfied)]);
    };
    const before = await satisfied();
    // It holds for 90 days; the process is back ten days after that.
    bed.clock.set(NOW + 100 * DAY);
    await bed.sweep.run();
    expect(await satisfied()).toEqual([...before, [NOW / DAY + 90, -1]]);
  });

  it('is asked for by owners, administrators and services', async () => {
    const bed = await createChecklistTestBed(db.database);
    const service = {
      ...personOf('nobody'),
      kind: 'service' as const,
      userRef: undefined,
    };
    for (const caller of [olga, personOf('adam', 'platform'), service]) {
      await expect(
        bed.reading.evaluate(caller, CHECKOUT_NAME),
      ).resolves.toMatchObject({ canEvaluate: { allowed: true } });
    }
    await expect(
      bed.reading.evaluate(personOf('rita', 'search'), CHECKOUT_NAME),
    ).rejects.toMatchObject({ status: 403, code: 'NOT_AN_OWNER' });
  });

  it('hides what the catalog hides', async () => {
    const bed = await createChecklistTestBed(db.database);
    bed.policy.visibility = { apply: query => void query.whereRaw('1 = 0') };
    await expect(
      bed.reading.readiness(olga, CHECKOUT_NAME),
    ).rejects.toMatchObject({ status: 404, code: 'ENTITY_NOT_FOUND' });
  });
});
