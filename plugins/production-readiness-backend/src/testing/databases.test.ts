import { describeOnDatabases } from './databases';
import { statementsDuring } from './statements';

describeOnDatabases('A migrated test database', db => {
  it('has the tables of the newest schema and no rows', async () => {
    await expect(db.knex('journal').select()).resolves.toEqual([]);
  });

  it('is a different one for each test', async () => {
    await db.knex.schema.createTable('left_over', table => table.integer('id'));
    expect(await db.knex.schema.hasTable('left_over')).toBe(true);
  });

  it('counts statements without the ones that open and close transactions', async () => {
    const { statements } = await statementsDuring(db.knex, () =>
      db.knex.transaction(async tx => {
        await tx.raw('select 1');
        await tx.raw('select 2');
      }),
    );
    expect(statements).toEqual(['select 1', 'select 2']);
  });
});
