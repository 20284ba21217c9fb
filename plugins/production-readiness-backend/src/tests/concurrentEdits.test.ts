import {
  ChainState,
  EMPTY_CHAIN,
  JournalRecord,
  routes,
  verifyNext,
} from '@prodready/backstage-plugin-production-readiness-common';
import { sha256 } from '../journal';
import { authorization } from '../testing/callers';
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

    const exportedJournal = async () => {
      const answer = await fetch(`${backend().url}/journal/export`, {
        headers: authorization('administrator'),
      });
      const lines = (await answer.text()).trim().split('\n');
      return {
        records: lines.map(line => JSON.parse(line) as JournalRecord),
      };
    };

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

      // And an auditor can check the same lines without this plugin.
      const { records } = await exportedJournal();
      expect(records).toHaveLength(body.records);
      const states = new Map<string, ChainState>();
      for (const record of records) {
        const before = states.get(record.chain) ?? EMPTY_CHAIN;
        const next = verifyNext(before, record, sha256);
        if ('broken' in next) throw new Error(JSON.stringify(next.broken));
        states.set(record.chain, next.state);
      }
      expect(states.size).toBeGreaterThan(1);
    }, 60_000);

    it('are all refused when they do not say which version they edit', async () => {
      const answer = await backend()
        .as('owner')
        .send('put', path, { body: { evidence: scene.evidence } });
      expect(answer.status).toBe(428);
    });
  },
);
