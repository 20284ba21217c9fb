import {
  AssessedItem,
  InheritedAnswer,
  ItemRecord,
  withInherited,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock, isSqlite, rowVersions, runPrepared } from '../database';
import {
  DIRECTORY_COLUMNS,
  DirectoryEntity,
  DirectoryRow,
  toDirectoryEntity,
  Visibility,
} from '../directory';
import { Judgement, summarise } from '../evaluation/summarise';
import type { Periods } from './config';
import type { LoadedChecklist } from './document';
import { inheritedOf, readRowsWithAncestors, RowsInPlay } from './inheritance';
import {
  CHOICE_COLUMNS,
  focusAt,
  TeamChoices,
  toTeamChoices,
} from '../upkeep/teamChoices';
import { sessionDay } from '../upkeep/sessionGroups';
import { ItemRow, toItemRecord } from './itemRow';
import {
  SUMMARY_COLUMNS,
  summaryFacts,
  SummaryRow,
  toSummaryRow,
} from './summaryRow';

/** An entity with its stored summary, and the moment of reading. */
export interface Subject {
  entity: DirectoryEntity;
  /** Undefined before its first evaluation, and where no checklist is for it. */
  summary?: SummaryRow;
  /** What the owning team has chosen; undefined: nothing. */
  choices?: TeamChoices;
  now: number;
  /** Says whether all of it is as it was; undefined on SQLite. */
  version?: string;
}

/** Which entity is read, and for whom. */
export type SubjectQuery =
  | { ref: string; visibility: Visibility }
  | { id: string };

/** A subject with what the lists say of it, read to be changed. */
export interface HeldSubject extends Subject {
  /** The items that block it as they are stored, in no order. */
  blockers: string[];
  /** A day of the sessions that walk through it; undefined: there are none. */
  sessionAt?: number;
}

/**
 * Reads an entity whose lock the transaction holds, in one statement.
 *
 * @returns undefined when it is gone
 */
export async function readHeldSubject(
  tx: Knex.Transaction,
  clock: Clock,
  id: string,
): Promise<HeldSubject | undefined> {
  const join = isSqlite(tx) ? 'group_concat' : 'string_agg';
  const query = subjects(tx, { id }).select(
    ...subjectColumns(tx),
    tx.raw('? as now', [clock.nowExpression(tx)]),
    tx('readiness_summary_blockers as b')
      .whereRaw('?? = ??', ['b.entity_id', 'e.id'])
      .select(tx.raw(`${join}(??, ' ')`, ['b.item_id']))
      .as('blockers'),
    sessionDay(tx).as('session_day'),
  );
  const [row] = await runPrepared<SubjectRow>(tx, query);
  if (row === undefined) return undefined;
  const blockers = String(row.blockers ?? '').split(' ');
  return {
    ...toSubject(row, Number(row.now)),
    blockers: blockers.filter(itemId => itemId !== ''),
    ...(row.session_day !== null && { sessionAt: Number(row.session_day) }),
  };
}

/** Reads an entity that somebody may see, in one statement. */
export async function readSubject(
  q: Knex,
  clock: Clock,
  where: SubjectQuery,
): Promise<Subject | undefined> {
  const query = subjects(q, where).select(
    ...subjectColumns(q),
    q.raw('? as now', [clock.nowExpression(q)]),
  );
  const [row] = await runPrepared<SubjectRow>(q, query);
  return row && toSubject(row, Number(row.now));
}

/** A subject as a statement reads it, without the moment. */
export type SubjectRow = DirectoryRow & Record<string, unknown>;

/** The entities asked for, with all that a subject is made of. */
export function subjects(q: Knex, where: SubjectQuery): Knex.QueryBuilder {
  const query = q('directory_entities as e')
    .leftJoin('readiness_summaries as s', 's.entity_id', 'e.id')
    .leftJoin('team_choices as c', 'c.group_ref', 'e.owner_ref')
    .whereNull('e.deleted_at');
  if ('id' in where) {
    query.where('e.id', where.id);
  } else {
    query.where('e.ref', where.ref);
    where.visibility.apply(query, 'e');
  }
  return query;
}

// One text: to quote each of these names takes longer than to read the row.
const COLUMNS = [
  ...CHOICE_COLUMNS.map(column => `c.${column} as c_${column}`),
  ...DIRECTORY_COLUMNS.map(column => `e.${column}`),
  ...SUMMARY_COLUMNS.map(column => `s.${column} as s_${column}`),
].join(', ');

/** What to select of {@link subjects}. */
export function subjectColumns(q: Knex): Knex.Raw[] {
  const version = subjectVersion(q);
  return [
    q.raw(COLUMNS),
    ...(version ? [q.raw('? as version', [version])] : []),
  ];
}

