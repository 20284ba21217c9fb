import {
  DAY,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import fc from 'fast-check';
import { EVERYTHING } from '../access';
import { isSqlite } from '../database';
import { describeOn, describeOnDatabases, statementsDuring } from '../testing';
import {
  catalogEntity,
  CHECKOUT,
  CHECKOUT_NAME,
  createChecklistTestBed,
  personOf,
  TEAM,
} from '../testing/checklist';
import { writeTeamChoices } from '../upkeep/teamChoices';
import { ReadinessReading } from './ReadinessReading';
import { RememberedAnswer, RememberedReadiness } from './RememberedReadiness';

const HOUR = DAY / 24;
const olga = personOf('olga', 'payments');
const colin = personOf('colin', 'payments');
const rita = personOf('rita', 'search');
const yui = personOf('yui', 'platform');
const evidence = { kind: 'text' as const, text: 'Tried on 3 November.' };
const named = (kind: string, name: string) => ({
  kind,
  namespace: 'default',
  name,
});
const SHOP = named('system', 'shop');
const CATALOG = [
  TEAM,
  CHECKOUT,
  catalogEntity('System', 'shop', { ownedBy: ['group:default/payments'] }),
];

describeOnDatabases('an answer that is asked for again', db => {
  it('takes one statement on PostgreSQL, and is not made again', async () => {
    const bed = await createChecklistTestBed(db.database, {
      entities: CATALOG,
    });
    const ask = () => bed.reading.answer(olga, CHECKOUT_NAME);
    await ask();
    const first = await ask();
    bed.clock.advance(HOUR);
    const { result, statements } = await statementsDuring(db.knex, ask);
    expect(statements).toHaveLength(isSqlite(db.knex) ? 2 : 1);
    expect(result.isSameAs(first)).toBe(!isSqlite(db.knex));
    expect(result.asOf).toBe(first.asOf + HOUR);
    const toOthers = await bed.reading.answer(rita, CHECKOUT_NAME);
    expect(toOthers.isSameAs(first)).toBe(false);
  });

  it('takes two statements when anything was written since', async () => {
    const bed = await createChecklistTestBed(db.database, {
      entities: CATALOG,
    });
    await bed.reading.answer(olga, CHECKOUT_NAME);
    await bed.answering.attest(
      colin,
      { entity: CHECKOUT_NAME, itemId: 'REL-3', version: 0 },
      evidence,
    );
    const { result, statements } = await statementsDuring(db.knex, () =>
      bed.reading.readiness(olga, CHECKOUT_NAME),
    );
    expect(statements).toHaveLength(2);
    expect(result.items.find(({ itemId }) => itemId === 'REL-3')).toMatchObject(
      { state: 'attested' },
    );
  });
});

const people = { olga, colin, rita, yui };
const somebody = fc.constantFrom(...Object.values(people));
const place = fc.constantFrom(CHECKOUT_NAME, SHOP);
const step = fc.oneof(
  fc.record({
    act: fc.constantFrom('attest', 'accept', 'giveBack', 'waive', 'grant'),
    by: somebody,
    entity: place,
    // The second may be taken over from the System.
    itemId: fc.constantFrom('REL-3', 'OPS-3'),
  }),
  fc.record({ act: fc.constant('title'), text: fc.string({ minLength: 1 }) }),
  fc.record({ act: fc.constantFrom('slo', 'focus', 'sweep', 'judge') }),
  fc.record({
    act: fc.constant('permission'),
    name: fc.constantFrom('attest', 'accept'),
  }),
  fc.record({
    act: fc.constant('wait'),
    milliseconds: fc.constantFrom(1, HOUR, DAY, 30 * DAY, 160 * DAY),
  }),
);

describeOn('PostgreSQL', 'an answer from memory', db => {
  it('is what reading everything gives, whatever happened before', async () => {
    let fromMemory = 0;
    const bed = await createChecklistTestBed(db.database, {
      entities: CATALOG,
    });
    // Another process on the same database, which does what is done.
    const other = await createChecklistTestBed(db.database, {
      entities: CATALOG,
      clock: bed.clock,
    });
    other.catalog.entities = bed.catalog.entities;
    let title = 'Checkout';
    let focusVersion = 0;

    async function run(one: {
      act: string;
      by?: typeof olga;
      entity?: typeof SHOP;
      itemId?: string;
      text?: string;
      name?: string;
      milliseconds?: number;
    }): Promise<void> {
      const { answering } = other;
      const { act, by = olga, entity = SHOP, itemId = '' } = one;
      const fresh = await new ReadinessReading(other).readiness(by, entity);
      const version =
        fresh.items.find(item => item.itemId === itemId)?.version ?? 0;
      const edit = { entity, itemId, version };
      switch (act) {
        case 'attest':
          await answering.attest(by, edit, evidence);
          return;
        case 'accept':
          await answering.accept(by, edit);
          return;
        case 'giveBack':
          await answering.giveBack(by, edit, 'Which release was it?');
          return;
        case 'waive':
          await answering.requestWaiver(by, edit, {
            kind: 'exemption',
            reason: 'The old system goes in spring.',
            compensatingControl: 'Somebody looks every morning.',
            until: fresh.asOf + 20 * DAY,
          });
          return;
        case 'grant':
          await answering.approveWaiver(by, edit);
          return;
        case 'title':
          title = one.text ?? '';
          bed.catalog.entities = other.catalog.entities = CATALOG.map(found =>
            found === CHECKOUT
              ? { ...found, metadata: { ...found.metadata, title } }
              : found,
          );
          await other.directorySweep.run();
          return;
        case 'slo':
          other.facts.sloOwners.set(
            await other.idOf('component:default/checkout'),
            [
              {
                role: 'cto',
                userRef: 'user:default/kenji',
                name: `Kenji ${title}`,
                origin: 'annotation',
              },
            ],
          );
          await other.evaluate(await other.idOf('component:default/checkout'));
          return;
        case 'focus':
          await other.database.transaction(async tx => {
            const written = await writeTeamChoices(
              tx,
              'group:default/payments',
              focusVersion,
              {
                sessionAt: null,
                sharesAnswers: false,
                focus: ['rel'],
                focusUntil: fresh.asOf + 10 * DAY,
              },
              fresh.asOf,
            );
            if (written) focusVersion += 1;
          });
          return;
        case 'sweep':
          await other.sweep.run();
          return;
        case 'judge':
          await other.reading.evaluate(yui, CHECKOUT_NAME);
          return;
        case 'permission':
          if (!bed.policy.denied.delete(`readiness.checklist.${one.name}`)) {
            bed.policy.denied.add(`readiness.checklist.${one.name}`);
          }
          return;
        default:
          bed.clock.advance(one.milliseconds ?? 0);
      }
    }

    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 12 }),
        async steps => {
          for (const one of steps) {
            await run(one).catch(error => {
              expect(error).toBeInstanceOf(ReadinessError);
            });
            for (const reader of [olga, rita]) {
              const { result, statements } = await statementsDuring(
                db.knex,
                () => bed.reading.readiness(reader, CHECKOUT_NAME),
              );
              const whole = new ReadinessReading(bed);
              expect(result).toEqual(
                await whole.readiness(reader, CHECKOUT_NAME),
              );
              if (statements.length === 1) fromMemory += 1;
            }
          }
        },
      ),
      { numRuns: 25 },
    );
    // Comparing only what was read anew would prove nothing.
    expect(fromMemory).toBeGreaterThan(50);
  }, 120_000);

  it('is not given to somebody who may not see the whole catalog', async () => {
    const bed = await createChecklistTestBed(db.database, {
      entities: CATALOG,
    });
    await bed.reading.readiness(olga, CHECKOUT_NAME);
    bed.policy.visibility = {
      apply: query => void query.whereRaw('false'),
    };
    await expect(
      bed.reading.readiness(olga, CHECKOUT_NAME),
    ).rejects.toMatchObject({ status: 404 });
    bed.policy.visibility = EVERYTHING;
    await bed.reading.readiness(olga, CHECKOUT_NAME);
    bed.catalog.entities = [TEAM];
    await bed.directorySweep.run();
    await bed.directorySweep.run();
    await expect(
      bed.reading.readiness(olga, CHECKOUT_NAME),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe('the memory', () => {
  const answer = { until: 1_000_000 } as RememberedAnswer;

  it('keeps for a minute, and not up to a moment that changes the answer', () => {
    let now = 0;
    const memory = new RememberedReadiness(() => now);
    memory.keep(olga, 'a', 0, answer);
    memory.keep(olga, 'b', 970_000, answer);
    memory.keep(olga, 'c', 999_500, answer);
    const held = () =>
      ['a', 'b', 'c'].filter(ref => memory.find(olga, ref) === answer);
    expect(held()).toEqual(['a', 'b']);
    expect(memory.find(colin, 'a')).toBeUndefined();
    now = 28_999;
    expect(held()).toEqual(['a', 'b']);
    now = 29_000;
    expect(held()).toEqual(['a']);
    now = 60_000;
    expect(held()).toEqual([]);
  });

  it('forgets the oldest first', () => {
    const memory = new RememberedReadiness(() => 0);
    for (let index = 0; index <= 2_000; index++) {
      memory.keep(olga, `${index}`, 0, answer);
    }
    expect(memory.find(olga, '0')).toBeUndefined();
    expect(memory.find(olga, '1')).toBe(answer);
    expect(memory.find(olga, '2000')).toBe(answer);
  });
});
