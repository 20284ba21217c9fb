import { Timeline } from './Timeline';
import { World } from './World';

/** Plans what owners and administrators decided beside the numbers. */
export function planDecisions(timeline: Timeline, world: World): void {
  const { criteria } = world.readiness.slo;
  const who = (name: string) => world.person(`user:default/${name}`);

  timeline.at(world.daysAgo(150), () =>
    criteria.setForOrganisation(
      // Who administers is configured; the seed knows it.
      { ...who('yui-nakamura'), isAdmin: true },
      {
        criteria: [
          {
            severity: 'SEV1',
            text: 'お客様の5%以上が10分間、注文・支払い・受け取りのいずれかをできない\n5% of customers can’t order, pay or pick up for 10 minutes',
          },
          {
            severity: 'SEV2',
            text: '同じ状態が1%以上5%未満、または回避策がある\nThe same for 1% to 5%, or there is a way round it',
          },
          {
            severity: 'SEV3',
            text: '翌営業日の対応で間に合う\nThe next working day is early enough',
          },
        ],
      },
      0,
    ),
  );

  timeline.at(world.daysAgo(33), () =>
    criteria.setForEntity(
      who('haruto-sato'),
      world.component('checkout-api'),
      {
        criteria: [
          {
            severity: 'SEV1',
            text: 'More than 5% of orders fail for 10 minutes',
          },
          {
            severity: 'SEV2',
            text: 'Orders succeed but take longer than 5 seconds for 30 minutes',
          },
          { severity: 'SEV3', text: 'Only coupons or gift cards fail' },
        ],
      },
      0,
    ),
  );

  timeline.at(world.daysAgo(27), () =>
    world.readiness.slo.need.decide(
      who('mika-ono'),
      world.component('receipt-mailer'),
      {
        notNeededBecause:
          'Nobody waits for the receipt: it is sent again the next morning, and the order page shows it at once.',
      },
      0,
    ),
  );
}
