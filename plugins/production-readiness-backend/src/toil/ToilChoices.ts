import {
  ReadinessError,
  toilLogPermission,
  ToilTargetChange,
  ToilTargets,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { Clock, ReadinessDatabase } from '../database';
import { Directory } from '../directory';
import { groupChain, Journal } from '../journal';
import { ToilConfig } from './config';
import { FactWatch } from './FactWatch';
import { isMember, requireMember } from './TeamPrivacy';
import { readTeams } from './Teams';

/** What a team's choices need of the other parts. */
export interface ToilChoicesOptions {
  database: ReadinessDatabase;
  clock: Clock;
  journal: Journal;
  access: Access;
  directory: Directory;
  factWatch: FactWatch;
  config: ToilConfig;
}

/** What a team decides of its figures: its targets, and who may see them. */
export class ToilChoices {
  constructor(private readonly options: ToilChoicesOptions) {}

  /**
   * Sets a team's targets from the running week on; those before stay on
   * record. For members, and for administrators of the plugin.
   *
   * @param version - of the last change that the caller saw, 0 for none
   */
  async setTargets(
    caller: Caller,
    groupRef: string,
    version: number,
    targets: ToilTargets,
  ): Promise<{ version: number; targets: ToilTargetChange }> {
    const group = await this.find(caller, groupRef);
    if (!isMember(caller, group) && !caller.isAdmin)
      requireMember(caller, group);
    return this.write(caller, group, async (tx, at) => {
      const { config } = this.options;
      const { choices } = await readTeams(tx, { ...config, groupRef: group });
      const [before] = [...choices.targetChanges].reverse();
      if (choices.targetsVersion !== version) {
        throw ReadinessError.preconditionFailed(
          'TARGETS_CHANGED',
          'A colleague changed the targets in the meantime. Look at what they are now, then decide again.',
          {
            details: {
              current: before ?? null,
              version: choices.targetsVersion,
            },
          },
        );
      }
      const change = {
        fromWeek: weekOfInstant(at, config.timeZone),
        toil: targets.toil,
        reactive: targets.reactive,
      };
      await tx('toil_targets').insert({
        group_ref: group,
        version: version + 1,
        from_week: change.fromWeek,
        toil_tenths: Math.round(targets.toil * 10),
        reactive_tenths: Math.round(targets.reactive * 10),
      });
      return {
        action: 'toil.targets-changed',
        subject: { before: before ?? config.targets, after: change },
        answer: { version: version + 1, targets: change },
      };
    });
  }

  /**
   * Chooses whether a team that is too small to be seen shows its figures all
   * the same. For its members alone. The choice shows nothing of others: while
   * it would, the team stays hidden.
   */
  async setSharing(
    caller: Caller,
    groupRef: string,
    version: number,
    shares: boolean,
  ): Promise<{ version: number; shares: boolean; shownToOthers: boolean }> {
    const group = await this.find(caller, groupRef);
    requireMember(caller, group);
    const saved = await this.write(caller, group, async tx => {
      const changed = await tx('toil_teams')
        .where({ group_ref: group, version })
        .update({ shares, version: version + 1 });
      if (changed !== 1) {
        throw ReadinessError.preconditionFailed(
          'SHARING_CHANGED',
          'A colleague changed this in the meantime. Look at what it is now, then decide again.',
        );
      }
      const { visibility } = await readTeams(tx, this.options.config);
      return {
        action: shares ? 'toil.sharing-begun' : 'toil.sharing-ended',
        subject: {},
        answer: {
          version: version + 1,
          shares,
          shownToOthers: visibility.isShown(group),
        },
      };
    });
    return saved;
  }

  private async find(caller: Caller, groupRef: string): Promise<string> {
    const { database, access, directory } = this.options;
    const visible = await access.visibility(caller);
    const { ref } = await directory.findEntity(
      database.knex,
      groupRef,
      visible,
    );
    await access.authorize(caller, toilLogPermission, ref);
    return ref;
  }

  /** Holds the team's lock, and writes journal and facts with the change. */
  private async write<T>(
    caller: Caller,
    group: string,
    work: (
      tx: Knex.Transaction,
      at: number,
    ) => Promise<{ action: string; subject: JsonObject; answer: T }>,
  ): Promise<T> {
    const { database, clock, journal, factWatch, config } = this.options;
    return database.transaction(async tx => {
      const at = await clock.now(tx);
      let answer: T | undefined;
      await factWatch.aroundChoice(tx, { group, at, config }, async () => {
        const done = await work(tx, at);
        answer = done.answer;
        await journal.append(tx, {
          chain: groupChain(group),
          // As with entries: the team acts, not one of its members.
          actor: isMember(caller, group)
            ? `member of ${group}`
            : 'administrator',
          action: done.action,
          subject: { group, ...done.subject },
          at,
        });
      });
      return answer as T;
    });
  }
}
