import {
  poolTotals,
  ToilAnswer,
  ToilEntryView,
  ToilWeek,
  toilReadPermission,
  totalsOf,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { Directory, DirectoryEntity } from '../directory';
import { Clock } from '../database';
import { findAllocation } from './AllocationStore';
import { ToilConfig } from './config';
import { quartersBefore } from './quarters';
import { groupTitle } from './groupTitle';
import { createReport, weekView } from './report';
import { isMember, readTeamVisibility, requireMember } from './TeamPrivacy';
import { listEntries, readSums } from './ToilStore';

/** What reading needs of the other parts. */
export interface ToilReadingOptions {
  knex: Knex;
  clock: Clock;
  access: Access;
  directory: Directory;
  config: ToilConfig;
}

/** Answers what a team recorded, to whoever may know. */
export class ToilReading {
  constructor(private readonly options: ToilReadingOptions) {}

  /**
   * A team's figures; for an outsider only when they point at nobody.
   *
   * In three statements: the Group, the people of all Groups, the sums.
   *
   * @throws ReadinessError 404 when the caller's catalog has no such Group
   */
  async team(caller: Caller, groupRef: string): Promise<ToilAnswer> {
    const { knex, clock, config } = this.options;
    const group = await this.findGroup(caller, groupRef);
    const visibility = await readTeamVisibility(knex, config.minimumTeamSize);
    const member = isMember(caller, group.ref);
    const shownToOthers = visibility.isShown(group.ref);
    const titled = { ref: group.ref, title: groupTitle(group) };
    if (!member && !shownToOthers) {
      return { access: 'hidden', group: titled, reason: 'too_few_people' };
    }

    const now = await clock.now(knex);
    const quarters = quartersBefore(weekOfInstant(now, config.timeZone));
    const sums = await readSums(knex, group.ref, {
      weeksFrom: quarters.previousFrom,
      weeksTo: quarters.currentWeek,
      categoriesFrom: quarters.from,
      categoriesTo: quarters.to,
    });
    return createReport({
      ...sums,
      group: titled,
      teamsIncluded: visibility.teamsBelow(group.ref),
      people: visibility.size(group.ref),
      quarters,
      config,
      member,
      shownToOthers,
    });
  }

  /**
   * What a team recorded in a week, for its members.
   *
   * @param week - the running one when left out
   * @throws ReadinessError 403 to everybody else, whatever the team's size
   */
  async entries(
    caller: Caller,
    groupRef: string,
    week: string | undefined,
  ): Promise<{
    week: ToilWeek;
    allocated: boolean;
    entries: ToilEntryView[];
  }> {
    const { knex, clock, config } = this.options;
    const group = await this.findGroup(caller, groupRef);
    requireMember(caller, group.ref);
    const asked = week ?? weekOfInstant(await clock.now(knex), config.timeZone);
    const entries = await listEntries(knex, group.ref, asked);
    const allocation = await findAllocation(knex, group.ref, asked);
    const counted = allocation?.parts ?? entries;
    const totals =
      counted.length > 0 ? poolTotals(counted.map(totalsOf)) : undefined;
    return {
      week: weekView(asked, totals),
      allocated: allocation !== undefined,
      entries,
    };
  }

  private async findGroup(
    caller: Caller,
    groupRef: string,
  ): Promise<DirectoryEntity> {
    const { knex, access, directory } = this.options;
    const visible = await access.visibility(caller);
    const group = await directory.findEntity(knex, groupRef, visible);
    await access.authorize(caller, toilReadPermission, group.ref);
    return group;
  }
}
