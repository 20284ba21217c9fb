import {
  AssessedItem,
  InheritedAnswer,
  ItemRecord,
  withInherited,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock, runPrepared } from '../database';
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
import { inheritedOf, readRowsWithAncestors } from './inheritance';
import {
  CHOICE_COLUMNS,
  TeamChoices,
  toTeamChoices,
} from '../upkeep/teamChoices';
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
}

/** Reads an entity that somebody may see, in one statement. */
export async function readSubject(
  q: Knex,
  clock: Clock,
  where: { ref: string; visibility: Visibility } | { id: string },
): Promise<Subject | undefined> {
  const query = q('directory_entities as e')
    .leftJoin('readiness_summaries as s', 's.entity_id', 'e.id')
    .leftJoin('team_choices as c', 'c.group_ref', 'e.owner_ref')
    .whereNull('e.deleted_at')
    .select(
      ...CHOICE_COLUMNS.map(column => `c.${column} as c_${column}`),
      ...DIRECTORY_COLUMNS.map(column => `e.${column}`),
      ...SUMMARY_COLUMNS.map(column => `s.${column} as s_${column}`),
      q.raw('? as now', [clock.nowExpression(q)]),
    );
  if ('id' in where) {
    query.where('e.id', where.id);
  } else {
    query.where('e.ref', where.ref);
    where.visibility.apply(query, 'e');
  }
  const [row] = await runPrepared<DirectoryRow & Record<string, unknown>>(
    q,
    query,
  );
  if (row === undefined) return undefined;
  return {
    entity: toDirectoryEntity(row),
    now: Number(row.now),
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
): Promise<JudgedSubject> {
  const { id } = subject.entity;
  const { ancestors = [] } = summaryFacts(subject.summary);
  const { rows, hidden } = await readRowsWithAncestors(
    q,
    id,
    ancestors,
    checklist,
    visibility,
  );
  return judgeStored(
    subject,
    checklist,
    rows.get(id) ?? new Map(),
    periods,
    inheritedOf(checklist, ancestors, rows, hidden),
  );
}

/** One item of a judged entity. */
export function judgedItem(
  judged: Pick<JudgedSubject, 'items'>,
  itemId: string,
): AssessedItem | undefined {
  return judged.items.find(({ item }) => item.id === itemId);
}
