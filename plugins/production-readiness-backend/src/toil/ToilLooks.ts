import {
  addWeeks,
  dateOfInstant,
  firstDayOfWeek,
  ToilLook,
  weekOfDate,
} from '@prodready/backstage-plugin-production-readiness-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { ReadinessDatabase } from '../database';
import { Directory, Visibility } from '../directory';
import { groupTitle } from './groupTitle';
import { Teams } from './Teams';

/** Where a look came from that no Group stands for. */
const OUTSIDE = 'outside';
const SERVICE = 'service';

/** How long a look may wait until it is stored, in milliseconds. */
const DELAY = 1000;

/** The most looks that are remembered as stored. */
const REMEMBERED = 10_000;

/** One look at a team's figures, as it is stored. */
interface Look {
  group_ref: string;
  week: string;
  looked_from: string;
}

/**
 * Keeps, for each team, which groups looked at its figures in which week.
 *
 * A person is in nothing that is kept: of somebody's groups the smallest with
 * enough people is taken, and a group counts once a week however often it
 * looks. Reading does not wait
 * for it and does not fail with it.
 */
export class ToilLooks {
  private readonly waiting = new Map<string, Look>();
  private readonly stored = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly deps: {
      database: ReadinessDatabase;
      logger?: Pick<LoggerService, 'warn'>;
    },
  ) {}

  /** Notes that somebody who is no member saw a team's figures. */
  note(caller: Caller, groupRef: string, week: string, teams: Teams): void {
    const from = originOf(caller, teams);
    const look = { group_ref: groupRef, week, looked_from: from };
    const key = `${groupRef} ${week} ${from}`;
    if (!this.stored.has(key)) this.waiting.set(key, look);
    if (this.waiting.size === 0 || this.timer) return;
    this.timer = setTimeout(() => void this.store(), DELAY);
    // No reason to keep a process alive.
    this.timer.unref();
  }

  /** Stores what waits; what could not be stored waits for the next time. */
  async store(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = [...this.waiting];
    if (batch.length === 0) return;
    try {
      await this.deps.database
        .knex('toil_looks')
        .insert(batch.map(([, look]) => look))
        .onConflict(['group_ref', 'week', 'looked_from'])
        .ignore();
      for (const [key] of batch) {
        this.waiting.delete(key);
        this.stored.add(key);
      }
      if (this.stored.size > REMEMBERED) this.stored.clear();
    } catch (error) {
      this.deps.logger?.warn(
        `Which groups looked at the toil of teams could not be stored yet: ${error}`,
      );
    }
  }

  /** Who looked at a team, the latest first, as one of its members sees it. */
  async list(
    connection: Knex,
    groupRef: string,
    options: { directory: Directory; visible: Visibility },
  ): Promise<ToilLook[]> {
    await this.store();
    const rows: Look[] = await connection('toil_looks')
      .where({ group_ref: groupRef })
      .orderBy('week', 'desc')
      .orderBy('looked_from')
      .limit(200);
    const refs = [...new Set(rows.map(row => row.looked_from))].filter(ref =>
      ref.startsWith('group:'),
    );
    const titles = await this.titlesOf(connection, refs, options);
    const seen = new Set<string>();
    return rows.flatMap(row => {
      const by = lookedBy(row.looked_from, titles);
      // Several groups that this member may not see are one to them.
      const key = `${row.week} ${by.kind === 'group' ? by.ref : by.kind}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ week: row.week, from: firstDayOfWeek(row.week), by }];
    });
  }

  private async titlesOf(
    connection: Knex,
    refs: readonly string[],
    { directory, visible }: { directory: Directory; visible: Visibility },
  ): Promise<Map<string, string>> {
    if (refs.length === 0) return new Map();
    const query = connection('directory_entities as e')
      .whereIn('e.ref', [...refs])
      .whereNull('e.deleted_at')
      .pluck('e.ref');
    visible.apply(query, 'e');
    const groups = await directory.findByRefs(connection, await query);
    return new Map(groups.map(group => [group.ref, groupTitle(group)]));
  }
}

/** Deletes looks that are older than the notes of entries may be. */
export async function deleteOldLooks(
  tx: Knex,
  at: number,
  days: number,
): Promise<number> {
  const week = addWeeks(
    weekOfDate(dateOfInstant(at, 'UTC')),
    -Math.ceil(days / 7),
  );
  return tx('toil_looks').where('week', '<', week).delete();
}

/**
 * Where somebody looks from: the smallest of their groups that is large enough
 * to hide in. One only, as few people are in the same two.
 */
function originOf(caller: Caller, { visibility }: Teams): string {
  if (caller.kind === 'service') return SERVICE;
  const { hierarchy, minimum } = visibility;
  const [smallest] = caller.principals
    .filter(ref => hierarchy.size(ref) >= minimum)
    .sort((a, b) => hierarchy.size(a) - hierarchy.size(b) || (a < b ? -1 : 1));
  return smallest ?? OUTSIDE;
}

function lookedBy(
  from: string,
  titles: ReadonlyMap<string, string>,
): ToilLook['by'] {
  if (from === SERVICE) return { kind: 'service' };
  const title = titles.get(from);
  return title === undefined
    ? { kind: 'outside' }
    : { kind: 'group', ref: from, title };
}
