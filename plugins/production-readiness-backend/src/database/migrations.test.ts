import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { describeOnDatabases } from '../testing';
import { narrowingsOf, readSchema, Schema } from '../testing/schema';
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
    // While replicas are replaced one by one, the release before reads and
    // writes on the new schema: each step may only add, and nothing that a
    // statement which knows none of it would have to fill.
    let last = await readSchema(db.knex);
    for (;;) {
      const [, [done]] = await db.knex.migrate.up({ directory });
      if (done === undefined) break;
      const next = await readSchema(db.knex);
      expect([done, narrowingsOf(last, next)]).toEqual([done, []]);
      last = next;
    }
    expect(await tablesOf(db.knex)).toEqual(before);
    // Dozens of transactions, on a machine that may be busy.
  }, 60_000);
});

describe('a step of the schema', () => {
  const text = { type: 'text', isNullable: false, hasDefault: false };
  const before: Schema = {
    notes: {
      columns: { id: text, note: { ...text, isNullable: true } },
      uniques: [{ columns: ['id'], condition: '' }],
      rules: [],
    },
  };
  const stepTo = (change: Partial<Schema['notes']>) =>
    narrowingsOf(before, { notes: { ...before.notes, ...change } });
  const { columns, uniques } = before.notes;
  const key = { ...text, isNullable: true };

  it('may add tables, columns that fill themselves, and keys for these', () => {
    expect(narrowingsOf({}, before)).toEqual([]);
    expect(
      stepTo({
        columns: { ...columns, key, kind: { ...text, hasDefault: true } },
        uniques: [...uniques, { columns: ['note', 'key'], condition: '' }],
      }),
    ).toEqual([]);
  });

  it.each<[string, Partial<Schema['notes']>]>([
    ['notes.note is gone', { columns: { id: text } }],
    [
      'notes.note is integer',
      { columns: { ...columns, note: { ...columns.note, type: 'integer' } } },
    ],
    ['notes.note may not be null', { columns: { id: text, note: text } }],
    ['notes.kind has to be filled', { columns: { ...columns, kind: text } }],
    [
      'notes: unique (note)',
      { uniques: [...uniques, { columns: ['note'], condition: '' }] },
    ],
    ['notes: no longer unique (id)', { uniques: [] }],
    ['notes: note references x (id)', { rules: ['note references x (id)'] }],
  ])('is refused when %s', (narrowing, change) => {
    expect(stepTo(change)).toContain(narrowing);
  });

  it('is refused when a table is gone', () => {
    expect(narrowingsOf(before, {})).toEqual(['notes is gone']);
  });
});
