import {
  addWeeks,
  EntityToilAnswer,
  OrganisationToil,
  periodOf,
  poolTotals,
  QUARTER_WEEKS,
  ReadinessError,
  ToilAnswer,
  ToilEntryView,
  ToilDecisionView,
  ToilHidden,
  ToilLook,
  ToilPeriod,
  toilReadPermission,
  totalsOf,
  ToilTrendAnswer,
  ToilWeek,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { Directory, DirectoryEntity, Visibility } from '../directory';
import { Clock } from '../database';
import { findAllocation } from './AllocationStore';
import { ToilConfig } from './config';
import { groupTitle } from './groupTitle';
import { OrganisationTrend } from './OrganisationTrend';
import { entityFigures, quartersOf } from './overviews';
import { readEntitySums, readWeeks } from './overviewStore';
import { createReport, weekView } from './report';
import { isMember, requireMember } from './TeamPrivacy';
import { readTeams } from './Teams';
import { ToilDeciding } from './ToilDeciding';
import { ToilLooks } from './ToilLooks';
import { listEntries, listUnsure, readSums } from './ToilStore';

/** The weeks that somebody asked for. */
export interface AskedWeeks {
  from?: string;
  to?: string;
}

/** What reading needs of the other parts. */
export interface ToilReadingOptions {
  knex: Knex;
  clock: Clock;
  access: Access;
  directory: Directory;
  config: ToilConfig;
  looks: ToilLooks;
  deciding: ToilDeciding;
  organisation: OrganisationTrend;
}

/** Answers what a team recorded, to whoever may know. */
export class ToilReading {
  constructor(private readonly options: ToilReadingOptions) {}

  /**
   * A team's figures; for an outsider only when they point at nobody.
   *
   * In three statements: the Group, the people of all Groups, the sums.
   *
   * @param asked - first and last week, the last 13 full weeks without
   * @throws ReadinessError 404 when the caller's catalog has no such Group,
   *   400 for weeks that can't be answered
   */
  async team(
    caller: Caller,
    groupRef: string,
    asked: AskedWeeks = {},
  ): Promise<ToilAnswer> {
    const { knex, config, looks } = this.options;
    const { group, teams, included } = await this.teamFor(caller, groupRef);
    const { visibility, choices } = teams;
    const period = await this.period(asked);
    const titled = { ref: group.ref, title: groupTitle(group) };
    if (!included) {
      return { access: 'hidden', group: titled, reason: 'too_few_people' };
    }
    const member = isMember(caller, group.ref);
    if (!member) looks.note(caller, group.ref, period.currentWeek, teams);

    const sums = await readSums(knex, included, {
      weeksFrom: period.previousFrom,
      weeksTo: period.to,
      weeksAlso: period.currentWeek,
      categoriesFrom: period.from,
      categoriesTo: period.to,
    });
    return createReport({
      ...sums,
      group: titled,
      teamsIncluded: included.filter(ref => ref !== group.ref).length,
      leavesOut: teams.view(caller).leavesOut(group.ref),
      people: teams.countPeople(included),
      period,
      choices,
      config,
      member,
      shownToOthers: visibility.isShown(group.ref),
      isLarge: visibility.size(group.ref) >= visibility.minimum,
    });
  }

  /** A team's quarters, oldest first, the last full one included. */
  async trend(
    caller: Caller,
    groupRef: string,
    quarters: number,
  ): Promise<ToilTrendAnswer> {
    const { knex, config, looks } = this.options;
    const { group, teams, included } = await this.teamFor(caller, groupRef);
    const titled = { ref: group.ref, title: groupTitle(group) };
    if (!included) {
      return { access: 'hidden', group: titled, reason: 'too_few_people' };
    }
    const { currentWeek, to } = await this.period({});
    if (!isMember(caller, group.ref)) {
      looks.note(caller, group.ref, currentWeek, teams);
    }
    const weeks = await readWeeks(knex, included, {
      // One more, since the state of the first looks back as well.
      from: addWeeks(to, 1 - QUARTER_WEEKS * (quarters + 1)),
      to,
    });
    return {
      access: 'shown',
      group: titled,
      quarters: quartersOf(weeks, {
        quarters,
        currentWeek,
        config,
        targetChanges: teams.choices.targetChanges,
      }),
    };
  }

  /** All teams that the caller may see, together, over a year. */
  async organisation(caller: Caller): Promise<OrganisationToil> {
    const { access, organisation } = this.options;
    await access.authorizeReading(caller, toilReadPermission);
    return organisation.read(caller, await access.visibility(caller));
  }

  /**
   * What the team that owns an entity recorded for it. Only that team's: what
   * other teams did for it is theirs, and a hidden one among them must not be
   * read off the entities that it works for.
   */
  async entity(
    caller: Caller,
    entityRef: string,
    asked: AskedWeeks,
  ): Promise<EntityToilAnswer> {
    const { knex, access, directory, config, looks } = this.options;
    const visible = await access.visibility(caller);
    const entity = await directory.findEntity(knex, entityRef, visible);
    await access.authorizeReading(caller, toilReadPermission, entity.ref);
    const owner = entity.ownerRef;
    if (!owner?.startsWith('group:')) {
      return { access: 'hidden', reason: 'no_team' };
    }
    const teams = await readTeams(knex, { ...config, visible });
    const included = teams.view(caller).teamsIn(owner);
    if (!included) return { access: 'hidden', reason: 'too_few_people' };
    const period = await this.period(asked);
    if (!isMember(caller, owner)) {
      looks.note(caller, owner, period.currentWeek, teams);
    }
    const [group] = await directory.findByRefs(knex, [owner]);
    return {
      access: 'shown',
      group: { ref: owner, title: group ? groupTitle(group) : owner },
      period: { fromWeek: period.from, toWeek: period.to },
      ...entityFigures(
        await readEntitySums(knex, entity.ref, included, period),
        config,
      ),
    };
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
    const { knex, access, clock, config } = this.options;
    const group = await this.findGroup(
      caller,
      groupRef,
      await access.visibility(caller),
    );
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

  /**
   * Which groups looked at a team's figures, for its members.
   *
   * @throws ReadinessError 403 to everybody else
   */
  async looks(
    caller: Caller,
    groupRef: string,
  ): Promise<{ looks: ToilLook[] }> {
    const { knex, access, directory, looks } = this.options;
    const visible = await access.visibility(caller);
    const group = await this.findGroup(caller, groupRef, visible);
    requireMember(caller, group.ref);
    return { looks: await looks.list(knex, group.ref, { directory, visible }) };
  }

  /** What a team decided to automate or to stop, and what became of it. */
  async decisions(
    caller: Caller,
    groupRef: string,
  ): Promise<{ access: 'shown'; decisions: ToilDecisionView[] } | ToilHidden> {
    const { knex, deciding } = this.options;
    const { group, included } = await this.teamFor(caller, groupRef);
    if (!included) {
      return {
        access: 'hidden',
        group: { ref: group.ref, title: groupTitle(group) },
        reason: 'too_few_people',
      };
    }
    const { currentWeek } = await this.period({});
    return {
      access: 'shown',
      decisions: await deciding.list(knex, group.ref, {
        included,
        currentWeek,
        member: isMember(caller, group.ref),
      }),
    };
  }

  /** A Group, all teams, and the Groups that its figures are made of. */
  private async teamFor(caller: Caller, groupRef: string) {
    const { knex, access, config } = this.options;
    const visible = await access.visibility(caller);
    const group = await this.findGroup(caller, groupRef, visible);
    const teams = await readTeams(knex, {
      ...config,
      visible,
      groupRef: group.ref,
    });
    return { group, teams, included: teams.view(caller).teamsIn(group.ref) };
  }

  private async period(asked: AskedWeeks): Promise<ToilPeriod> {
    const { knex, clock, config } = this.options;
    const currentWeek = weekOfInstant(await clock.now(knex), config.timeZone);
    const period = periodOf(asked, currentWeek);
    if ('problem' in period) {
      throw ReadinessError.badInput('PERIOD_INVALID', period.problem, {
        field: `query.${period.end}`,
      });
    }
    return period;
  }

  /**
   * What a team has still to sort out, for its members.
   *
   * @throws ReadinessError 403 to everybody else
   */
  async unsure(
    caller: Caller,
    groupRef: string,
  ): Promise<{ entries: ToilEntryView[]; count: number }> {
    const { knex, clock, config, access } = this.options;
    const visible = await access.visibility(caller);
    const group = await this.findGroup(caller, groupRef, visible);
    requireMember(caller, group.ref);
    const current = weekOfInstant(await clock.now(knex), config.timeZone);
    return listUnsure(knex, group.ref, addWeeks(current, -QUARTER_WEEKS));
  }

  private async findGroup(
    caller: Caller,
    groupRef: string,
    visible: Visibility,
  ): Promise<DirectoryEntity> {
    const { knex, access, directory } = this.options;
    const group = await directory.findEntity(knex, groupRef, visible);
    await access.authorizeReading(caller, toilReadPermission, group.ref);
    return group;
  }
}
