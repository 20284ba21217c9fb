import { answersOf } from './Answers';
import { Timeline } from './Timeline';
import { World } from './World';

const person = (name: string) => `user:default/${name}`;

/**
 * Plans the entities that the people on the sign-in page come for, so that each
 * of them finds what the page promises.
 *
 * @returns the names of the entities whose whole history is told here
 */
export async function planStories(
  timeline: Timeline,
  world: World,
): Promise<Set<string>> {
  await checkout(timeline, world);
  await payments(timeline, world);
  await fleet(timeline, world);
  await firmware(timeline, world);
  await answersForOthers(timeline, world);
  return new Set([
    'checkout-api',
    'payment-gateway',
    'van-telemetry',
    'locker-firmware',
    'checkout',
    'logistics',
  ]);
}

/** Nearly there: a developer can fix what is left, a reviewer has a queue. */
async function checkout(timeline: Timeline, world: World): Promise<void> {
  const answers = await answersOf(
    timeline,
    world,
    world.component('checkout-api'),
  );
  const special = new Set([
    // Taken over from the System.
    'OPS-3',
    'OPS-2',
    'REL-3',
    'OWN-4',
    'OBS-5',
    'OWN-5',
    'CAP-3',
    'SEC-1',
    'OPS-5',
    'REL-5',
    'CAP-4',
    'SEC-6',
  ]);
  let days = 12;
  for (const { itemId } of answers.open) {
    if (!special.has(itemId)) {
      answers.plan(itemId, days, 'accepted');
      days += 5;
    }
  }
  // Worn out three days ago.
  answers.plan('OPS-2', 370, 'accepted', person('takumi-ito'));
  // Waits for the SRE group.
  answers.plan('OWN-4', 190, 'accepted', person('maya-fischer'));
  answers.plan('REL-3', 2, 'waiting', person('haruto-sato'));
  answers.plan('OBS-5', 1, 'waiting', person('priya-nair'));
  // Was given back with a question.
  answers.plan('OWN-5', 9, 'returned', person('ren-takahashi'));
  // Has to be done again within the month.
  answers.plan('CAP-3', 165, 'accepted', person('tom-becker'));
  // Waits for the security group.
  answers.plan('SEC-1', 3, 'waiting', person('haruto-sato'));
  // Excused until the new load balancer is there; it ends within the month.
  answers.planWaiver(
    'REL-5',
    70,
    {
      kind: 'exemption',
      reason:
        'The old load balancer drops connections on deploy; its successor arrives this quarter.',
      compensatingControl:
        'We deploy before eight in the morning, and retry in the app hides what is left.',
      until: world.daysAgo(-20),
    },
    { author: person('haruto-sato'), approver: person('nanami-kobayashi') },
  );
  // Waits for a decision on an exemption.
  answers.planWaiver(
    'CAP-4',
    1,
    {
      kind: 'exemption',
      reason:
        'Costs are still booked on the platform account until the new tags are rolled out.',
      compensatingControl:
        'Takumi reads the bill of the platform account every Monday.',
      until: world.daysAgo(-60),
    },
    { author: person('haruto-sato') },
  );
}

/** Everything that people can answer is answered and accepted. */
async function payments(timeline: Timeline, world: World): Promise<void> {
  const answers = await answersOf(
    timeline,
    world,
    world.component('payment-gateway'),
  );
  let days = 10;
  for (const { itemId } of answers.open) {
    answers.plan(itemId, days, 'accepted');
    days = 5 + ((days + 2) % 80);
  }
}

/** Severities are decided once for a System, and once for a whole Domain. */
async function answersForOthers(
  timeline: Timeline,
  world: World,
): Promise<void> {
  for (const [ref, author] of [
    ['system:default/checkout', 'takumi-ito'],
    ['domain:default/logistics', undefined],
  ] as const) {
    const answers = await answersOf(timeline, world, world.entity(ref));
    answers.plan('OPS-3', 95, 'accepted', author && person(author));
  }
}

/** A team of two: one answers, only the other can accept. */
async function fleet(timeline: Timeline, world: World): Promise<void> {
  const answers = await answersOf(
    timeline,
    world,
    world.component('van-telemetry'),
  );
  answers.plan('DSN-3', 30, 'accepted', person('nina-petrova'));
  answers.plan('OWN-5', 4, 'waiting', person('nina-petrova'));
  answers.plan('REL-2', 25, 'accepted', person('jun-ogawa'));
  answers.plan('SEC-3', 15, 'returned', person('nina-petrova'));
}

/** A team of one: what no reviewer group decides has to wait. */
async function firmware(timeline: Timeline, world: World): Promise<void> {
  const answers = await answersOf(
    timeline,
    world,
    world.component('locker-firmware'),
  );
  answers.plan('DSN-3', 21, 'waiting', person('seiji-tamura'));
  answers.plan('REL-2', 40, 'accepted', person('seiji-tamura'));
  answers.plan('REL-3', 33, 'accepted', person('seiji-tamura'));
  answers.plan('SEC-3', 5, 'waiting', person('seiji-tamura'));
}
