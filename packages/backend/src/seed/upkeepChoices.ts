import { Timeline } from './Timeline';
import { World } from './World';

const DAY = 86_400_000;

/** Plans what teams of the demo chose about the upkeep of their checklists. */
export function planUpkeep(timeline: Timeline, world: World): void {
  const { teams } = world.readiness.upkeep;
  const today = world.now - (world.now % DAY);

  // Their session is next week, so it is open and in their inboxes.
  timeline.at(world.daysAgo(60), () =>
    teams.choose(
      world.person('user:default/takumi-ito'),
      { namespace: 'default', name: 'checkout-team' },
      0,
      {
        sessionAt: today + 5 * DAY,
        sharesAnswers: true,
        focus: ['operations'],
        focusUntil: today + 40 * DAY,
      },
    ),
  );

  // Its small teams hold none, so that the department holds one for them.
  timeline.at(world.daysAgo(50), () =>
    teams.choose(
      world.person('user:default/eri-fujimoto'),
      { namespace: 'default', name: 'commerce' },
      0,
      {
        sessionAt: today + 10 * DAY,
        sharesAnswers: false,
        focus: [],
        focusUntil: null,
      },
    ),
  );

  const group = 'payments-team';
  const [member] = world.membersOf(`group:default/${group}`);
  if (!member) return;
  timeline.at(world.daysAgo(55), () =>
    teams.choose(
      world.person(member),
      { namespace: 'default', name: group },
      0,
      {
        sessionAt: today + 30 * DAY,
        sharesAnswers: true,
        focus: [],
        focusUntil: null,
      },
    ),
  );
}
