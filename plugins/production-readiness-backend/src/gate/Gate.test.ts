import {
  DAY,
  ReviewDecision,
} from '@prodready/backstage-plugin-production-readiness-common';
import { verifyJournal } from '../journal';
import { decision, submission } from '../review/changes';
import { createReviewFeature } from '../review/createReviewFeature';
import { describeOnDatabases } from '../testing';
import {
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
} from '../testing/checklist';
import { createGateFeature } from '.';

const olga = personOf('olga', 'payments');
const colin = personOf('colin', 'payments');
const rita = personOf('rita', 'search');
const reason = 'Hot fix for the outage that customers feel right now';

describeOnDatabases('the gate', db => {
  async function bed(blockTiers: number[], adoptionPeriod = 0) {
    const parts = await createChecklistTestBed(db.database, { adoptionPeriod });
    const config = {
      ...parts.config,
      gate: { blockTiers, graceDays: 14, passHours: 24 },
    };
    return { ...parts, gate: createGateFeature({ ...parts, config }).gate };
  }

  it('warns by default, and stops a release only where configured', async () => {
    const warning = await bed([]);
    expect(await warning.gate.ask(rita, CHECKOUT_NAME)).toMatchObject({
      decision: 'warn',
      mode: 'warn',
      canPass: false,
      blockers: expect.arrayContaining([
        expect.objectContaining({ itemId: 'REL-3', graceUntil: null }),
      ]),
    });
  });

  it('stops a release, is let past for a day, and is come back to', async () => {
    const { clock, gate } = await bed([2]);
    const ask = async () => (await gate.ask(olga, CHECKOUT_NAME)).decision;
    expect(await ask()).toBe('block');
    await expect(
      gate.pass(rita, CHECKOUT_NAME, { reason, followUpAt: NOW + DAY }),
    ).rejects.toMatchObject({ status: 403 });
    for (const days of [-1, 0, 31]) {
      await expect(
        gate.pass(olga, CHECKOUT_NAME, {
          reason,
          followUpAt: NOW + days * DAY,
        }),
      ).rejects.toMatchObject({ status: 400, code: 'FOLLOW_UP_DATE' });
    }
    const input = { reason, followUpAt: NOW + 7 * DAY };
    const passed = await gate.pass(olga, CHECKOUT_NAME, input, 'k-1');
    expect(passed).toMatchObject({ decision: 'warn', pass: { reason } });
    // A double click is one pass.
    const again = await gate.pass(olga, CHECKOUT_NAME, input, 'k-1');
    expect(again.followUps).toHaveLength(1);

    clock.advance(DAY);
    expect(await ask()).toBe('block');
    const [{ id }] = again.followUps;
    const note = 'The fix held; the drill is booked';
    const closed = await gate.close(
      olga,
      CHECKOUT_NAME,
      { passId: id, version: 1 },
      note,
    );
    expect(closed.followUps).toEqual([]);
    await expect(
      gate.close(olga, CHECKOUT_NAME, { passId: id, version: 1 }, note),
    ).rejects.toMatchObject({ status: 412 });
    expect((await verifyJournal(db.knex)).broken).toEqual([]);
  });

  it('says how much traffic a limited release takes, until it is approved', async () => {
    const parts = await bed([], 90 * DAY);
    const { clock, gate } = parts;
    const { flow } = createReviewFeature({ ...parts, database: db.database });
    const decide = async (decided: ReviewDecision) => {
      const phase = 'design' as const;
      const { id } = await flow.open(olga, CHECKOUT_NAME, { phase });
      await flow.change(olga, id, 1, submission('Please look'));
      await flow.change(colin, id, 2, decision(decided));
      clock.advance(DAY);
      return (await gate.ask(rita, CHECKOUT_NAME)).trafficCap;
    };
    const limited = { outcome: 'limited_release' as const };
    expect(await decide({ ...limited, trafficCap: '1 %' })).toBe('1 %');
    expect(await decide({ ...limited, trafficCap: '5 %' })).toBe('5 %');
    const outcome = 'approved_with_conditions' as const;
    const text = 'Load test before the campaign';
    const conditions = [{ text, dueAt: NOW + 20 * DAY }];
    expect(await decide({ outcome, conditions })).toBeNull();
  });

  it('lets through what is still getting started', async () => {
    const { gate } = await bed([2], 90 * DAY);
    expect(await gate.ask(olga, CHECKOUT_NAME)).toMatchObject({
      decision: 'pass',
      adoptionUntil: NOW + 90 * DAY,
      blockers: [],
    });
  });
});
