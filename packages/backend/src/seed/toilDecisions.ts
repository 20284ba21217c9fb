import { weekOfInstant } from '@prodready/backstage-plugin-production-readiness-common';
import { Timeline } from './Timeline';
import { World } from './World';

/** The team of the demo that decides, and what its work becomes by that. */
export const DECIDING_TEAM = 'checkout-team';

/** Days before the end of the history. */
const AUTOMATED = 105;
const STOPPED = 56;

/**
 * How much of a burden is left some days before the end, once it was
 * automated or stopped.
 */
export function remainingBurden(
  group: string,
  category: string,
  daysAgo: number,
): number {
  if (group !== DECIDING_TEAM) return 1;
  if (category === 'manual_release' && daysAgo < AUTOMATED) return 0.3;
  if (category === 'customer_data_request' && daysAgo < STOPPED) return 0.4;
  return 1;
}

/** Plans what a team of the demo decided: a target, a script, and an end. */
export function planToilDecisions(timeline: Timeline, world: World): void {
  const group = `group:default/${DECIDING_TEAM}`;
  const [member] = world.membersOf(group);
  if (!member) return;
  const { choices, deciding } = world.readiness.toil;
  const person = world.person(member);
  const weekAt = (moment: number) => weekOfInstant(moment, 'UTC');

  timeline.at(world.daysAgo(140), () =>
    choices.setTargets(person, group, 0, { toil: 45, reactive: 50 }),
  );
  const automated = world.daysAgo(AUTOMATED);
  timeline.at(automated, () =>
    deciding.add(
      person,
      group,
      {
        kind: 'automate',
        category: 'manual_release',
        buildHours: 24,
        upkeepHours: 0.5,
        liveFrom: weekAt(automated),
        dropped: false,
      },
      undefined,
    ),
  );
  const stopped = world.daysAgo(STOPPED);
  timeline.at(stopped, () =>
    deciding.add(
      person,
      group,
      {
        kind: 'stop',
        category: 'customer_data_request',
        buildHours: 0,
        upkeepHours: 0,
        liveFrom: weekAt(stopped),
        dropped: false,
      },
      undefined,
    ),
  );
}
