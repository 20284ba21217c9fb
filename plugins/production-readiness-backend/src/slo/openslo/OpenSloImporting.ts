import { setImmediate } from 'node:timers/promises';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  OpenSloDraft,
  OpenSloImportView,
  OpenSloProblem,
  openSloRoutes,
  OpenSloUploadReading,
  readOpenSloUpload,
  RouteBody,
  sloEditPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../../access/Caller';
import { runOnce } from '../../database';
import { DirectoryEntity } from '../../directory';
import { batchesOf } from '../../directory/batches';
import { ReportProgress } from '../../http';
import { sha256 } from '../../journal/Journal';
import { requirePerson, SloWriteDeps } from '../writing';
import { findEntitiesOf } from './findEntities';
import { ImportPlan, PlannedLine } from './ImportPlan';
import { ImportWriter } from './ImportWriter';
import {
  ImportedObjective,
  insertSource,
  readObjectives,
  saveObjectives,
} from './OpenSloStore';
import { readUpload } from './readUpload';

type Input = RouteBody<typeof openSloRoutes.importOpenSlo>;

/** Drafts SLOs from OpenSLO documents. A signature never comes from a file. */
export class OpenSloImporting {
  constructor(
    private readonly deps: SloWriteDeps & { urlReader?: UrlReaderService },
  ) {}

  /** Imports an upload, or says what would happen. */
  async import(
    caller: Caller,
    input: Input,
    key: string | undefined,
    progress: ReportProgress,
  ): Promise<OpenSloImportView> {
    const { database } = this.deps;
    requirePerson(caller);
    const text = await readUpload(input.source, this.deps.urlReader);
    const upload = await readOpenSloUpload(
      text,
      { rationale: input.words.rationale },
      () => setImmediate(),
    );
    const visibility = await this.deps.access.visibility(caller);
    const find = await findEntitiesOf(
      database.knex,
      visibility,
      upload.drafts,
      input,
    );
    const entities = [
      ...new Map(
        upload.drafts
          .map(draft => find(draft).entity)
          .filter(entity => entity !== undefined)
          .map(entity => [entity.id, entity]),
      ).values(),
    ];
    const allowed = await this.allowed(caller, entities);

    return database.transaction(async tx => {
      const at = await this.deps.clock.now(tx);
      const action = {
        key: input.dryRun ? undefined : key,
        operationId: 'importOpenSlo',
        actor: caller.userRef ?? '',
        request: { ...input, source: sha256(text) },
        at,
      };
      return runOnce(tx, action, async () => {
        const contexts = await this.deps.contexts.readAll(tx, caller, entities);
        const imported = await readObjectives(
          tx,
          entities.map(entity => entity.id),
        );
        const plan = new ImportPlan(
          contexts,
          allowed,
          new Map(imported.map(one => [one.sloId, one])),
          input.words,
        );
        const lines = upload.drafts.map(draft =>
          plan.decide(draft, find(draft)),
        );
        const problems = allProblems(upload, lines);
        const hasErrors = problems.some(one => one.severity === 'error');
        const taken = !(input.take === 'all' && hasErrors);
        if (taken && !input.dryRun) {
          const writer = new ImportWriter(tx, this.deps.journal, caller, at);
          await this.write(tx, {
            caller,
            text,
            upload,
            plan,
            lines,
            writer,
            at,
            progress,
          });
        }
        return {
          dryRun: input.dryRun,
          taken,
          documents: upload.documents.filter(one => one.number !== null).length,
          slos: lines.map(one => one.line),
          problems,
          asOf: at,
        };
      });
    });
  }

  private async allowed(
    caller: Caller,
    entities: readonly DirectoryEntity[],
  ): Promise<Set<string>> {
    const refs = entities.map(entity => entity.ref);
    const answers = await this.deps.access.isAllowed(
      caller,
      sloEditPermission,
      refs,
    );
    return new Set(refs.filter((_, index) => answers[index]));
  }

  private async write(
    tx: Knex.Transaction,
    work: {
      caller: Caller;
      text: string;
      upload: OpenSloUploadReading;
      plan: ImportPlan;
      lines: PlannedLine[];
      writer: ImportWriter;
      at: number;
      progress: ReportProgress;
    },
  ): Promise<void> {
    const { lines, plan, writer, at } = work;
    const planned = lines.flatMap(one => one.planned ?? []);
    if (planned.length === 0) return;
    const total = planned.length;
    work.progress(0, total);
    await writer.addJourneys(plan.journeys);
    const documents = await insertSource(
      tx,
      {
        digest: sha256(work.text),
        importedBy: work.caller.userRef ?? '',
        at,
      },
      work.upload.documents,
    );
    const positions = positionsOf(work.upload);
    const origin = (
      draft: OpenSloDraft,
      sloId: string,
      version: number,
    ): ImportedObjective => ({
      sloId,
      version,
      documentId: documents[positions.get(draft.document)!],
      item: draft.root.length > 0 ? Number(draft.root[0]) : null,
      objective: draft.objective,
      name: draft.name,
    });
    let done = 0;
    for (const batch of batchesOf(planned)) {
      const ids = await writer.addVersions(batch);
      await saveObjectives(
        tx,
        batch.map(({ draft, version }, index) =>
          origin(draft, ids[index], version),
        ),
      );
      done += batch.length;
      // The summaries come last; until then it is not done.
      work.progress(Math.min(done, total - 1), total);
    }
    await saveObjectives(
      tx,
      lines.flatMap(({ draft, known }) =>
        known ? [origin(draft, known.sloId, known.version)] : [],
      ),
    );
    await writer.finish();
    const entityIds = new Set(planned.map(one => one.context.entity.id));
    await this.deps.evaluation.reevaluate(tx, [...entityIds], at);
    work.progress(total, total);
  }
}

/** Where in the upload the documents of these numbers are. */
function positionsOf(upload: OpenSloUploadReading): Map<number, number> {
  return new Map(
    upload.documents.flatMap(({ number }, position) =>
      number === null ? [] : [[number, position] as const],
    ),
  );
}

function allProblems(
  upload: OpenSloUploadReading,
  lines: readonly PlannedLine[],
): OpenSloProblem[] {
  const refusals = lines.flatMap(({ draft, refusal }): OpenSloProblem[] =>
    refusal
      ? [
          {
            severity: 'error',
            code: refusal[0],
            document: draft.document,
            name: draft.name,
            ...draft.place,
            message: refusal[1],
          },
        ]
      : [],
  );
  return [...upload.problems, ...refusals].sort(
    (a, b) => a.document - b.document || a.line - b.line,
  );
}
