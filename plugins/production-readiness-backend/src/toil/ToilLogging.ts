import {
  futureWeekProblem,
  ReadinessError,
  dateOfInstant,
  toilLogPermission,
  ToilEntryInput,
  ToilEntryView,
  weekOfDate,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { Clock, ReadinessDatabase, runOnce } from '../database';
import { Directory } from '../directory';
import { groupChain, Journal } from '../journal';
import { ToilConfig } from './config';
import { FactWatch } from './FactWatch';
import { requireMember } from './TeamPrivacy';
import * as store from './ToilStore';

/** What a write answers. */
export interface SavedToil {
  entry: ToilEntryView;
  /** Entries of the same day, category and axes that were there before. */
  similar: number;
}

/** What logging needs of the other parts. */
export interface ToilLoggingOptions {
  database: ReadinessDatabase;
  clock: Clock;
  journal: Journal;
  access: Access;
  directory: Directory;
  factWatch: FactWatch;
  config: ToilConfig;
}

/**
 * Records, changes and deletes work of a team. Any member may do each of it:
 * an entry belongs to the team, and nobody knows who made it.
 *
 * A write changes the entry, the week's sums, the journal and, where a fact
 * that others read changed with it, the checklists, all in one transaction.
 */
export class ToilLogging {
  constructor(private readonly options: ToilLoggingOptions) {}

  /**
   * Records work.
   *
   * @param key - the caller's Idempotency-Key
   */
  async log(
    caller: Caller,
    groupRef: string,
    input: ToilEntryInput,
    key: string | undefined,
  ): Promise<SavedToil> {
    return this.write(caller, groupRef, async (tx, group, at) => {
      const entry = this.check(input, at);
      const saved = await runOnce(
        tx,
        {
          key,
          operationId: 'logToil',
          // Not the person: the table of keys must not tell who logged.
          actor: `member of ${group}`,
          request: { group, input },
          at,
        },
        async () => {
          await store.lockWeeks(tx, group, [entry.week]);
          const view = await store.insertEntry(tx, group, entry);
          await this.summarise(tx, group, 'recorded', [entry.week], at);
          const similar = await store.countSimilar(tx, group, view);
          // The stored answer outlives a deleted entry by a day; its note,
          // the one text that may name somebody, does not.
          const { note, ...withoutNote } = view;
          return { entry: withoutNote, similar };
        },
      );
      return {
        ...saved,
        entry: { ...saved.entry, ...(entry.note && { note: entry.note }) },
      };
    });
  }

  /** Changes an entry; the whole of it is given. */
  async update(
    caller: Caller,
    groupRef: string,
    id: string,
    version: number,
    input: ToilEntryInput,
  ): Promise<SavedToil> {
    return this.write(caller, groupRef, async (tx, group, at) => {
      const before = await this.find(tx, group, id);
      const entry = this.check(input, at, before);
      const weeks = [...new Set([before.week, entry.week])];
      await store.lockWeeks(tx, group, weeks);
      const changed = await store.replaceEntry(tx, id, version, entry);
      if (!changed) throw await this.outdated(tx, group, id);
      await this.summarise(tx, group, 'changed', weeks, at);
      return {
        entry: changed,
        similar: await store.countSimilar(tx, group, changed),
      };
    });
  }

  /** Deletes an entry. */
  async remove(
    caller: Caller,
    groupRef: string,
    id: string,
    version: number,
  ): Promise<void> {
    await this.write(caller, groupRef, async (tx, group, at) => {
      const before = await this.find(tx, group, id);
      await store.lockWeeks(tx, group, [before.week]);
      if (!(await store.deleteEntry(tx, id, version))) {
        throw await this.outdated(tx, group, id);
      }
      await this.summarise(tx, group, 'deleted', [before.week], at);
    });
  }

  private async write<T>(
    caller: Caller,
    groupRef: string,
    work: (tx: Knex.Transaction, group: string, at: number) => Promise<T>,
  ): Promise<T> {
    const { database, clock, access, directory } = this.options;
    const visible = await access.visibility(caller);
    const { ref } = await directory.findEntity(
      database.knex,
      groupRef,
      visible,
    );
    await access.authorize(caller, toilLogPermission, ref);
    requireMember(caller, ref);
    return database.transaction(async tx => work(tx, ref, await clock.now(tx)));
  }

  /** Checks what only this organisation knows: its cap, categories and time. */
  private check(
    input: ToilEntryInput,
    at: number,
    before?: ToilEntryView,
  ): store.NewToilEntry {
    const { minutesCap, categories, timeZone } = this.options.config;
    const { week: givenWeek, date, ...rest } = input;
    if (input.minutes > minutesCap) {
      throw ReadinessError.badInput(
        'TOO_MANY_MINUTES',
        `${input.minutes} minutes are more than one entry may hold here (${minutesCap}). Split it, or check the unit.`,
        { field: 'body.minutes' },
      );
    }
    // A category that was removed from the list stays on its old entries.
    const known =
      input.category === undefined ||
      input.category === before?.category ||
      categories.some(({ id }) => id === input.category);
    if (!known) {
      throw ReadinessError.badInput(
        'UNKNOWN_CATEGORY',
        `There is no category "${input.category}". Take one of: ${categories
          .map(({ id }) => id)
          .join(', ')}.`,
        { field: 'body.category' },
      );
    }
    const week = givenWeek ?? weekOfDate(date ?? '');
    const future = futureWeekProblem(week, weekOfInstant(at, timeZone));
    if (future) {
      throw ReadinessError.badInput('WEEK_IN_FUTURE', future, {
        field: givenWeek ? 'body.week' : 'body.date',
      });
    }
    const day = date ?? before?.date ?? dateOfInstant(at, timeZone);
    return { ...rest, week, date: day, source: before?.source ?? 'manual' };
  }

  private async find(
    tx: Knex.Transaction,
    group: string,
    id: string,
  ): Promise<ToilEntryView> {
    const entry = await store.findEntry(tx, group, id);
    if (entry) return entry;
    throw ReadinessError.notFound(
      'ENTRY_NOT_FOUND',
      'This entry is not there any more; perhaps a colleague deleted it. Reload the list.',
      { field: 'path.entryId' },
    );
  }

  private async outdated(tx: Knex.Transaction, group: string, id: string) {
    const current = await store.findEntry(tx, group, id);
    return ReadinessError.preconditionFailed(
      'ENTRY_CHANGED',
      current
        ? 'A colleague changed this entry in the meantime. Look at what it says now, then decide again.'
        : 'A colleague deleted this entry in the meantime.',
      { details: { current: current ?? null } },
    );
  }

  /** Brings sums, journal and facts in line with what the entries say now. */
  private async summarise(
    tx: Knex.Transaction,
    group: string,
    what: 'recorded' | 'changed' | 'deleted',
    weeks: string[],
    at: number,
  ): Promise<void> {
    const { journal, factWatch, config } = this.options;
    await factWatch.around(tx, { group, weeks, at, config }, async () => {
      for (const week of weeks) {
        const totals = await store.sumUpWeek(tx, group, week);
        await journal.append(tx, {
          chain: groupChain(group),
          actor: `member of ${group}`,
          action: `toil.${what}`,
          subject: { group, week, totals: { ...totals } },
          at,
        });
      }
    });
  }
}
