import {
  hasEnoughCoverage,
  lastQuarter,
  QUARTER_WEEKS,
  TeamVisibility,
  ToilFacts,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { ToilConfig } from './config';
import { readFacts } from './facts';
import { lockTeams } from './teamLock';
import { readTeams } from './Teams';

/** Recomputes what is stored of entities; the evaluation's. */
export interface Reevaluation {
  reevaluate(
    tx: Knex.Transaction,
    entityIds: string[],
    at: number,
  ): Promise<void>;
}

/** The write that is watched. */
export interface WatchedWrite {
  groups: readonly string[];
  /** The weeks whose sums change. */
  weeks: readonly string[];
  at: number;
  config: ToilConfig;
}

/** What a team decides of its figures. */
export interface TeamChoice {
  group: string;
  at: number;
  config: ToilConfig;
}

/**
 * Notices when a write changes what checklists and lists read of a team, and
 * has the entities of that team evaluated anew, in the same transaction.
 *
 * Most writes are about the running week, which counts in no quarter yet: they
 * cost nothing here. Of the others most leave coverage and state as they are.
 */
export class FactWatch {
  constructor(private readonly evaluation: Reevaluation) {}

  /** Does the work and then whatever follows from it. */
  async around(
    tx: Knex.Transaction,
    { groups: written, weeks, at, config }: WatchedWrite,
    work: () => Promise<void>,
  ): Promise<void> {
    const currentWeek = weekOfInstant(at, config.timeZone);
    const { previousFrom, to } = lastQuarter(currentWeek);
    if (!weeks.some(week => week >= previousFrom && week <= to)) {
      await work();
      return;
    }
    // The teams above include these teams' figures.
    const groups: string[] = await tx('directory_memberships')
      .whereIn('member_ref', [...written])
      .distinct()
      .pluck('group_ref');
    // Two writers of different weeks, or of two teams below a third one, would
    // each compare without the other's week, and miss what they do together.
    await lockTeams(tx, groups);
    const { visibility } = await readTeams(tx, config);
    const read = () =>
      readFacts(tx, groups, visibility, { config, currentWeek });

    const before = await read();
    await work();
    await this.follow(tx, groups, before, await read(), at);
  }

  /**
   * Does what changes who sees which team, or what a team is judged by, and
   * then whatever follows from it.
   */
  async aroundChoice(
    tx: Knex.Transaction,
    { group, at, config }: TeamChoice,
    work: () => Promise<void>,
  ): Promise<void> {
    await lockTeams(tx, [group]);
    const currentWeek = weekOfInstant(at, config.timeZone);
    const { visibility: was } = await readTeams(tx, config);
    const read = (visibility: TeamVisibility, groups: string[]) =>
      readFacts(tx, groups, visibility, { config, currentWeek });
    const before = await read(was, [group]);
    await work();
    const { visibility: is } = await readTeams(tx, config);
    const others = [...was.hierarchy.nodes.keys()].filter(
      ref => ref !== group && was.isShown(ref) !== is.isShown(ref),
    );
    const groups = [group, ...others];
    // Of the others it is known that what people see of them has changed.
    await this.follow(tx, groups, before, await read(is, [group]), at, others);
  }

  private async follow(
    tx: Knex.Transaction,
    groups: string[],
    before: Map<string, ToilFacts>,
    after: Map<string, ToilFacts>,
    at: number,
    surely: string[] = [],
  ): Promise<void> {
    const changed = groups.filter(
      ref =>
        surely.includes(ref) || !sameForOthers(before.get(ref), after.get(ref)),
    );
    if (changed.length === 0) return;
    const owned: (string | number)[] = await tx('directory_entity_owners')
      .whereIn('owner_ref', changed)
      .distinct()
      .pluck('entity_id');
    if (owned.length > 0) {
      await this.evaluation.reevaluate(tx, owned.map(String), at);
    }
  }
}

function sameForOthers(a?: ToilFacts, b?: ToilFacts): boolean {
  return covered(a) === covered(b) && a?.publicState === b?.publicState;
}

function covered(facts?: ToilFacts): boolean {
  return hasEnoughCoverage((facts?.coverage ?? 0) * QUARTER_WEEKS);
}
