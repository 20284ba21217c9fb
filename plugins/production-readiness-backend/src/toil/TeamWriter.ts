import { toilLogPermission } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { Clock, ReadinessDatabase } from '../database';
import { Directory, Visibility } from '../directory';
import { groupChain, Journal } from '../journal';
import { ToilConfig } from './config';
import { FactWatch } from './FactWatch';
import { requireMember } from './TeamPrivacy';
import { lockWeeks, sumUpWeeks } from './weekSums';

/** What a write about a team's toil needs of the other parts. */
export interface TeamWriterOptions {
  database: ReadinessDatabase;
  clock: Clock;
  journal: Journal;
  access: Access;
  directory: Directory;
  factWatch: FactWatch;
  config: ToilConfig;
}

/**
 * What every write about a team's toil has in common: only members do it, in
 * one transaction, and the week's sums, the journal and the facts that others
 * read of the team follow within it.
 */
export class TeamWriter {
  constructor(private readonly options: TeamWriterOptions) {}

  /**
   * Finds the Group, refuses everybody but its members, and does the work.
   *
   * @param work - gets the Group's canonical ref and the time
   * @throws ReadinessError 404 when the caller's catalog has no such Group,
   *   403 when they are no member of it
   */
  async write<T>(
    caller: Caller,
    groupRef: string,
    work: (
      tx: Knex.Transaction,
      group: string,
      at: number,
      visible: Visibility,
    ) => Promise<T>,
  ): Promise<T> {
    const { database, clock, access } = this.options;
    const group = await this.findGroup(caller, groupRef);
    // Asked for before the transaction: it may have to ask the catalog.
    const visible = await access.visibility(caller);
    return database.transaction(async tx =>
      work(tx, group, await clock.now(tx), visible),
    );
  }

  /**
   * The canonical ref of a Group that the caller may record for.
   *
   * @throws ReadinessError as {@link TeamWriter.write}
   */
  async findGroup(caller: Caller, groupRef: string): Promise<string> {
    const { database, access, directory } = this.options;
    const visible = await access.visibility(caller);
    const { ref } = await directory.findEntity(
      database.knex,
      groupRef,
      visible,
    );
    await access.authorize(caller, toilLogPermission, ref);
    requireMember(caller, ref);
    return ref;
  }

  /**
   * Brings sums, journal and facts in line with what is recorded now. The
   * caller holds the locks of the weeks. The line names no person and holds no
   * note: the Group, the week and its totals.
   *
   * @param action - `toil.<what happened>`
   */
  async summarise(
    tx: Knex.Transaction,
    group: string,
    action: string,
    weeks: readonly string[],
    at: number,
  ): Promise<void> {
    const { journal, factWatch, config } = this.options;
    const write = { groups: [group], weeks, at, config };
    await factWatch.around(tx, write, async () => {
      for (const [week, totals] of await sumUpWeeks(tx, group, weeks)) {
        await journal.append(tx, {
          chain: groupChain(group),
          actor: `member of ${group}`,
          action,
          subject: { group, week, totals: { ...totals } },
          at,
        });
      }
    });
  }

  /**
   * The same for all that an import brought, with one line for each Group: it
   * holds the totals of every week that changed.
   */
  async summariseImport(
    tx: Knex.Transaction,
    weeksOf: ReadonlyMap<string, ReadonlySet<string>>,
    at: number,
  ): Promise<void> {
    const { journal, factWatch, config } = this.options;
    const groups = [...weeksOf.keys()].sort();
    const weeks = [...new Set([...weeksOf.values()].flatMap(own => [...own]))];
    // Groups in order, as weeks are within: two imports can't wait for each
    // other.
    for (const group of groups) {
      await lockWeeks(tx, group, [...(weeksOf.get(group) ?? [])]);
    }
    await factWatch.around(tx, { groups, weeks, at, config }, async () => {
      for (const group of groups) {
        const own = [...(weeksOf.get(group) ?? [])].sort();
        const sums = await sumUpWeeks(tx, group, own);
        await journal.append(tx, {
          chain: groupChain(group),
          actor: `member of ${group}`,
          action: 'toil.imported',
          subject: {
            group,
            weeks: Object.fromEntries(
              [...sums].map(([week, totals]) => [week, { ...totals }]),
            ),
          },
          at,
        });
      }
    });
  }
}
