import {
  addWeeks,
  followUp,
  futureWeekProblem,
  lastQuarter,
  paybackWeeks,
  QUARTER_WEEKS,
  ReadinessError,
  ToilDecisionInput,
  ToilDecisionView,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { runOnce } from '../database';
import { groupChain, Journal } from '../journal';
import { Caller } from '../access/Caller';
import { ToilConfig } from './config';
import * as store from './DecisionStore';
import { readWeeks } from './overviewStore';
import { labelOf } from './report';
import { TeamWriter } from './TeamWriter';

/** What decisions need of the other parts. */
export interface ToilDecidingOptions {
  team: TeamWriter;
  journal: Journal;
  config: ToilConfig;
}

/** A decision of a team, by what its caller read. */
interface DecisionKey {
  id: string;
  version: number;
}

/**
 * What a team decides to automate or to stop. Any member may record, change
 * and delete a decision; nobody knows which of them it was.
 */
export class ToilDeciding {
  constructor(private readonly options: ToilDecidingOptions) {}

  /** Records a decision. */
  async add(
    caller: Caller,
    groupRef: string,
    input: ToilDecisionInput,
    key: string | undefined,
  ): Promise<{ id: string; version: number }> {
    const { team } = this.options;
    return team.write(caller, groupRef, async (tx, group, at) => {
      const week = this.check(input, at);
      return runOnce(
        tx,
        {
          key,
          operationId: 'addToilDecision',
          // Not the person: the table of keys must not tell who decided.
          actor: `member of ${group}`,
          request: { group, input },
          at,
        },
        async () => {
          const added = await store.insertDecision(tx, group, input, week);
          await this.record(tx, group, 'decided', input, at);
          return added;
        },
      );
    });
  }

  /** Changes a decision; the whole of it is given. */
  async update(
    caller: Caller,
    groupRef: string,
    { id, version }: DecisionKey,
    input: ToilDecisionInput,
  ): Promise<{ id: string; version: number }> {
    const { team } = this.options;
    return team.write(caller, groupRef, async (tx, group, at) => {
      this.check(input, at);
      const key = { groupRef: group, id, version };
      if (!(await store.replaceDecision(tx, key, input))) {
        throw await this.outdated(tx, group, id);
      }
      await this.record(tx, group, 'decision-changed', input, at);
      return { id, version: version + 1 };
    });
  }

  /** Deletes a decision. */
  async remove(
    caller: Caller,
    groupRef: string,
    { id, version }: DecisionKey,
  ): Promise<void> {
    const { team } = this.options;
    await team.write(caller, groupRef, async (tx, group, at) => {
      const before = await this.find(tx, group, id);
      const key = { groupRef: group, id, version };
      if (!before || !(await store.deleteDecision(tx, key))) {
        throw await this.outdated(tx, group, id);
      }
      await this.record(tx, group, 'decision-deleted', before, at);
    });
  }

  /**
   * A Group's decisions, and what became of them.
   *
   * @param included - the Groups that the caller's figures are made of
   * @param member - others don't get the team's own words
   */
  async list(
    connection: Knex,
    groupRef: string,
    options: {
      included: readonly string[];
      currentWeek: string;
      member: boolean;
    },
  ): Promise<ToilDecisionView[]> {
    const { included, currentWeek, member } = options;
    const decisions = await store.listDecisions(connection, groupRef);
    if (decisions.length === 0) return [];
    const quarter = lastQuarter(currentWeek);
    const from = decisions.reduce((first, { liveFrom }) => {
      const start = addWeeks(liveFrom ?? currentWeek, -QUARTER_WEEKS);
      return start < first ? start : first;
    }, quarter.from);
    const recorded = await readWeeks(connection, included, {
      from,
      to: quarter.to,
    });
    const categories = [...new Set(decisions.map(one => one.category))];
    const minutes = new Map(
      (
        await store.readCategoryWeeks(connection, included, categories, from)
      ).map(row => [`${row.week} ${row.category}`, row.minutes]),
    );
    return decisions.map(({ what, ...decision }) => {
      const weeks = recorded.map(({ week }) => ({
        week,
        minutes: minutes.get(`${week} ${decision.category}`) ?? 0,
      }));
      const inQuarter = weeks
        .filter(({ week }) => week >= quarter.from)
        .reduce((sum, week) => sum + week.minutes, 0);
      return {
        ...decision,
        ...(member && what !== undefined && { what }),
        label: labelOf(decision.category, this.options.config),
        minutesPerWeek: Math.round(inQuarter / QUARTER_WEEKS),
        paybackWeeks:
          decision.kind === 'stop'
            ? null
            : paybackWeeks({
                buildHours: decision.buildHours,
                savedPerWeek: inQuarter / QUARTER_WEEKS / 60,
                upkeepPerWeek: decision.upkeepHours,
              }),
        followUp: decision.liveFrom
          ? followUp(
              weeks,
              decision.liveFrom,
              currentWeek,
              decision.upkeepHours * 60,
            )
          : null,
      };
    });
  }

  /** @returns the running week */
  private check(input: ToilDecisionInput, at: number): string {
    const { categories, timeZone } = this.options.config;
    if (!categories.some(({ id }) => id === input.category)) {
      throw ReadinessError.badInput(
        'UNKNOWN_CATEGORY',
        `There is no category "${input.category}". Take one of: ${categories
          .map(({ id }) => id)
          .join(', ')}.`,
        { field: 'body.category' },
      );
    }
    const week = weekOfInstant(at, timeZone);
    const future = input.liveFrom && futureWeekProblem(input.liveFrom, week);
    if (future) {
      throw ReadinessError.badInput('WEEK_IN_FUTURE', future, {
        field: 'body.liveFrom',
      });
    }
    return week;
  }

  private async find(tx: Knex.Transaction, group: string, id: string) {
    const all = await store.listDecisions(tx, group);
    return all.find(decision => decision.id === id);
  }

  private async outdated(tx: Knex.Transaction, group: string, id: string) {
    const current = await this.find(tx, group, id);
    if (!current) {
      return ReadinessError.notFound(
        'DECISION_NOT_FOUND',
        'This decision is not there any more; perhaps a colleague deleted it. Reload the page.',
        { field: 'path.decisionId' },
      );
    }
    return ReadinessError.preconditionFailed(
      'DECISION_CHANGED',
      'A colleague changed this decision in the meantime. Look at what it says now, then decide again.',
      { details: { current } },
    );
  }

  private async record(
    tx: Knex.Transaction,
    group: string,
    what: string,
    { kind, category, liveFrom, dropped }: ToilDecisionInput,
    at: number,
  ): Promise<void> {
    await this.options.journal.append(tx, {
      chain: groupChain(group),
      actor: `member of ${group}`,
      action: `toil.${what}`,
      subject: { group, kind, category, liveFrom, dropped },
      at,
    });
  }
}
