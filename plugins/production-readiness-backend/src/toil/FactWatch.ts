import {
  hasEnoughCoverage,
  QUARTER_WEEKS,
  ToilFacts,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { ToilConfig } from './config';
import { readFacts } from './facts';
import { quartersBefore } from './quarters';
import { readTeamVisibility } from './TeamPrivacy';

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
    const { previousFrom, to } = quartersBefore(currentWeek);
    if (!weeks.some(week => week >= previousFrom && week <= to)) {
      await work();
      return;
    }
    // The teams above include these teams' figures.
    const groups: string[] = await tx('directory_memberships')
      .whereIn('member_ref', [...written])
      .distinct()
      .pluck('group_ref');
    const visibility = await readTeamVisibility(tx, config.minimumTeamSize);
    const read = () =>
      readFacts(tx, groups, visibility, { config, currentWeek });

    const before = await read();
    await work();
    const after = await read();
    const changed = groups.filter(
      ref => !sameForOthers(before.get(ref), after.get(ref)),
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
