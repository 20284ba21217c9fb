import { Knex } from 'knex';
import { isSqlite } from '../database/Clock';

interface Column {
  type: string;
  isNullable: boolean;
  hasDefault: boolean;
}

interface Unique {
  columns: string[];
  /** Empty: for all rows. */
  condition: string;
}

interface Table {
  columns: Record<string, Column>;
  /** Primary keys and unique indexes. */
  uniques: Unique[];
  /** Foreign keys and checks, as the database tells them. */
  rules: string[];
}

/** What a database lets a statement do, by table. */
export type Schema = Record<string, Table>;

/** Reads the plugin's tables. */
export async function readSchema(knex: Knex): Promise<Schema> {
  const tables = await (isSqlite(knex) ? readSqlite(knex) : readPostgres(knex));
  return Object.fromEntries(
    Object.entries(tables).filter(([name]) => !/^(knex|sqlite)_/.test(name)),
  );
}

/**
 * What a statement could do before and can't do after, in words; empty when the
 * schema only grew. A statement that knows nothing of the change has to work as
 * it did: it finds its columns, fills none that it does not know, and what it
 * calls a conflict is one.
 */
export function narrowingsOf(before: Schema, after: Schema): string[] {
  return Object.entries(before).flatMap(([name, table]) => {
    const next = after[name];
    if (!next) return [`${name} is gone`];
    return [
      ...columnNarrowings(name, table, next),
      ...next.uniques
        .filter(one => !has(table, one) && !isEmptyForOthers(one, table, next))
        .map(one => `${name}: ${textOf(one)}`),
      ...table.uniques
        .filter(one => !has(next, one))
        .map(one => `${name}: no longer ${textOf(one)}`),
      ...next.rules
        .filter(rule => !table.rules.includes(rule))
        .map(rule => `${name}: ${rule}`),
    ];
  });
}

function columnNarrowings(name: string, before: Table, after: Table): string[] {
  const lost = Object.entries(before.columns).flatMap(([column, old]) => {
    const now = after.columns[column];
    if (!now) return [`${name}.${column} is gone`];
    return [
      ...(now.type === old.type ? [] : [`${name}.${column} is ${now.type}`]),
      ...(isDemanding(now) && !isDemanding(old)
        ? [`${name}.${column} has to be filled`]
        : []),
      ...(old.isNullable && !now.isNullable
        ? [`${name}.${column} may not be null`]
        : []),
    ];
  });
  const demanded = Object.entries(after.columns)
    .filter(([column, now]) => !before.columns[column] && isDemanding(now))
    .map(([column]) => `${name}.${column} has to be filled`);
  return [...lost, ...demanded];
}

function isDemanding({ isNullable, hasDefault }: Column): boolean {
  return !isNullable && !hasDefault;
}

/** Whoever does not know a column of it leaves null there: nulls differ. */
function isEmptyForOthers(one: Unique, before: Table, after: Table): boolean {
  return one.columns.some(column => {
    const now = after.columns[column];
    return now && !before.columns[column] && now.isNullable && !now.hasDefault;
  });
}

function has({ uniques }: Table, one: Unique): boolean {
  return uniques.some(other => textOf(other) === textOf(one));
}

function textOf({ columns, condition }: Unique): string {
  return `unique (${columns.join(', ')})${condition && ` where ${condition}`}`;
}

async function readPostgres(knex: Knex): Promise<Schema> {
  const inSchema = 'relnamespace = current_schema()::regnamespace';
  const columns = await knex('information_schema.columns')
    .whereRaw('table_schema = current_schema()')
    .select(
      {
        tableName: 'table_name',
        column: 'column_name',
        fallback: 'column_default',
      },
      'is_nullable',
      'is_identity',
      knex.raw(
        "data_type || coalesce(character_maximum_length::text, '') as type",
      ),
    );
  const { rows: uniques } = await knex.raw(`
    select t.relname as "tableName",
      coalesce(pg_get_expr(i.indpred, i.indrelid), '') as condition,
      array(select a.attname::text from unnest(i.indkey) with ordinality k(number, n)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
        order by n) as columns
    from pg_index i join pg_class t on t.oid = i.indrelid
    where i.indisunique and t.${inSchema}`);
  const { rows: rules } = await knex.raw(`
    select t.relname as "tableName", pg_get_constraintdef(c.oid) as rule
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype in ('c', 'f') and t.${inSchema}`);
  const schema: Schema = {};
  for (const row of columns) {
    const table = (schema[row.tableName] ??= emptyTable());
    table.columns[row.column] = {
      type: row.type,
      isNullable: row.is_nullable === 'YES',
      hasDefault: row.fallback !== null || row.is_identity === 'YES',
    };
  }
  for (const { tableName, ...unique } of uniques) {
    schema[tableName].uniques.push(unique);
  }
  for (const { tableName, rule } of rules) schema[tableName].rules.push(rule);
  return schema;
}

async function readSqlite(knex: Knex): Promise<Schema> {
  const schema: Schema = {};
  const names: string[] = await knex('sqlite_master')
    .where({ type: 'table' })
    .pluck('name');
  for (const name of names) {
    const table = (schema[name] = emptyTable());
    const columns = await knex.raw('select * from pragma_table_info(?)', [
      name,
    ]);
    for (const row of columns) {
      table.columns[row.name] = {
        type: row.type,
        isNullable: row.notnull === 0 && row.pk === 0,
        // SQLite fills a lone integer key by itself.
        hasDefault:
          row.dflt_value !== null || (row.pk > 0 && row.type === 'integer'),
      };
      if (row.pk > 0 && row.type === 'integer') {
        table.uniques.push({ columns: [row.name], condition: '' });
      }
    }
    const indexes = await knex.raw(
      `select i.name, m.sql from pragma_index_list(?) i
       left join sqlite_master m on m.name = i.name where i."unique" = 1`,
      [name],
    );
    for (const index of indexes) {
      const parts = await knex.raw('select * from pragma_index_info(?)', [
        index.name,
      ]);
      table.uniques.push({
        columns: parts.map((part: { name: string }) => part.name),
        condition: /\bwhere\b(.*)$/is.exec(index.sql ?? '')?.[1].trim() ?? '',
      });
    }
    const keys = await knex.raw('select * from pragma_foreign_key_list(?)', [
      name,
    ]);
    for (const key of keys) {
      table.rules.push(`${key.from} references ${key.table} (${key.to})`);
    }
  }
  return schema;
}

function emptyTable(): Table {
  return { columns: {}, uniques: [], rules: [] };
}
