import { World } from './World';
import { Timeline } from './Timeline';

/** An alert of the demo, and what somebody else said of it. */
interface AlertStory {
  entity: string;
  name: string;
  by: string;
  daysAgo: number;
  severity: string;
  response: 'page' | 'ticket';
  /** Last part of the runbook's address; left out where there is none. */
  runbook?: string;
  /** Whether it protects the entity's first SLO. */
  protects: boolean;
  review?: {
    daysAgo: number;
    by: string;
    verdict: 'keep' | 'tune' | 'delete';
    note?: string;
  };
}

const ALERT_STORIES: AlertStory[] = [
  {
    entity: 'checkout-api',
    name: 'CheckoutBudgetBurnFast',
    by: 'haruto-sato',
    daysAgo: 95,
    severity: 'SEV1',
    response: 'page',
    runbook: 'checkout-budget-burn',
    protects: true,
    review: { daysAgo: 40, by: 'nanami-kobayashi', verdict: 'keep' },
  },
  {
    entity: 'checkout-api',
    name: 'CheckoutBudgetBurnSlow',
    by: 'haruto-sato',
    daysAgo: 95,
    severity: 'SEV3',
    response: 'ticket',
    runbook: 'checkout-budget-burn',
    protects: true,
    review: {
      daysAgo: 40,
      by: 'nanami-kobayashi',
      verdict: 'tune',
      note: 'Fires every Monday after the price import. Leave that hour out.',
    },
  },
  {
    entity: 'checkout-api',
    name: 'CheckoutPodMemoryHigh',
    by: 'takumi-ito',
    daysAgo: 200,
    severity: 'SEV2',
    response: 'page',
    protects: false,
  },
  {
    entity: 'payment-gateway',
    name: 'PaymentsUnclearAnswers',
    by: 'olivia-grant',
    daysAgo: 55,
    severity: 'SEV1',
    response: 'page',
    runbook: 'payment-unclear-answers',
    protects: true,
    review: { daysAgo: 21, by: 'erik-johansson', verdict: 'keep' },
  },
  {
    entity: 'ledger',
    name: 'LedgerUnbalanced',
    by: 'daiki-saito',
    daysAgo: 40,
    severity: 'SEV1',
    response: 'page',
    protects: true,
  },
  {
    entity: 'locker-control',
    name: 'ロッカー解錠の遅延',
    by: 'kazuki-maeda',
    daysAgo: 24,
    severity: 'SEV1',
    response: 'page',
    runbook: 'ロッカー解錠',
    protects: true,
    review: {
      daysAgo: 12,
      by: 'takeru-ando',
      verdict: 'keep',
      note: '夜間に2回呼び出し、どちらも利用者への影響がありました。',
    },
  },
];

/** Plans the alerts of the demo, and their reviews. */
export function planAlerts(timeline: Timeline, world: World): void {
  for (const story of ALERT_STORIES) {
    const { alerts } = world.readiness.slo;
    const who = (name: string) => world.person(`user:default/${name}`);
    let alertId = '';
    timeline.at(world.daysAgo(story.daysAgo), async () => {
      const { name, severity, response, runbook } = story;
      const added = await alerts.add(
        who(story.by),
        world.component(story.entity),
        {
          name,
          severity,
          response,
          sloId: story.protects ? await firstSlo(world, story) : null,
          runbookUrl: runbook
            ? `https://handbook.minato.example/runbooks/${encodeURIComponent(
                runbook,
              )}`
            : null,
        },
        undefined,
      );
      alertId = added.id;
    });
    const { review } = story;
    if (review) {
      timeline.at(world.daysAgo(review.daysAgo), async () => {
        const { verdict, note } = review;
        const path = { ...world.component(story.entity), alertId };
        await alerts.review(
          who(review.by),
          path,
          { verdict, ...(note !== undefined && { note }) },
          1,
        );
      });
    }
  }
}

async function firstSlo(
  world: World,
  story: AlertStory,
): Promise<string | null> {
  const page = await world.readiness.slo.reading.entity(
    world.person(`user:default/${story.by}`),
    world.component(story.entity),
  );
  return page.slos[0]?.id ?? null;
}
