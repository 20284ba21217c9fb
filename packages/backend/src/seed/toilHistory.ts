import {
  DEFAULT_TOIL_CATEGORIES,
  ToilEntryInput,
  ToilNature,
  ToilTrigger,
  weekOfInstant,
} from '@prodready/backstage-plugin-production-readiness-common';
import { writesJapanese } from './Answers';
import { Chance } from './Chance';
import { NOTES, TEAM_HABITS, TeamHabits } from './teams';
import { Timeline } from './Timeline';
import { planToilDecisions, remainingBurden } from './toilDecisions';
import { World } from './World';

const WEEKS = 27;
const WEEK_DAYS = 7;
const MINUTES_A_MEMBER = 1100;
const ENGINEERING = ['automation', 'reliability_project', 'feature_work'];

/** Plans half a year of recorded work for the teams of the demo. */
export function planToil(timeline: Timeline, world: World): void {
  planToilDecisions(timeline, world);
  for (const habits of TEAM_HABITS) {
    const team = new TeamAtWork(world, habits);
    for (let ago = WEEKS; ago >= 0; ago -= 1) {
      const when = world.daysAgo(ago * WEEK_DAYS) - 3_600_000;
      for (const entry of team.week(when, ago)) {
        timeline.at(when, () => team.log(entry));
      }
    }
  }
}

/** One team and its week. */
class TeamAtWork {
  private readonly chance: Chance;
  private readonly groupRef: string;
  private readonly members: string[];
  /** What the team owns; about every third entry says what it was for. */
  private readonly owned: string[];

  constructor(
    private readonly world: World,
    private readonly habits: TeamHabits,
  ) {
    this.groupRef = `group:default/${habits.group}`;
    this.chance = new Chance(`toil of ${habits.group}`);
    this.members = world.membersOf(this.groupRef);
    this.owned = world.entities
      .filter(
        ({ kind, team }) => kind === 'component' && team === this.groupRef,
      )
      .map(({ ref }) => ref);
  }

  /**
   * The entries of a week.
   *
   * @param when - a moment in it (ms)
   * @param ago - how many weeks before the end of the half year
   */
  week(when: number, ago: number): ToilEntryInput[] {
    const { chance, habits } = this;
    const progress = (WEEKS - ago) / WEEKS;
    if (!chance.happens(habits.diligence)) {
      return [];
    }
    const week = weekOfInstant(when, 'UTC');
    const minutes =
      this.members.length * MINUTES_A_MEMBER * (0.7 + chance.next() * 0.6);
    const share =
      habits.toil - habits.drift * (1 - progress) + (chance.next() - 0.5) * 0.1;
    const toil = Math.max(0.05, Math.min(0.95, share));
    return [
      ...this.toil(week, minutes * toil, ago * WEEK_DAYS),
      ...this.engineering(week, minutes * (1 - toil), toil),
      this.entry(week, minutes * 0.12, 'overhead', 'meeting_admin'),
      ...(chance.happens(0.3)
        ? [this.entry(week, minutes * 0.05, 'unsure', 'other')]
        : []),
    ];
  }

  /** Records an entry as one of the members. */
  async log(entry: ToilEntryInput): Promise<void> {
    await this.world.readiness.toil.logging.log(
      this.world.person(this.chance.oneOf(this.members)),
      this.groupRef,
      entry,
      undefined,
    );
  }

  /** Half of it goes to the largest burden, and so on. */
  private toil(
    week: string,
    minutes: number,
    daysAgo: number,
  ): ToilEntryInput[] {
    const { burdens, group } = this.habits;
    return burdens.map((category, index) => {
      const isLast = index === burdens.length - 1;
      const part = 0.5 ** (isLast ? index : index + 1);
      const left = remainingBurden(group, category, daysAgo);
      return this.entry(week, minutes * part * left, 'toil', category);
    });
  }

  private engineering(
    week: string,
    minutes: number,
    toilShare: number,
  ): ToilEntryInput[] {
    // What of the reactive work is no toil: finding causes never seen before.
    const reactive = Math.max(0, this.habits.reactive - toilShare * 0.75);
    const research = Math.min(0.9, reactive / (1 - toilShare));
    return [
      ...(research > 0.03
        ? [
            this.entry(
              week,
              minutes * research,
              'engineering',
              'incident_analysis',
            ),
          ]
        : []),
      this.entry(
        week,
        minutes * (1 - research),
        'engineering',
        this.chance.oneOf(ENGINEERING),
      ),
    ];
  }

  private entry(
    week: string,
    minutes: number,
    nature: ToilNature,
    category: string,
  ): ToilEntryInput {
    const { chance, habits } = this;
    const note = chance.oneOf(NOTES);
    return {
      week,
      // People round to quarters of an hour.
      minutes: Math.min(10_080, Math.max(15, Math.round(minutes / 15) * 15)),
      trigger: triggerOf(category),
      nature,
      category,
      carriedBy: habits.lone ? '1' : chance.oneOf(['1', '2', '3plus'] as const),
      ...(nature === 'toil' &&
        this.owned.length > 0 &&
        chance.happens(0.35) && { entityRef: chance.oneOf(this.owned) }),
      ...(nature === 'toil' && {
        occurrences: chance.between(1, 12),
        automatable: chance.oneOf(['yes', 'no', 'unknown'] as const),
      }),
      ...(chance.happens(0.2) && {
        note: writesJapanese(this.world, chance.oneOf(this.members))
          ? note.ja
          : note.en,
      }),
    };
  }
}

function triggerOf(category: string): ToilTrigger {
  return (
    DEFAULT_TOIL_CATEGORIES.find(({ id }) => id === category)?.trigger ??
    'proactive'
  );
}
