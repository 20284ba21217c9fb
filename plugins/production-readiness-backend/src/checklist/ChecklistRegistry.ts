import {
  ChecklistDefinition,
  FactDocument,
  primaryChecklist,
  ReadinessError,
  toChecklistDefinition,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { ReadinessDatabase } from '../database';
import { Journal, SYSTEM_CHAIN } from '../journal';
import type { LoadedChecklist } from './document';

/** The checklists in use, the most special first. */
export class ChecklistRegistry {
  private readonly definitions: Map<string, ChecklistDefinition>;

  /** @param loaded - the first one that is for an entity is its checklist */
  constructor(readonly loaded: readonly LoadedChecklist[]) {
    this.definitions = new Map(
      loaded.map(({ document, digest }) => [
        digest,
        toChecklistDefinition(document, digest),
      ]),
    );
  }

  /** The checklist of an entity; undefined when none is for its kind. */
  primaryOf(facts: FactDocument): LoadedChecklist | undefined {
    return primaryChecklist(this.loaded, facts);
  }

  /** A checklist that is in use. */
  byDigest(digest: string): LoadedChecklist | undefined {
    return this.loaded.find(checklist => checklist.digest === digest);
  }

  /** @throws ReadinessError 404 when it is not, or no longer, in use */
  definition(digest: string): ChecklistDefinition {
    const definition = this.definitions.get(digest);
    if (definition) return definition;
    throw ReadinessError.notFound(
      'CHECKLIST_NOT_FOUND',
      'No checklist with this digest is in use. Read the readiness of the entity again to learn the present one.',
      { field: 'path.digest' },
    );
  }

  /** Keeps the documents in use, so that every answer can be read later. */
  async publish(
    database: ReadinessDatabase,
    journal: Journal,
    now: (tx: Knex.Transaction) => Promise<number>,
  ): Promise<void> {
    for (const { document, canonicalText, digest } of this.loaded) {
      await database.transaction(async tx => {
        const at = await now(tx);
        const added = await tx('checklist_versions')
          .insert({
            digest,
            checklist_id: document.id,
            version: document.version,
            document: canonicalText,
            first_used_at: at,
          })
          .onConflict('digest')
          .ignore()
          .returning('digest');
        if (added.length === 0) return;
        await journal.append(tx, {
          chain: SYSTEM_CHAIN,
          actor: 'system',
          action: 'checklist.published',
          subject: {
            checklistId: document.id,
            version: document.version,
            digest,
          },
          at,
        });
      });
    }
  }
}
