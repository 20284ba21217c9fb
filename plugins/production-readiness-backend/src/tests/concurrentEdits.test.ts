import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import * as scene from './scenes';

const path = '/entities/component/default/checkout/items/REL-3/attestation';

describeBackendOnDatabases(
  'Fifty people who edit one item at once',
  backend => {
    const attest = (text: string, version: number, by: 'owner' | 'colleague') =>
      backend()
        .as(by)
        .send('put', path, {
          body: { evidence: { kind: 'text', text } },
          headers: { 'If-Match': `"${version}"` },
        });

    it('have one winner for each version, and lose nothing', async () => {
      const first = await scene.itemVersion(backend(), scene.rollback);
      const journalBefore = await backend().knex('journal').select('id');

      for (const round of [0, 1]) {
        const version = first + round;
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, writer) =>
            attest(
              `Round ${round}: writer ${writer} rolled back on Monday.`,
              version,
              writer % 2 ? 'owner' : 'colleague',
            ),
          ),
        );
        const winners = answers.filter(({ status }) => status === 200);
        const losers = answers.filter(({ status }) => status === 412);
        expect([winners.length, losers.length]).toEqual([1, 49]);

        // Each loser is shown what the winner wrote, to compare it with.
        const won = winners[0].body.item;
        expect(won.version).toBe(version + 1);
        for (const { body } of losers) {
          expect(body.error.code).toBe('ITEM_CHANGED');
          expect(body.error.details.current).toMatchObject({
            version: version + 1,
            answer: { evidence: won.answer.evidence },
          });
        }
      }

      expect(await backend().knex('journal').select('id')).toHaveLength(
        journalBefore.length + 2,
      );
      const { body } = await backend()
        .as('administrator')
        .call(routes.verifyJournal);
      expect(body.broken).toEqual([]);
    }, 60_000);

    it('are all refused when they do not say which version they edit', async () => {
      const answer = await backend()
        .as('owner')
        .send('put', path, { body: { evidence: scene.evidence } });
      expect(answer.status).toBe(428);
    });
  },
);
