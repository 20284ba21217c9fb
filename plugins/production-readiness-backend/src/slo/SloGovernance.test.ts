import { createHash, randomUUID } from 'node:crypto';
import {
  SIGNATURE_MEANINGS,
  SignatureMeaning,
  VersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { describeOnDatabases } from '../testing';
import {
  component,
  content,
  createSloTestBed,
  DAY,
  NOW,
  person,
} from '../testing/slo';

const CHECKOUT = component('checkout');
const CAST = {
  po: person('po'),
  cto: person('cto'),
  deputy: person('deputy'),
  dev: person('dev', 'payments'),
  colleague: person('colleague', 'payments'),
};
type Name = keyof typeof CAST;
const NAMES = Object.keys(CAST) as Name[];
const STEPS = 100;

// A short history of what the pure rules are tested with at length: here the
// services, the transactions and both databases are in it.
describeOnDatabases('a random history in the store', db => {
  it('never shows as agreed what was not signed by who had the right', async () => {
    const random = seededRandom(20261122);
    const pick = <T>(list: readonly T[]) =>
      list[Math.floor(random() * list.length)];
    const bed = await createSloTestBed(
      db.database,
      { checkout: { owner: 'payments' } },
      NAMES,
    );
    const holders = { 'product-owner': 'po', cto: 'cto' } as Record<
      'product-owner' | 'cto',
      Name
    >;
    const versions = { 'product-owner': 0, cto: 0 };
    const name = async (role: 'product-owner' | 'cto', who: Name) => {
      const saved = await bed.owners.set(
        CAST.dev,
        CHECKOUT,
        role,
        CAST[who].userRef!,
        versions[role],
      );
      versions[role] = saved.version;
      holders[role] = who;
    };
    await name('product-owner', 'po');
    await name('cto', 'cto');
    const journey = await bed.journeys.add(
      CAST.dev,
      CHECKOUT,
      {
        title: 'Check out',
        kind: 'user',
        importance: 'critical',
        beneficiary: 'Shoppers',
      },
      undefined,
    );
    const { slo } = await bed.editing.add(
      CAST.dev,
      CHECKOUT,
      { content: content(journey.id), requestSignatures: true },
      undefined,
    );
    const lent: { from: Name; to: Name; until: number }[] = [];
    const rights: { own: boolean; for: string[] }[] = [];
    let now = NOW;
    let agreements = 0;

    const read = async (who: Name) =>
      (await bed.reading.slo(CAST[who], slo.id)).slo;
    const say = async (
      who: Name,
      version: VersionView,
      meaning: SignatureMeaning,
    ) => {
      const before = await countSignatures();
      await bed.signing.sign(
        CAST[who],
        slo.id,
        version.version,
        {
          meaning,
          contentDigest: version.contentDigest,
          shownDigest: version.shownDigest,
          reason: 'Because of what happened.',
        },
        randomUUID(),
      );
      if ((await countSignatures()) === before) return;
      const held = Object.values(holders);
      rights.push({
        own: held.includes(who),
        for: lent
          .filter(one => one.to === who && one.until > now)
          .filter(one => held.includes(one.from))
          .map(one => CAST[one.from].userRef ?? ''),
      });
    };
    const steps: Record<string, () => Promise<unknown>> = {
      edit: async () =>
        bed.editing.edit(
          CAST[pick(['dev', 'colleague'] as const)],
          slo.id,
          (await read('dev')).version,
          {
            content: content(journey.id, {
              target: pick(['99', '99.5', '99.9']),
            }),
            requestSignatures: random() < 0.8,
          },
        ),
      sign: async () => {
        const who = pick(NAMES);
        const page = await read(who);
        const version = pick([page.inForce, page.proposal].filter(v => v));
        if (!version) return;
        const words =
          random() < 0.8 && version.decisions.length > 0
            ? version.decisions
            : SIGNATURE_MEANINGS;
        const meaning = pick(words.filter(one => one !== 'retire'));
        if (meaning) await say(who, version, meaning);
      },
      // Everybody agrees who may, so that the history gets somewhere.
      agree: async () => {
        for (const who of NAMES) {
          const { proposal } = await read(who);
          for (const meaning of ['technical-review', 'approve'] as const) {
            if (proposal?.decisions.includes(meaning)) {
              await say(who, proposal, meaning);
            }
          }
        }
      },
      ask: async () => {
        const page = await read('dev');
        const version = page.proposal ?? page.inForce;
        if (!version) return;
        await bed.editing.requestSignatures(CAST.dev, slo.id, version.version);
      },
      name: async () =>
        name(
          pick(['product-owner', 'cto'] as const),
          pick(['po', 'cto', 'deputy'] as const),
        ),
      delegate: async () => {
        const from = pick(['po', 'cto'] as const);
        const to = pick(['deputy', 'colleague'] as const);
        const until = now + Math.ceil(random() * 60) * DAY;
        await bed.delegations.add(
          CAST[from],
          {
            delegateRef: CAST[to].userRef!,
            scopeRef: null,
            validUntil: until,
            reason: 'On leave for a while.',
          },
          undefined,
        );
        lent.push({ from, to, until });
      },
      wait: async () => {
        now += Math.ceil(random() * 20) * DAY;
        bed.clock.set(now);
      },
    };
    const countSignatures = async () =>
      (await db.knex('slo_signatures').select('id')).length;

    for (let step = 0; step < STEPS; step++) {
      const kind = pick([
        ...Array.from({ length: 7 }, () => 'sign'),
        'agree',
        'agree',
        'edit',
        'edit',
        'ask',
        'name',
        'delegate',
        'wait',
      ]);
      await steps[kind]().catch(error => {
        // What is not allowed is refused; nothing breaks.
        expect([400, 403, 409, 412]).toContain(error.status);
      });
      const { inForce } = await read('dev');
      if (!inForce) continue;
      agreements += 1;
      const row = await db
        .knex('slo_versions')
        .where({ version: inForce.version })
        .first();
      const digest = createHash('sha256').update(row.content).digest('hex');
      expect(row.content_digest).toBe(digest);
      const given = await db.knex('slo_signatures').orderBy('id');
      const approvals = given.filter(
        one => one.meaning === 'approve' && one.content_digest === digest,
      );
      expect(approvals.length).toBeGreaterThan(0);
      for (const one of approvals) {
        const right = rights[given.indexOf(one)];
        expect(
          one.on_behalf_of ? right.for.includes(one.on_behalf_of) : right.own,
        ).toBe(true);
      }
    }
    expect(agreements).toBeGreaterThan(10);
  }, 120_000);
});

/** The same numbers each time, so that a failure can be looked at again. */
function seededRandom(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
