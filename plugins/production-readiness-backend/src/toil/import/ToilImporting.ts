import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  createRowReader,
  dateOfInstant,
  ImportMapping,
  ImportReport,
  mergeMappings,
  ReadinessError,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../../access';
import { Caller } from '../../access/Caller';
import { Clock, ReadinessDatabase, runOnce } from '../../database';
import { ToilConfig } from '../config';
import { TeamWriter } from '../TeamWriter';
import { encodingOf } from './decodeText';
import { ImportBatches } from './ImportBatches';
import { collectReferences, ImportReferences } from './ImportReferences';
import { readRows } from './readRows';

/** What is asked for beside the file. */
export interface ImportOptions {
  dryRun: boolean;
  /** Imports the other lines when some have a problem. */
  skipRejected: boolean;
  /** Over the configured mapping. */
  mapping?: ImportMapping;
  /** The caller's Idempotency-Key. */
  key?: string;
  /** Told how many rows are done, of about how many. */
  progress?: (done: number, total: number) => void;
}

/** Rows between two looks at what else the process has to do. */
const ROWS_AT_A_STRETCH = 2000;

/**
 * Brings recorded work in from files. All of a file or, unless told otherwise,
 * nothing: a file with a bad line is reported line by line and changes no row.
 * A row that an earlier import brought is told again and left out.
 *
 * A file is read record by record, twice where it names Groups, entities or
 * journeys: these are looked up in one go before anything is written.
 */
export class ToilImporting {
  constructor(
    private readonly options: {
      database: ReadinessDatabase;
      clock: Clock;
      access: Access;
      team: TeamWriter;
      config: ToilConfig;
    },
  ) {}

  /**
   * Imports a file, or says what that would do.
   *
   * @throws ReadinessError 400 IMPORT_REJECTED with the report in its details;
   *   400 when the file can't be read at all
   */
  async import(
    caller: Caller,
    groupRef: string,
    bytes: Buffer,
    options: ImportOptions,
  ): Promise<ImportReport> {
    const { database, team, config } = this.options;
    const group = await team.findGroup(caller, groupRef);
    const mapping = mergeMappings(config.importMapping, options.mapping);
    const file = { bytes, encoding: encodingOf(bytes) };
    const references = await collectReferences(
      { ...this.options, caller, group },
      onKind => readRows(file, mapping, onKind),
    );
    const run = (connection: Knex, tx?: Knex.Transaction) =>
      this.readAll(
        connection,
        { file, mapping, group, references },
        options,
        tx,
      );
    if (options.dryRun) return run(database.knex);

    return database.transaction(async tx => {
      const at = await this.options.clock.now(tx);
      return runOnce(
        tx,
        {
          key: options.key,
          operationId: 'importToil',
          actor: `member of ${group}`,
          request: {
            group,
            mapping,
            skipRejected: options.skipRejected,
            file: createHash('sha256').update(bytes).digest('hex'),
          },
          at,
        },
        () => run(tx, tx),
      );
    });
  }

  private async readAll(
    connection: Knex,
    source: {
      file: { bytes: Buffer; encoding: ImportReport['encoding'] };
      mapping: ImportMapping;
      group: string;
      references: ImportReferences;
    },
    options: ImportOptions,
    tx: Knex.Transaction | undefined,
  ): Promise<ImportReport> {
    const { clock, config, team } = this.options;
    const at = await clock.now(connection);
    const { file, mapping, references } = source;
    await references.readAllocations(connection);
    const read = createRowReader({
      ...config,
      currentWeek: weekOfInstant(at, config.timeZone),
    });
    const batches = new ImportBatches({
      connection,
      tx,
      today: dateOfInstant(at, config.timeZone),
    });
    let format: ImportReport['format'] = 'entries';
    // A cell may hold line breaks, so it is a little too many at most.
    const about = linesIn(file.bytes);
    let rows = 0;
    let ignored = 0;
    let readable = true;
    for await (const next of readRows(file, mapping, kind => {
      format = kind.format;
    })) {
      rows += 1;
      if ('ignored' in next) ignored += 1;
      else if ('problem' in next) {
        batches.reject([next.problem]);
        readable &&= !next.fatal;
      } else {
        const { entry, problems } = read(next.row);
        const wrong = problems ?? references.problemsOf(next.row, entry);
        if (wrong.length > 0) batches.reject(wrong);
        else if (entry) {
          await batches.add(format, references.groupOf(entry), entry);
        }
      }
      if (rows % ROWS_AT_A_STRETCH === 0) {
        options.progress?.(rows, Math.max(rows, about));
        await setImmediate();
      }
    }
    const result = await batches.finish();
    const report: ImportReport = {
      dryRun: options.dryRun,
      format,
      encoding: file.encoding,
      rows,
      ignored,
      ...result.report,
    };
    if (tx) {
      // Thrown inside the transaction, it takes every row back.
      if (report.rejected > 0 && !(options.skipRejected && readable)) {
        throw rejected(report);
      }
      await team.summariseImport(tx, result.weeks, at);
    }
    return report;
  }
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    lines += 1;
  }
  return lines;
}

function rejected(report: ImportReport): ReadinessError {
  const [first] = report.problems;
  const where = first.column ? `, column ${first.column}` : '';
  return ReadinessError.badInput(
    'IMPORT_REJECTED',
    `${report.rejected} of ${report.rows} rows can't be imported, so none was. The first is line ${first.line}${where} (${first.header}): ${first.reason}.`.replace(
      /\.\.$/,
      '.',
    ),
    { field: 'body', details: { report } },
  );
}
