import {
  canonicalRef,
  readinessAdminPermission,
  routes,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller } from '../access';
import { ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { ApiRouter } from '../http';
import { entityChain } from './Journal';
import { exportLines, listChain, verifyJournal } from './JournalStore';

/** Serves the journal. */
export function serveJournal(
  api: ApiRouter,
  deps: { database: ReadinessDatabase; directory: Directory; access: Access },
): void {
  const { database, directory, access } = deps;

  api.serve(routes.listJournal, async ({ params, query, caller }) => {
    const entity = await directory.findEntity(
      database.knex,
      canonicalRef(params),
      await access.visibility(caller),
    );
    const records = await listChain(
      database.knex,
      entityChain(entity.id),
      query,
    );
    return {
      records: records.map(record => ({
        sequence: record.sequence,
        at: record.at,
        actor: record.actor,
        action: record.action,
        subject: JSON.parse(record.subject),
        hash: record.hash,
      })),
      nextBefore:
        records.length === query.limit
          ? records[records.length - 1].sequence
          : null,
    };
  });

  api.serve(routes.verifyJournal, async ({ caller }) => {
    await access.authorize(caller, readinessAdminPermission);
    return verifyJournal(database.knex);
  });

  api.stream(routes.exportJournal, ({ caller }) => ({
    type: 'application/x-ndjson',
    fileName: 'journal.ndjson',
    chunks: exported(caller),
  }));

  async function* exported(caller: Caller) {
    await access.authorize(caller, readinessAdminPermission);
    yield* exportLines(database.knex);
  }
}
