import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import { evidence, itemVersion, rollback } from './scenes';

const spellings = [
  'component/default/checkout',
  'Component/Default/Checkout',
  'COMPONENT/DEFAULT/CHECKOUT',
];

describeBackendOnDatabases(
  'An entity under any spelling of its name',
  backend => {
    it('is one record', async () => {
      for (const spelling of spellings) {
        const version = await itemVersion(backend(), rollback);
        const answer = await backend()
          .as('owner')
          .send('put', `/entities/${spelling}/items/REL-3/attestation`, {
            body: { evidence },
            headers: { 'If-Match': `"${version}"` },
          });
        expect(answer.status).toBe(200);
        expect(answer.body.item.version).toBe(version + 1);
      }
      const rows = await backend()
        .knex('directory_entities')
        .whereRaw('lower(ref) = ?', ['component:default/checkout']);
      expect(rows).toHaveLength(1);
      const records = await Promise.all(
        spellings.map(async spelling => {
          const { body } = await backend()
            .as('owner')
            .send('get', `/entities/${spelling}/journal`);
          return body.records;
        }),
      );
      expect(records[0].length).toBeGreaterThanOrEqual(spellings.length);
      expect(records[1]).toEqual(records[0]);
      expect(records[2]).toEqual(records[0]);
    });
  },
);
