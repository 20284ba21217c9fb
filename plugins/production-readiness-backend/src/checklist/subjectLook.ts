import { Knex } from 'knex';
import { Clock, runPreparedSql } from '../database';
import { EVERYTHING } from '../directory';
import { versionOfRows } from './inheritance';
import {
  ReadJudgement,
  Subject,
  subjectColumns,
  SubjectRow,
  subjects,
  subjectVersion,
  toSubject,
} from './subject';

/** A statement that looks whether a basis is as it was, to be run many times. */
export interface SubjectLook {
  sql: string;
  bindings: readonly Knex.Value[];
}

/**
 * Makes the statement, for somebody who may see everything; undefined on SQLite.
 * The entity itself comes back only when something was written since.
 */
export function lookOf(
  q: Knex,
  {
    subject: { entity, version },
    inPlay,
    rowsVersion,
  }: Pick<ReadJudgement, 'inPlay' | 'rowsVersion'> & { subject: Subject },
): SubjectLook | undefined {
  const present = subjectVersion(q);
  if (!present || version === undefined || rowsVersion === undefined) {
    return undefined;
  }
  const where = { ref: entity.ref, visibility: EVERYTHING };
  const { sql, bindings } = subjects(q, where)
    .select({
      changed: q.raw(
        `case when ? = ? and (?) = ? then null
          else (select row_to_json(line)::text from (?) as line) end`,
        [
          present,
          version,
          versionOfRows(q, inPlay),
          rowsVersion,
          q.select(subjectColumns(q)),
        ],
      ),
    })
    .toSQL();
  return { sql, bindings };
}

/**
 * Looks, in one statement.
 *
 * @returns the moment when nothing was written; undefined: the entity is gone
 */
export async function lookAgain(
  q: Knex,
  clock: Clock,
  { sql, bindings }: SubjectLook,
): Promise<{ unchangedAt: number } | Subject | undefined> {
  const now = clock.nowExpression(q).toSQL();
  const [row] = await runPreparedSql<{ now: string; changed: string | null }>(
    q,
    `select ${now.sql} as now, looked.changed from (${sql}) as looked`,
    [...now.bindings, ...bindings],
  );
  if (row === undefined) return undefined;
  const at = Number(row.now);
  return row.changed === null
    ? { unchangedAt: at }
    : toSubject(JSON.parse(row.changed) as SubjectRow, at);
}
