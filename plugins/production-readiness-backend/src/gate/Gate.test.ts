import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { verifyJournal } from '../journal';
import { describeOnDatabases } from '../testing';
import {
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
} from '../testing/checklist';
import { createGateFeature } from '.';

const olga = personOf('olga', 'payments');
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

  it('lets through what is still getting started', async () => {
    const { gate } = await bed([2], 90 * DAY);
    expect(await gate.ask(olga, CHECKOUT_NAME)).toMatchObject({
      decision: 'pass',
      adoptionUntil: NOW + 90 * DAY,
      blockers: [],
    });
  });
});
