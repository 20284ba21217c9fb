import {
  DAY,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import {
  CHECKOUT,
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
  TEAM,
} from '../testing/checklist';
import { describeOnDatabases } from '../testing';

const olga = personOf('olga', 'payments');
const colin = personOf('colin', 'payments');
const evidence = { kind: 'url' as const, url: 'https://ci.example.com/7' };

/** What an audit asks for; what the reader may do is no part of it. */
function standings({ summary, items, checklist, entity }: ReadinessView) {
  return {
    summary,
    checklist,
    tier: entity.tier,
    items: items.map(({ canAttest, canAccept, acts, ...item }) => item),
  };
}

describeOnDatabases('readiness as of a moment', db => {
  it('is what was answered at that moment, whatever came after', async () => {
    const bed = await createChecklistTestBed(db.database);
    const steps: ((version: number) => Promise<unknown>)[] = [
      version =>
        bed.answering.attest(
          olga,
          { entity: CHECKOUT_NAME, itemId: 'REL-3', version },
          evidence,
        ),
      version =>
        bed.answering.accept(colin, {
          entity: CHECKOUT_NAME,
          itemId: 'REL-3',
          version,
        }),
      async () => {
        bed.catalog.entities = [
          TEAM,
          {
            ...CHECKOUT,
            metadata: {
              ...CHECKOUT.metadata,
              annotations: { 'production-readiness.io/tier': '1' },
              links: [{ type: 'dashboard', url: 'https://example.com/d' }],
            },
          },
        ];
        await bed.directorySweep.run();
      },
      // Nobody does anything for so long that the answer wears out.
      async () => bed.clock.advance(200 * DAY),
      async () => {
        bed.catalog.entities = [TEAM, CHECKOUT];
        await bed.directorySweep.run();
      },
      version =>
        bed.answering.attest(
          olga,
          { entity: CHECKOUT_NAME, itemId: 'REL-3', version },
          { ...evidence, url: 'https://ci.example.com/8' },
        ),
    ];
    const seen: { at: number; view: ReadinessView }[] = [];
    for (const step of steps) {
      bed.clock.advance(DAY);
      const before = await bed.reading.readiness(olga, CHECKOUT_NAME);
      await step(before.items.find(one => one.itemId === 'REL-3')!.version);
      const at = await bed.clock.now();
      seen.push({ at, view: await bed.reading.readiness(olga, CHECKOUT_NAME) });
    }
    bed.clock.advance(500 * DAY);
    await bed.sweep.run();
    for (const { at, view } of seen) {
      const past = await bed.past.readiness(olga, CHECKOUT_NAME, at);
      expect(standings(past)).toEqual(standings(view));
      expect(past.asOf).toBe(at);
      expect(past.items.every(item => item.acts.length === 0)).toBe(true);
    }
    // Between two writes only time decides.
    const [, accepted] = seen;
    const later = await bed.past.readiness(
      olga,
      CHECKOUT_NAME,
      accepted.at + 5,
    );
    expect(later.summary).toEqual(accepted.view.summary);
  });

  it('says from when on anything is known, and refuses the future', async () => {
    const bed = await createChecklistTestBed(db.database);
    await expect(
      bed.past.readiness(olga, CHECKOUT_NAME, NOW - 1),
    ).rejects.toMatchObject({
      status: 404,
      code: 'NO_HISTORY',
      details: { begins: NOW },
    });
    await expect(
      bed.past.readiness(olga, CHECKOUT_NAME, NOW + 1),
    ).rejects.toMatchObject({ status: 400, code: 'AT_IN_FUTURE' });
  });

  it('writes no history when nothing changes', async () => {
    const bed = await createChecklistTestBed(db.database);
    const lines = () => db.knex('readiness_history').count({ count: '*' });
    const before = await lines();
    await bed.evaluate(await bed.idOf('component:default/checkout'));
    expect(await lines()).toEqual(before);
  });
});