/** Says whether all of a subject is as it was; undefined on SQLite. */
export function subjectVersion(q: Knex): Knex.Raw | undefined {
  return rowVersions(q, ['e', 's', 'c']);
}

/** Maps what was selected. */
export function toSubject(row: SubjectRow, now: number): Subject {
  return {
    entity: toDirectoryEntity(row),
    now,
    ...(typeof row.version === 'string' && { version: row.version }),
    choices: toTeamChoices(
      Object.fromEntries(
        CHOICE_COLUMNS.map(column => [column, row[`c_${column}`]]),
      ),
    ),
    ...(row.s_entity_id !== null && {
      summary: toSummaryRow(
        Object.fromEntries(
          SUMMARY_COLUMNS.map(column => [column, row[`s_${column}`]]),
        ),
      ),
    }),
  };
}

/** An entity with a summary by a checklist that is in use. */
export interface EvaluatedSubject {
  subject: Subject & { summary: SummaryRow };
  checklist: LoadedChecklist;
}

/** An entity judged by what is stored, at the moment of reading. */
export interface JudgedSubject extends Judgement {
  subject: Subject & { summary: SummaryRow };
  checklist: LoadedChecklist;
  records: ReadonlyMap<string, ItemRecord>;
  rows: ReadonlyMap<string, ItemRow>;
  /** What it may take over from above, by item id. */
  inherited: ReadonlyMap<string, InheritedAnswer>;
}

/** The same as it was read, with the item rows that it rests on. */
export interface ReadJudgement extends JudgedSubject {
  inPlay: RowsInPlay;
  /** Says whether all of these rows are as they were; undefined on SQLite. */
  rowsVersion?: string;
}

/**
 * Derives where an entity stands from the stored rows against the clock, so
 * that what expired since the last sweep shows at once. Facts are not read.
 */
export function judgeStored(
  subject: Subject & { summary: SummaryRow },
  checklist: LoadedChecklist,
  rows: ReadonlyMap<string, ItemRow>,
  periods: Periods,
  inherited: ReadonlyMap<string, InheritedAnswer> = new Map(),
): JudgedSubject {
  const { entity, summary, now } = subject;
  const {
    applicable,
    sloOwners,
    ancestors,
    approvals = [],
  } = summaryFacts(summary);
  const records = new Map(
    applicable.map(({ itemId }) => [
      itemId,
      withInherited(toItemRecord(rows.get(itemId)), inherited.get(itemId)),
    ]),
  );
  const judgement = summarise({
    entity,
    checklist,
    applicable,
    ancestors,
    records,
    slo: {
      state: summary.slo_state,
      agreed: summary.slo_agreed,
      waiting: summary.slo_waiting,
    },
    sloOwners,
    approvals,
    toilState: summary.toil_state,
    // When the facts change is known to the evaluation alone: a moment that it
    // asked for is kept, and one that has passed is left to the next sweep.
    factsChangeAt: [
      summary.valid_until && Math.max(summary.valid_until, now + 1),
    ],
    now,
    periods,
  });
  return { ...judgement, subject, checklist, records, rows, inherited };
}

/**
 * Reads what is stored of an entity's items, its own and what it may take over
 * from above, in one statement, and judges it.
 *
 * @param visibility - what the reader may see of the entities above
 */
export async function readJudged(
  q: Knex,
  { subject, checklist }: EvaluatedSubject,
  periods: Periods,
  visibility?: Visibility,
): Promise<ReadJudgement> {
  const { id } = subject.entity;
  const { ancestors = [] } = summaryFacts(subject.summary);
  const inPlay = { entityId: id, ancestors, checklist };
  const { rows, hidden, version } = await readRowsWithAncestors(
    q,
    inPlay,
    visibility,
  );
  const judged = judgeStored(
    subject,
    checklist,
    rows.get(id) ?? new Map(),
    periods,
    inheritedOf(checklist, ancestors, rows, hidden),
  );
  return { ...judged, inPlay, rowsVersion: version };
}

/** When time alone may next change what an entity's readiness shows. */
export function unchangedUntil({
  subject: { choices, now },
  items,
  summary,
}: JudgedSubject): number {
  const moments = [
    summary.row.valid_until,
    focusAt(choices, now)?.until,
    ...items.map(({ standing }) => standing.dueFrom),
  ];
  return Math.min(
    ...moments.map(moment => (moment && moment > now ? moment : Infinity)),
  );
}

/** One item of a judged entity. */
export function judgedItem(
  judged: Pick<JudgedSubject, 'items'>,
  itemId: string,
): AssessedItem | undefined {
  return judged.items.find(({ item }) => item.id === itemId);
}
