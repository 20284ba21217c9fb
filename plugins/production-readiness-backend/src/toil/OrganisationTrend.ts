import {
  addWeeks,
  lastQuarter,
  OrganisationToil,
  QUARTER_WEEKS,
  weekOfInstant,
  weeksBetween,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { ShortMemory } from '../access/ShortMemory';
import { Clock } from '../database';
import { Visibility } from '../directory';
import { ToilConfig } from './config';
import { quartersOf } from './overviews';
import { readWeeks } from './overviewStore';
import { weekView } from './report';
import { readTeams } from './Teams';

const YEAR_QUARTERS = 4;

/** As old as what the catalog decided of a caller may be. */
const KEPT_MILLISECONDS = 60_000;

/**
 * The toil of all teams that somebody may see, together, over a year.
 *
 * Who may see which team depends on everybody's memberships, and the sums are
 * of every team: far too much for each opening of a page whose full weeks
 * hardly change. An answer is therefore kept for a minute, for callers of the
 * same Groups to whom the catalog shows the same. That a team stops showing its
 * figures ends it at once, in every process.
 */
export class OrganisationTrend {
  // An answer lives no longer than the catalog's decision that it stands on.
  private readonly kept = new WeakMap<
    Visibility,
    ShortMemory<OrganisationToil>
  >();

  constructor(
    private readonly options: {
      knex: Knex;
      clock: Clock;
      config: ToilConfig;
    },
  ) {}

  /** At most a minute old, in one short statement when it is kept. */
  async read(caller: Caller, visible: Visibility): Promise<OrganisationToil> {
    const memory =
      this.kept.get(visible) ??
      new ShortMemory<OrganisationToil>(KEPT_MILLISECONDS, 500);
    this.kept.set(visible, memory);
    const groups =
      caller.kind === 'user'
        ? caller.principals.filter(ref => ref.startsWith('group:'))
        : [];
    const key = [await this.choices(), ...groups.sort()].join(' ');
    return memory.get(key, () => this.compute(caller, visible));
  }

  /** Differs after any team has chosen anew whether it shows its figures. */
  private async choices(): Promise<string> {
    const [row] = await this.options
      .knex('toil_teams')
      .sum({ choices: 'version' });
    return String(row.choices ?? 0);
  }

  private async compute(
    caller: Caller,
    visible: Visibility,
  ): Promise<OrganisationToil> {
    const { knex, clock, config } = this.options;
    const teams = await readTeams(knex, { ...config, visible });
    const view = teams.view(caller);
    const included = new Set(
      [...teams.visibility.hierarchy.nodes.keys()].flatMap(
        ref => view.teamsIn(ref) ?? [],
      ),
    );
    const currentWeek = weekOfInstant(await clock.now(knex), config.timeZone);
    const { to } = lastQuarter(currentWeek);
    const back = (quarters: number) =>
      addWeeks(to, 1 - QUARTER_WEEKS * quarters);
    const weeks = await readWeeks(knex, [...included], {
      // One more, since the state of the first looks back as well.
      from: back(YEAR_QUARTERS + 1),
      to,
    });
    const byWeek = new Map(weeks.map(({ week, totals }) => [week, totals]));
    return {
      teamsIncluded: included.size,
      denominator: config.denominator,
      targets: config.targets,
      weeks: weeksBetween(back(YEAR_QUARTERS), to).map(week =>
        weekView(week, byWeek.get(week)),
      ),
      quarters: quartersOf(weeks, {
        quarters: YEAR_QUARTERS,
        currentWeek,
        config,
        targetChanges: [],
      }),
    };
  }
}
