import {
  ImportedEntry,
  ImportField,
  ImportProblem,
  ImportProblemCode,
  ImportRow,
  problemAt,
  toilLogPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../../access';
import { Caller } from '../../access/Caller';
import { ReadinessDatabase } from '../../database';
import { groupRefOf, visibleEntities, visibleJourneys } from '../references';
import { isMember } from '../TeamPrivacy';
import { FileKind, FileRow } from './readRows';

const NAMED: readonly ImportField[] = ['group', 'entityRef', 'journeyId'];

/** What the rows of a file refer to, looked up before anything is written. */
export class ImportReferences {
  private readonly allocated = new Set<string>();

  constructor(
    private readonly pageGroup: string,
    /** Groups that the caller may record for, by the words of the file. */
    private readonly groups: ReadonlyMap<string, string>,
    private readonly entities: ReadonlySet<string>,
    private readonly journeys: ReadonlySet<string>,
  ) {}

  /** Reads which weeks are split in percent; in them entries don't count. */
  async readAllocations(connection: Knex): Promise<void> {
    this.allocated.clear();
    const rows: { group_ref: string; week: string }[] = await connection(
      'toil_allocations',
    )
      .whereIn('group_ref', [this.pageGroup, ...this.groups.values()])
      .select('group_ref', 'week');
    for (const row of rows) this.allocated.add(`${row.group_ref} ${row.week}`);
  }

  /** The Group of a row without problems. */
  groupOf({ group }: ImportedEntry): string {
    return (group && this.groups.get(group)) || this.pageGroup;
  }

  /** What of a row refers to nothing, or to what the caller may not see. */
  problemsOf(row: ImportRow, imported: ImportedEntry): ImportProblem[] {
    const problems: ImportProblem[] = [];
    const refuse = (
      field: ImportField,
      code: ImportProblemCode,
      reason: string,
    ) => {
      const cell = row.cells.get(field);
      problems.push(problemAt(row.line, cell, field, code, reason));
    };
    const { entry, group } = imported;
    if (group !== undefined && !this.groups.has(group)) {
      refuse(
        'group',
        'UNKNOWN_GROUP',
        `says "${group}"; there is no such Group that you are a member of. Check whether it was renamed, or leave the column empty for ${this.pageGroup}`,
      );
      return problems;
    }
    if (entry.entityRef !== undefined && !this.entities.has(entry.entityRef)) {
      refuse(
        'entityRef',
        'UNKNOWN_ENTITY',
        `says "${entry.entityRef}"; there is no such entity in the catalog that you may see`,
      );
    }
    if (entry.journeyId !== undefined && !this.journeys.has(entry.journeyId)) {
      refuse(
        'journeyId',
        'UNKNOWN_JOURNEY',
        'names no journey that you may see; its id is on the SLO page of its entity',
      );
    }
    if (this.allocated.has(`${this.groupOf(imported)} ${entry.week}`)) {
      refuse(
        row.cells.has('date') ? 'date' : 'week',
        'ALLOCATED_WEEK',
        `${entry.week} is split in percent, so single entries don't count in it. Remove the split, or this line`,
      );
    }
    return problems;
  }
}

/**
 * Looks up all that a file refers to: reads it once when it has columns that
 * refer to something, else not at all.
 */
export async function collectReferences(
  source: {
    access: Access;
    database: ReadinessDatabase;
    caller: Caller;
    /** The Group of the page. */
    group: string;
  },
  read: (onKind: (kind: FileKind) => void) => AsyncIterable<FileRow>,
): Promise<ImportReferences> {
  const { access, database, caller, group } = source;
  const said = new Map(NAMED.map(field => [field, new Set<string>()]));
  const columns = { refer: false };
  const rows = read(kind => {
    columns.refer = NAMED.some(field => kind.fields.has(field));
  });
  for await (const next of rows) {
    if (!columns.refer) break;
    if (!('row' in next)) continue;
    for (const [field, words] of said) {
      const cell = next.row.cells.get(field);
      if (cell) words.add(cell.text);
    }
  }
  const visible = await access.visibility(caller);
  const lower = (field: ImportField) =>
    [...(said.get(field) ?? [])].map(text => text.toLocaleLowerCase('en-US'));
  return new ImportReferences(
    group,
    await groupsOf(source, [...(said.get('group') ?? [])]),
    await visibleEntities(database.knex, lower('entityRef'), visible),
    await visibleJourneys(database.knex, lower('journeyId'), visible),
  );
}

/** The Groups among the words that exist and that the caller records for. */
async function groupsOf(
  about: {
    access: Access;
    database: ReadinessDatabase;
    caller: Caller;
    group: string;
  },
  words: readonly string[],
): Promise<Map<string, string>> {
  const { access, database, caller, group } = about;
  const namespace = group.slice(group.indexOf(':') + 1, group.indexOf('/'));
  const refs = new Map(words.map(word => [word, groupRefOf(word, namespace)]));
  const own = [...new Set(refs.values())].filter(ref => isMember(caller, ref));
  const allowed = await access.isAllowed(caller, toilLogPermission, own);
  const live = await visibleEntities(
    database.knex,
    own.filter((_, index) => allowed[index]),
    await access.visibility(caller),
  );
  return new Map([...refs].filter(([, ref]) => live.has(ref)));
}
