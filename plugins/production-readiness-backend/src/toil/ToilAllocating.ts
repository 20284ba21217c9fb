import {
  AllocationInput,
  AllocationView,
  apportion,
  futureWeekProblem,
  ReadinessError,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { proposeAllocation } from './allocationProposal';
import * as store from './AllocationStore';
import { requireKnownCategory } from './categories';
import { ToilConfig } from './config';
import { TeamWriter } from './TeamWriter';
import { lockWeeks } from './weekSums';

/**
 * Splits a team's week in percent. Any member may: an allocation is the
 * team's, and nobody knows who made it.
 *
 * A week that has one counts by it alone; its entries stay, and count again
 * once it is removed.
 */
export class ToilAllocating {
  constructor(
    private readonly options: {
      knex: Knex;
      team: TeamWriter;
      config: ToilConfig;
    },
  ) {}

  /** The allocation of a week, or what one would start from. */
  async read(
    caller: Caller,
    groupRef: string,
    week: string,
  ): Promise<AllocationView> {
    const { knex, team } = this.options;
    return this.view(knex, await team.findGroup(caller, groupRef), week);
  }

  /**
   * Splits a week, in place of the version that the caller read.
   *
   * @param version - 0 where there is no allocation yet
   * @throws ReadinessError 412 ALLOCATION_CHANGED with the current one
   */
  async replace(
    caller: Caller,
    groupRef: string,
    week: string,
    version: number,
    input: AllocationInput,
  ): Promise<AllocationView> {
    const { team, config } = this.options;
    return team.write(caller, groupRef, async (tx, group, at) => {
      const future = futureWeekProblem(
        week,
        weekOfInstant(at, config.timeZone),
      );
      if (future) {
        throw ReadinessError.badInput('WEEK_IN_FUTURE', future, {
          field: 'path.week',
        });
      }
      await lockWeeks(tx, group, [week]);
      const before = await this.requireVersion(tx, group, week, version);
      input.parts.forEach(({ category }, index) =>
        requireKnownCategory(config, category, {
          field: `body.parts.${index}.category`,
          kept: before?.parts.map(part => part.category),
        }),
      );
      const parts = input.parts.filter(({ percent }) => percent > 0);
      const capacityMinutes =
        input.capacityMinutes ?? (await this.capacityOf(tx, group));
      if (capacityMinutes === null) {
        throw ReadinessError.badInput(
          'CAPACITY_UNKNOWN',
          `Nobody is directly in ${group}, so it is not known what 100 % are. Say how many minutes the team worked in the week.`,
          { field: 'body.capacityMinutes' },
        );
      }
      const minutes = apportion(
        capacityMinutes,
        parts.map(({ percent }) => percent),
      );
      await store.replaceAllocation(tx, group, week, {
        version: version + 1,
        capacityMinutes,
        parts: parts.map((part, index) => ({
          ...part,
          minutes: minutes[index],
        })),
      });
      await team.summarise(tx, group, 'toil.allocated', [week], at);
      return this.view(tx, group, week);
    });
  }

  /** Removes an allocation; the week's entries count again. */
  async remove(
    caller: Caller,
    groupRef: string,
    week: string,
    version: number,
  ): Promise<void> {
    const { team } = this.options;
    await team.write(caller, groupRef, async (tx, group, at) => {
      await lockWeeks(tx, group, [week]);
      const before = await this.requireVersion(tx, group, week, version);
      if (!before) {
        throw ReadinessError.notFound(
          'ALLOCATION_NOT_FOUND',
          `${week} has no allocation. Reload the page to see what counts.`,
          { field: 'path.week' },
        );
      }
      await store.removeAllocation(tx, group, week);
      await team.summarise(tx, group, 'toil.allocation_removed', [week], at);
    });
  }

  private async view(
    connection: Knex,
    group: string,
    week: string,
  ): Promise<AllocationView> {
    const found = await store.findAllocation(connection, group, week);
    return {
      week,
      version: found?.version ?? 0,
      capacityMinutes:
        found?.capacityMinutes ?? (await this.capacityOf(connection, group)),
      parts: found?.parts ?? [],
      entries: await store.countEntries(connection, group, week),
      proposal: await proposeAllocation(connection, group, week),
    };
  }

  private async capacityOf(
    connection: Knex,
    group: string,
  ): Promise<number | null> {
    const people = await store.countDirectMembers(connection, group);
    return people * this.options.config.capacityMinutesPerMember || null;
  }

  private async requireVersion(
    tx: Knex.Transaction,
    group: string,
    week: string,
    version: number,
  ): Promise<store.Allocation | undefined> {
    const current = await store.findAllocation(tx, group, week);
    if ((current?.version ?? 0) === version) return current;
    throw ReadinessError.preconditionFailed(
      'ALLOCATION_CHANGED',
      current
        ? 'A colleague split this week in the meantime. Look at how, then decide again.'
        : 'A colleague removed the allocation of this week in the meantime.',
      {
        field: 'header.If-Match',
        details: { current: await this.view(tx, group, week) },
      },
    );
  }
}
