import {
  ReadinessError,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access';
import { Standing } from './capabilities';
import { historyBegins, PastEntity, readPast } from './HistoryStore';
import { inheritedOf } from './inheritance';
import { ItemRow } from './itemRow';
import { EntityName, ReadinessReading, ReadingDeps } from './ReadinessReading';
import { judgeStored } from './subject';
import { summaryFacts, SummaryRow } from './summaryRow';
import { readinessViewOf } from './views';

/** Answers how an entity stood at a moment in the past. */
export class AsOfReading {
  constructor(
    private readonly deps: ReadingDeps & { reading: ReadinessReading },
  ) {}

  /**
   * The whole readiness of an entity as it was: by the rows, the checklist, the
   * tier and the phase of then, and against the clock of then. Who may see it
   * is decided by the present. Nothing can be done to it.
   *
   * @param at - milliseconds since the epoch
   * @throws ReadinessError 400 for the future, 404 for an entity that the
   *   caller may not see or that nothing is known of for that moment
   */
  async readiness(
    caller: Caller,
    name: EntityName,
    at: number,
  ): Promise<ReadinessView> {
    const { config, database, reading, registry } = this.deps;
    const { knex } = database;
    const { entity, now } = await reading.find(caller, name);
    if (at > now) {
      throw ReadinessError.badInput(
        'AT_IN_FUTURE',
        'Nobody knows how it will stand. Choose a moment that has passed.',
        { field: 'query.at' },
      );
    }
    const own = (await readPast(knex, [entity.id], at)).get(entity.id);
    const summary = own?.summary;
    const checklist =
      summary && (await registry.version(knex, summary.checklist_digest));
    if (!own || !summary || !checklist) {
      const begins = await historyBegins(knex, entity.id);
      throw ReadinessError.notFound(
        'NO_HISTORY',
        begins === undefined
          ? `Nothing is known yet of how ${entity.ref} stood.`
          : `How ${entity.ref} stood is known from ${new Date(
              begins,
            ).toISOString()} on. Choose a later moment.`,
        { field: 'query.at', details: { begins: begins ?? null } },
      );
    }
    const { id } = checklist.document;
    const { ancestors = [] } = summaryFacts(summary);
    const above = await readPast(
      knex,
      ancestors.map(one => one.id),
      at,
    );
    const visible = await this.visibleIds(caller, ancestors);
    const judged = judgeStored(
      { entity: asThen(entity, summary), summary, now: at },
      checklist,
      rowsOf(own, id),
      config,
      inheritedOf(
        checklist,
        ancestors,
        new Map([...above].map(([one, past]) => [one, rowsOf(past, id)])),
        new Set(ancestors.map(one => one.id).filter(one => !visible.has(one))),
      ),
    );
    const standing = nobody(caller);
    return {
      ...readinessViewOf(judged, { standing, policy: config }),
      canEvaluate: { allowed: false, reason: 'not_permitted' },
    };
  }

  private async visibleIds(
    caller: Caller,
    ancestors: readonly { id: string }[],
  ): Promise<Set<string>> {
    if (ancestors.length === 0) return new Set();
    const { access, database } = this.deps;
    const query = database.knex('directory_entities as v').whereIn(
      'v.id',
      ancestors.map(({ id }) => id),
    );
    (await access.visibility(caller)).apply(query, 'v');
    const ids: (string | number)[] = await query.pluck('v.id');
    return new Set(ids.map(String));
  }
}

function rowsOf(past: PastEntity, checklistId: string): Map<string, ItemRow> {
  return new Map(
    [...past.rows.values()]
      .filter(row => row.checklist_id === checklistId)
      .map(row => [row.item_id, row]),
  );
}

/** What decides about items is as it was; its name is as it is. */
function asThen<
  T extends {
    tier: number;
    phase: string;
    ownerRef?: string;
    systemRef?: string;
    lifecycle?: string;
  },
>(entity: T, row: SummaryRow): T {
  return {
    ...entity,
    tier: row.tier,
    phase: row.phase,
    ownerRef: row.owner_ref || undefined,
    systemRef: row.system_ref ?? undefined,
    lifecycle: row.lifecycle || undefined,
  };
}

/** The past can be read and not changed, whoever reads it. */
function nobody(caller: Caller): Standing {
  return {
    caller: { ...caller, kind: 'service', isAdmin: false, principals: [] },
    isOwner: false,
    hasOwner: true,
    forOthers: false,
    mayAttest: false,
    mayAccept: false,
  };
}
