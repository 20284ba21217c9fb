import { parseChecklistDocument } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Journal, SYSTEM_CHAIN } from '../../journal';
import type { LoadedChecklist } from '../document';
import type { SourceError } from './DocumentReader';

/** What is known of a configured target. */
export interface StoredSource {
  target: string;
  digest: string | null;
  changedAt: number | null;
  readAt: number;
  error: SourceError | null;
  errorAt: number | null;
}

/** Reads the lines of the configured targets, in one statement. */
export async function readSources(
  q: Knex,
  targets: readonly string[],
): Promise<Map<string, StoredSource>> {
  const rows = await q('checklist_sources')
    .whereIn('target', [...targets])
    .select();
  return new Map(
    rows.map(row => [
      row.target,
      {
        target: row.target,
        digest: row.digest,
        changedAt: row.changed_at === null ? null : Number(row.changed_at),
        readAt: Number(row.read_at),
        error: row.error === null ? null : JSON.parse(row.error),
        errorAt: row.error_at === null ? null : Number(row.error_at),
      },
    ]),
  );
}

/** Puts a version into use for a target, and keeps its document for good. */
export async function useVersion(
  tx: Knex.Transaction,
  journal: Journal,
  target: string,
  { document, canonicalText, digest }: LoadedChecklist,
  at: number,
): Promise<void> {
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
  const stored = (await readSources(tx, [target])).get(target);
  const isChange = stored?.digest !== digest;
  await tx('checklist_sources')
    .insert({
      target,
      digest,
      changed_at: isChange ? at : stored.changedAt,
      read_at: at,
      error: null,
      error_at: null,
    })
    .onConflict('target')
    .merge();
  if (added.length === 0 && !(stored && isChange)) return;
  await journal.append(tx, {
    chain: SYSTEM_CHAIN,
    actor: 'system',
    action: 'checklist.published',
    subject: {
      checklistId: document.id,
      version: document.version,
      digest,
      ...(stored?.digest && isChange && { replaces: stored.digest }),
    },
    at,
  });
}

/** Says that a target was looked at, and what is wrong with it, if anything. */
export async function noteLook(
  tx: Knex.Transaction,
  target: string,
  error: SourceError | null,
  at: number,
): Promise<void> {
  const stored = (await readSources(tx, [target])).get(target);
  const text = error && JSON.stringify(error);
  const since = stored?.error ? stored.errorAt : at;
  await tx('checklist_sources')
    .insert({
      target,
      digest: stored?.digest ?? null,
      changed_at: stored?.changedAt ?? null,
      read_at: at,
      error: text,
      error_at: error ? since : null,
    })
    .onConflict('target')
    .merge(['read_at', 'error', 'error_at']);
}

/**
 * A version that is or was in use.
 *
 * @returns undefined when there is none, or it was written by a newer release
 *   in a form that this one can't read
 */
export async function readVersion(
  q: Knex,
  digest: string,
): Promise<LoadedChecklist | undefined> {
  const row: { document: string } | undefined = await q('checklist_versions')
    .where({ digest })
    .first('document');
  if (row === undefined) return undefined;
  const parsed = parseChecklistDocument(JSON.parse(row.document));
  if (!parsed.ok) return undefined;
  return {
    document: parsed.document,
    canonicalText: row.document,
    digest,
  };
}
