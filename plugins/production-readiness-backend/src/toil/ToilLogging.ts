import {
  futureWeekProblem,
  ReadinessError,
  dateOfInstant,
  ToilEntryInput,
  ToilEntryView,
  weekOfDate,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { runOnce } from '../database';
import { requireKnownCategory } from './categories';
import { ToilConfig } from './config';
import { requireReferences } from './references';
import { TeamWriter } from './TeamWriter';
import * as store from './ToilStore';
import { allocatedWeeks, lockWeeks } from './weekSums';

/** What a write answers. */
export interface SavedToil {
  entry: ToilEntryView;
  /** Entries of the same day, category and axes that were there before. */
  similar: number;
  /** Whether the week has no allocation that counts instead. */
  counted: boolean;
}

/**
 * Records, changes and deletes work of a team. Any member may do each of it:
 * an entry belongs to the team, and nobody knows who made it.
 *
 * A write changes the entry, the week's sums, the journal and, where a fact
 * that others read changed with it, the checklists, all in one transaction.
 */
export class ToilLogging {
  constructor(
    private readonly options: { team: TeamWriter; config: ToilConfig },
  ) {}

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
    return this.options.team.write(
      caller,
      groupRef,
      async (tx, group, at, visible) => {
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
            await requireReferences(tx, entry, visible);
            await lockWeeks(tx, group, [entry.week]);
            const view = await store.insertEntry(tx, group, entry);
            await this.options.team.summarise(
              tx,
              group,
              'toil.recorded',
              [entry.week],
              at,
            );
            const similar = await store.countSimilar(tx, group, view);
            // The stored answer outlives a deleted entry by a day; its note,
            // the one text that may name somebody, does not.
            const { note, ...withoutNote } = view;
            const counted = await this.counts(tx, group, entry.week);
            return { entry: withoutNote, similar, counted };
          },
        );
        return {
          ...saved,
          entry: { ...saved.entry, ...(entry.note && { note: entry.note }) },
        };
      },
    );
  }

  /** Changes an entry; the whole of it is given. */
  async update(
    caller: Caller,
    groupRef: string,
    id: string,
    version: number,
    input: ToilEntryInput,
  ): Promise<SavedToil> {
    return this.options.team.write(
      caller,
      groupRef,
      async (tx, group, at, visible) => {
        const before = await this.find(tx, group, id);
        const entry = this.check(input, at, before);
        await requireReferences(tx, entry, visible, before);
        const weeks = [...new Set([before.week, entry.week])];
        await lockWeeks(tx, group, weeks);
        const changed = await store.replaceEntry(tx, id, version, entry);
        if (!changed) throw await this.outdated(tx, group, id);
        await this.options.team.summarise(tx, group, 'toil.changed', weeks, at);
        return {
          entry: changed,
          similar: await store.countSimilar(tx, group, changed),
          counted: await this.counts(tx, group, changed.week),
        };
      },
    );
  }

  /** Deletes an entry. */
  async remove(
    caller: Caller,
    groupRef: string,
    id: string,
    version: number,
  ): Promise<void> {
    await this.options.team.write(caller, groupRef, async (tx, group, at) => {
      const before = await this.find(tx, group, id);
      await lockWeeks(tx, group, [before.week]);
      if (!(await store.deleteEntry(tx, id, version))) {
        throw await this.outdated(tx, group, id);
      }
      await this.options.team.summarise(
        tx,
        group,
        'toil.deleted',
        [before.week],
        at,
      );
    });
  }

  /** Checks what only this organisation knows: its cap, categories and time. */
  private check(
    input: ToilEntryInput,
    at: number,
    before?: ToilEntryView,
  ): store.NewToilEntry {
    const { minutesCap, timeZone } = this.options.config;
    const { week: givenWeek, date, ...rest } = input;
    if (input.minutes > minutesCap) {
      throw ReadinessError.badInput(
        'TOO_MANY_MINUTES',
        `${input.minutes} minutes are more than one entry may hold here (${minutesCap}). Split it, or check the unit.`,
        { field: 'body.minutes' },
      );
    }
    requireKnownCategory(this.options.config, input.category, {
      field: 'body.category',
      kept: [before?.category],
    });
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

  private async counts(tx: Knex.Transaction, group: string, week: string) {
    return (await allocatedWeeks(tx, group, [week])).size === 0;
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
}
