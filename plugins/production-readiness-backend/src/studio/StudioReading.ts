import {
  ChecklistDifferences,
  checklistDifferences,
  ChecklistUsage,
  ChecklistVersion,
  readinessAdminPermission,
  ReadinessError,
  StudioChecklist,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { stringify } from 'yaml';
import { Access, Caller } from '../access';
import type { ChecklistRegistry } from '../checklist';
import { readSources } from '../checklist/sources';
import { Clock, ReadinessDatabase } from '../database';
import { Visibility } from '../directory';

/** What the studio reads from. */
export interface StudioDeps {
  access: Access;
  clock: Clock;
  database: ReadinessDatabase;
  registry: ChecklistRegistry;
}

/** More teams than a page can show. */
const MOST_TEAMS = 500;
const MOST_BLOCKERS = 100;

/** Answers what is asked about checklists themselves. */
export class StudioReading {
  constructor(private readonly deps: StudioDeps) {}

  /** The configured checklists; those that never worked are among them. */
  async list(caller: Caller) {
    const { clock, database, registry } = this.deps;
    const { knex } = database;
    await registry.follow(knex);
    const canDraft = await this.canDraft(caller);
    const sources = await readSources(knex, registry.targets);
    const entities = await this.countEntities(caller);
    const checklists = registry.targets.map((target): StudioChecklist => {
      const inUse = registry.inUse(target);
      const source = sources.get(target);
      const document = inUse?.document;
      return {
        id: document?.id ?? null,
        version: document?.version ?? null,
        digest: inUse?.digest ?? null,
        title: document?.title ?? null,
        description: document?.description ?? null,
        items: document?.items.length ?? 0,
        usedSince: source?.changedAt ?? null,
        target: canDraft ? target : null,
        entities: (document && entities.get(document.id)) ?? 0,
        error: source?.error
          ? {
              // Where documents come from is for those who can mend them.
              message: canDraft ? source.error.message : '',
              since: source.errorAt ?? source.readAt,
              issues: canDraft ? [...source.error.issues] : [],
            }
          : null,
      };
    });
    return { checklists, canDraft, asOf: await clock.now(knex) };
  }

  /** Every version of a checklist that was ever in use, newest first. */
  async versions(checklistId: string): Promise<ChecklistVersion[]> {
    const { database, registry } = this.deps;
    const rows: { digest: string; version: string; first_used_at: number }[] =
      await database
        .knex('checklist_versions')
        .where({ checklist_id: checklistId })
        .orderBy([
          { column: 'first_used_at', order: 'desc' },
          { column: 'digest' },
        ])
        .select('digest', 'version', 'first_used_at');
    if (rows.length === 0) throw unknownChecklist(checklistId);
    const versions: ChecklistVersion[] = [];
    for (const { digest, version, first_used_at } of rows) {
      const stored = await registry.version(database.knex, digest);
      versions.push({
        digest,
        version,
        firstUsedAt: Number(first_used_at),
        inUse: registry.byDigest(digest) !== undefined,
        items: stored?.document.items.length ?? 0,
      });
    }
    return versions;
  }

  /** What two versions do not have in common. */
  async differences(from: string, to: string): Promise<ChecklistDifferences> {
    const { database, registry } = this.deps;
    const [before, after] = [
      await registry.version(database.knex, from),
      await registry.version(database.knex, to),
    ];
    if (before && after) {
      return checklistDifferences(before.document, after.document);
    }
    throw unknownDigest(before ? 'query.to' : 'query.from');
  }

  /** A version as YAML; comments of its author are not kept. */
  async text(digest: string): Promise<string> {
    const { database, registry } = this.deps;
    const version = await registry.version(database.knex, digest);
    if (version === undefined) throw unknownDigest('path.digest');
    return stringify(version.document, { lineWidth: 0 });
  }

  /**
   * How teams stand with a checklist: sums over what the caller may read. A
   * team that the caller may not read is named nowhere.
   */
  async usage(caller: Caller, checklistId: string): Promise<ChecklistUsage> {
    const { access, clock, database, registry } = this.deps;
    if (!registry.loaded.some(({ document }) => document.id === checklistId)) {
      throw unknownChecklist(checklistId);
    }
    const rows: {
      owner_ref: string;
      level: string;
      entities: string | number;
      blocked: string | number;
    }[] = await this.summaries(await access.visibility(caller))
      .where('s.checklist_id', checklistId)
      .groupBy('s.owner_ref', 's.level')
      .select('s.owner_ref', 's.level')
      .count({ entities: '*' })
      .sum({
        blocked: database.knex.raw(
          'case when s.blocker_count > 0 then 1 else 0 end',
        ),
      });
    const readable = await this.readableOwners(
      caller,
      rows.map(row => row.owner_ref),
    );
    const teams = new Map<string | null, ChecklistUsage['teams'][number]>();
    const levels: Record<string, number> = {};
    for (const row of rows) {
      const ownerRef = readable.has(row.owner_ref) ? row.owner_ref : null;
      const team = teams.get(ownerRef) ?? {
        ownerRef,
        entities: 0,
        blocked: 0,
        levels: {},
      };
      const entities = Number(row.entities);
      team.entities += entities;
      team.blocked += Number(row.blocked);
      team.levels[row.level] = (team.levels[row.level] ?? 0) + entities;
      levels[row.level] = (levels[row.level] ?? 0) + entities;
      teams.set(ownerRef, team);
    }
    return {
      entities: Object.values(levels).reduce((sum, one) => sum + one, 0),
      levels,
      teams: [...teams.values()]
        .sort(
          (one, other) =>
            Number(one.ownerRef === null) - Number(other.ownerRef === null) ||
            other.entities - one.entities ||
            (one.ownerRef ?? '').localeCompare(other.ownerRef ?? ''),
        )
        .slice(0, MOST_TEAMS),
      blockers: await this.blockers(caller, checklistId),
      asOf: await clock.now(database.knex),
    };
  }

  /** Whether the caller may try out drafts. */
  async canDraft(caller: Caller): Promise<boolean> {
    if (caller.kind === 'user' && !caller.isAdmin) return false;
    const { access } = this.deps;
    return access.authorize(caller, readinessAdminPermission).then(
      () => true,
      error => {
        if (error instanceof ReadinessError && error.status === 403) {
          return false;
        }
        throw error;
      },
    );
  }

  private async blockers(caller: Caller, checklistId: string) {
    const { access } = this.deps;
    const rows: { item_id: string; entities: string | number }[] =
      await this.summaries(await access.visibility(caller))
        .join('readiness_summary_blockers as b', join =>
          join
            .on('b.entity_id', 's.entity_id')
            .andOn('b.checklist_id', 's.checklist_id'),
        )
        .where('s.checklist_id', checklistId)
        .groupBy('b.item_id')
        .orderBy([{ column: 'entities', order: 'desc' }, { column: 'item_id' }])
        .limit(MOST_BLOCKERS)
        .select({ item_id: 'b.item_id' })
        .count({ entities: '*' });
    return rows.map(row => ({
      itemId: row.item_id,
      entities: Number(row.entities),
    }));
  }

  private async countEntities(caller: Caller): Promise<Map<string, number>> {
    const { access } = this.deps;
    const rows: { checklist_id: string; entities: string | number }[] =
      await this.summaries(await access.visibility(caller))
        .groupBy('s.checklist_id')
        .select('s.checklist_id')
        .count({ entities: '*' });
    return new Map(rows.map(row => [row.checklist_id, Number(row.entities)]));
  }

  // Not async: a promise of a query would carry it out.
  private summaries(visibility: Visibility): Knex.QueryBuilder {
    const query = this.deps.database
      .knex('readiness_summaries as s')
      .join('directory_entities as e', 'e.id', 's.entity_id')
      .whereNull('e.deleted_at');
    visibility.apply(query, 'e');
    return query;
  }

  private async readableOwners(
    caller: Caller,
    refs: readonly string[],
  ): Promise<Set<string>> {
    const { access, database } = this.deps;
    const wanted = new Set(refs);
    const visibility = await access.visibility(caller);
    const query = database
      .knex('directory_entities as o')
      .whereIn('o.kind', ['group', 'user'])
      .whereNull('o.deleted_at')
      .whereExists(owned =>
        owned
          .select('x.entity_id')
          .from('readiness_summaries as x')
          .whereRaw('?? = ??', ['x.owner_ref', 'o.ref']),
      );
    visibility.apply(query, 'o');
    const found: string[] = await query.pluck('o.ref');
    return new Set(found.filter(ref => wanted.has(ref)));
  }
}

function unknownChecklist(checklistId: string): ReadinessError {
  return ReadinessError.notFound(
    'CHECKLIST_NOT_FOUND',
    `There is no checklist ${checklistId}. GET studio/checklists lists those that there are.`,
    { field: 'path.checklistId' },
  );
}

function unknownDigest(field: string): ReadinessError {
  return ReadinessError.notFound(
    'CHECKLIST_NOT_FOUND',
    'No checklist with this digest was ever in use. List the versions of the checklist to learn which there are.',
    { field },
  );
}
