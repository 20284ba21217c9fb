import { describeOnDatabases } from '../testing';
import {
  CHECKOUT_NAME,
  createChecklistTestBed,
  NOW,
  personOf,
} from '../testing/checklist';
import { isSampled, SAMPLED_ONE_IN } from './sampling';

const olga = personOf('olga', 'payments');
const remi = personOf('remi', 'sre');
const evidence = {
  kind: 'text' as const,
  text: 'Ken and Mei can operate it, tried on 3 November',
};
const edit = (itemId: string, version: number) => ({
  entity: CHECKOUT_NAME,
  itemId,
  version,
});

describeOnDatabases('upkeep', db => {
  const reviewers = [{ groupRef: 'group:default/sre' }];

  /** Makes the drawing of lots come out as told, by trying keys. */
  async function draw(sampled: boolean, itemId: string, acceptedAt: number) {
    const { id } = await db
      .knex('directory_entities')
      .where({ name: 'checkout' })
      .orWhere({ name: 'Checkout' })
      .first('id');
    for (;;) {
      const found = await db.database.transaction(async tx => {
        await tx('secret_keys').delete();
        return isSampled(
          tx,
          {
            entityId: String(id),
            checklistId: 'default',
            itemId,
            acceptedAt,
          },
          NOW,
        );
      });
      if (found === sampled) return;
    }
  }

  it.each([
    ['ordinary', 'OWN-5', false, 'accepted'],
    ['ordinary, drawn', 'OWN-5', true, 'attested'],
    ['high', 'REL-3', false, 'attested'],
  ])(
    'of %s weight: unchanged %s, drawn %s, is %s',
    async (_, itemId, sampled, state) => {
      const { answering, registry } = await createChecklistTestBed(
        db.database,
        { reviewers },
      );
      expect(registry.loaded[0].document.id).toBe('default');
      await answering.attest(olga, edit(itemId, 0), evidence);
      await answering.accept(remi, edit(itemId, 1));
      await draw(sampled, itemId, NOW);
      const { item } = await answering.attest(olga, edit(itemId, 2), evidence);
      expect(item).toMatchObject({ state, satisfied: true });
      if (state === 'accepted') {
        expect(item).toMatchObject({
          basis: 'reconfirmation',
          answer: { decidedBy: { name: 'olga' } },
        });
        expect(item).not.toHaveProperty('acceptance');
        return;
      }
      // Taken back and given again, the lot is the same.
      await answering.withdraw(olga, edit(itemId, 3));
      const again = await answering.attest(olga, edit(itemId, 4), evidence);
      expect(again.item.state).toBe('attested');
    },
  );

  it('asks a second person for changed evidence, and for what came back', async () => {
    const { answering } = await createChecklistTestBed(db.database, {
      reviewers,
    });
    await answering.attest(olga, edit('OWN-5', 0), evidence);
    await answering.accept(remi, edit('OWN-5', 1));
    await draw(false, 'OWN-5', NOW);
    const changed = await answering.attest(olga, edit('OWN-5', 2), {
      ...evidence,
      text: `${evidence.text}, and Rin on the 9th`,
    });
    expect(changed.item.state).toBe('attested');
    await answering.giveBack(remi, edit('OWN-5', 3), 'Who of them is on call?');
    const old = await answering.attest(olga, edit('OWN-5', 4), evidence);
    expect(old.item.state).toBe('attested');
  });

  it('is not done by a service that acts for somebody', async () => {
    const { answering } = await createChecklistTestBed(db.database, {
      reviewers,
    });
    await answering.attest(olga, edit('OWN-5', 0), evidence);
    await answering.accept(remi, edit('OWN-5', 1));
    await draw(false, 'OWN-5', NOW);
    const { item } = await answering.attest(
      { ...olga, onBehalfOf: true },
      edit('OWN-5', 2),
      evidence,
    );
    expect(item.state).toBe('attested');
  });

  it('rests on its own word where the team is configured to', async () => {
    const { answering } = await createChecklistTestBed(db.database, {
      reviewers,
      reviewModes: [
        { groups: ['group:default/payments'], mode: 'self_certified' },
      ],
    });
    await draw(false, 'REL-3', 0);
    const { item } = await answering.attest(olga, edit('REL-3', 0), evidence);
    expect(item).toMatchObject({
      state: 'accepted',
      basis: 'self_certification',
      selfAccepts: 'self_certification',
      reviewerRef: null,
    });
  });

  it('looks at about one in ten', async () => {
    const drawn = await db.database.transaction(async tx => {
      let count = 0;
      for (let index = 0; index < 500; index += 1) {
        const answer = {
          entityId: '1',
          checklistId: 'default',
          itemId: 'OWN-5',
          acceptedAt: index,
        };
        if (await isSampled(tx, answer, NOW)) count += 1;
      }
      return count;
    });
    expect(drawn).toBeGreaterThan(500 / SAMPLED_ONE_IN / 3);
    expect(drawn).toBeLessThan((500 / SAMPLED_ONE_IN) * 3);
  });
});
