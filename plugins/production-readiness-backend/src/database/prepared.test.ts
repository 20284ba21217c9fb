import { describeOnDatabases } from '../testing';
import { isSqlite } from './Clock';
import { runPrepared } from './prepared';

describeOnDatabases('runPrepared', db => {
  it('gives the rows of each call by its own values, arrays and markers too', async () => {
    const { knex } = db;
    await knex('directory_memberships').insert(
      ['a', 'b?', 'c'].map(name => ({
        member_ref: `group:default/${name}`,
        group_ref: 'group:default/all',
        depth: 1,
      })),
    );
    const below = (refs: string[]) =>
      runPrepared<{ member_ref: string }>(
        knex,
        knex('directory_memberships')
          .select('member_ref')
          .where(which =>
            isSqlite(knex)
              ? which.whereIn('member_ref', refs)
              : which.whereRaw('member_ref = any(?)', [refs]),
          )
          .orderBy('member_ref'),
      );
    // More often than PostgreSQL plans anew before it settles on one plan.
    for (let time = 0; time < 8; time++) {
      expect(await below(['group:default/b?'])).toEqual([
        { member_ref: 'group:default/b?' },
      ]);
      expect(await below(['group:default/a', 'group:default/c'])).toHaveLength(
        2,
      );
    }
  });

  it('survives a column that a newer release adds meanwhile', async () => {
    const { knex } = db;
    const read = () =>
      runPrepared(knex, knex('idempotency_keys').select('key_hash'));
    await read();
    await knex.schema.alterTable('idempotency_keys', table =>
      table.string('later', 10),
    );
    expect(await read()).toEqual([]);
    await knex.schema.alterTable('idempotency_keys', table =>
      table.dropColumn('later'),
    );
  });
});
