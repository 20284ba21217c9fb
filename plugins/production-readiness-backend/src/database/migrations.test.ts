import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { describeOnDatabases } from '../testing';
import { isSqlite } from './Clock';

const directory = resolvePackagePath(
  '@prodready/backstage-plugin-production-readiness-backend',
  'migrations',
);

async function tablesOf(knex: Knex): Promise<string[]> {
  const names: string[] = isSqlite(knex)
    ? await knex('sqlite_master').where({ type: 'table' }).pluck('name')
    : await knex('pg_tables')
        .whereRaw('schemaname = current_schema()')
        .pluck('tablename');
  return names.filter(name => !/^(knex|sqlite)_/.test(name)).sort();
}

describeOnDatabases('the migrations', db => {
  it('can be taken back one by one and run again', async () => {
    const before = await tablesOf(db.knex);
    expect(before).toContain('directory_entities');
    for (;;) {
      const [, undone] = await db.knex.migrate.down({ directory });
      if (undone.length === 0) break;
    }
    expect(await tablesOf(db.knex)).toEqual([]);
    await db.knex.migrate.latest({ directory });
    expect(await tablesOf(db.knex)).toEqual(before);
    // Dozens of transactions, on a machine that may be busy.
  }, 60_000);
});
