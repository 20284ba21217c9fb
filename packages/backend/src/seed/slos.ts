import {
  JourneyInput,
  SloContentInput,
} from '@prodready/backstage-plugin-production-readiness-common';

/** What somebody does with an SLO, and how many days ago. */
export type SloStep = { daysAgo: number; by: string } & (
  | { does: 'draft' | 'ask' | 'technical-review' }
  | { does: 'approve'; satisfaction?: 'low' | 'high' }
  | { does: 'change'; target: string; rationale: string }
  | { does: 'request-changes' | 'dispute' | 'retire'; reason: string }
  // An answer is to the question before it, and is read.
  | { does: 'question' | 'answer'; text: string }
);

/** An SLO of the demo with its history, oldest step first. */
export interface SloStory {
  entity: string;
  journey: JourneyInput;
  sliText: string;
  target: string;
  rationale: {
    text: string;
    basis: 'observed' | 'experiment' | 'contract' | 'ad-hoc';
  };
  /** How it is counted; nothing measures the others yet. */
  sli?: SloContentInput['sli'];
  /** Yen a year that pass through the journey. */
  valuePerYear?: string;
  /** What holding the number costs, and how much is counted. */
  impact?: { costPerYear?: string; costNote?: string; eventsPerDay?: string };
  /** Who answers for the number; the product owner unless said. */
  accountableRole?: 'product-owner' | 'cto';
  steps: SloStep[];
}

const critical = { kind: 'user', importance: 'critical' } as const;

/** Every state that an SLO can be in stands here once at least. */
export const SLO_STORIES: SloStory[] = [
  {
    // In force and renewed once.
    entity: 'checkout-api',
    journey: {
      ...critical,
      title: 'Pay for a full cart',
      text: 'A customer presses "Order now" and sees the confirmation.',
      beneficiary: 'Customers with a full cart',
    },
    sliText:
      'the proportion of orders that are confirmed within 2 seconds, of all that customers place',
    target: '99.9',
    rationale: {
      text: 'In the last two quarters we reached 99.94%, and complaints started below 99.8%.',
      basis: 'observed',
    },
    sli: {
      type: 'ratio-good',
      source: 'Prometheus',
      queries: {
        good: 'sum(rate(orders_total{status="confirmed",le="2"}[5m]))',
        total: 'sum(rate(orders_total[5m]))',
      },
    },
    valuePerYear: '4200000000',
    steps: [
      { daysAgo: 104, by: 'haruto-sato', does: 'draft' },
      { daysAgo: 103, by: 'haruto-sato', does: 'ask' },
      { daysAgo: 102, by: 'nanami-kobayashi', does: 'technical-review' },
      {
        daysAgo: 101.5,
        by: 'mika-ono',
        does: 'question',
        text: 'Does it count as a failure when the customer’s own card is declined?',
      },
      {
        daysAgo: 101,
        by: 'haruto-sato',
        does: 'answer',
        text: 'No. The customer gets a clear answer then; only what we get wrong or answer too late counts.',
      },
      { daysAgo: 100, by: 'mika-ono', does: 'approve' },
      { daysAgo: 71, by: 'mika-ono', does: 'approve', satisfaction: 'high' },
    ],
  },
  {
    // Waits for the product owner's signature.
    entity: 'checkout-api',
    journey: {
      ...critical,
      title: 'Order with a coupon',
      text: 'The price shows the discount, and the order is confirmed at that price.',
      beneficiary: 'Customers with a coupon',
    },
    sliText:
      'the proportion of orders with a coupon that are confirmed at the right price within 2 seconds',
    target: '99.5',
    rationale: {
      text: 'The last 13 weeks reached 99.61%. Each wrong discount means a refund by hand.',
      basis: 'observed',
    },
    valuePerYear: '600000000',
    impact: {
      costPerYear: '2400000',
      costNote:
        'One engineer for six weeks to price coupons ahead of time, and its upkeep.',
      eventsPerDay: '18000',
    },
    steps: [
      { daysAgo: 6, by: 'haruto-sato', does: 'draft' },
      { daysAgo: 5, by: 'haruto-sato', does: 'ask' },
      { daysAgo: 4, by: 'mao-shibata', does: 'technical-review' },
      {
        daysAgo: 1,
        by: 'mika-ono',
        does: 'question',
        text: 'クーポンの期限が支払い中に切れた場合も、失敗として数えますか。',
      },
    ],
  },
  {
    // Signed, then changed: the proposal waits beside what is in force.
    entity: 'payment-gateway',
    journey: {
      ...critical,
      title: 'Authorise a card payment',
      text: 'The bank answers, and the customer is charged once or not at all.',
      beneficiary: 'Customers and shops',
    },
    sliText:
      'the proportion of payments that end in a clear yes or no within 3 seconds',
    target: '99.9',
    rationale: {
      text: 'The contract with the card networks asks for 99.9%.',
      basis: 'contract',
    },
    valuePerYear: '9800000000',
    impact: {
      costPerYear: '36000000',
      costNote: 'A second acquirer, and an on-call rota by day and night.',
      eventsPerDay: '410000',
    },
    steps: [
      { daysAgo: 62, by: 'olivia-grant', does: 'draft' },
      { daysAgo: 61, by: 'olivia-grant', does: 'ask' },
      { daysAgo: 60, by: 'erik-johansson', does: 'technical-review' },
      { daysAgo: 58, by: 'daniel-costa', does: 'approve' },
      { daysAgo: 29, by: 'daniel-costa', does: 'approve', satisfaction: 'low' },
      {
        daysAgo: 8,
        by: 'olivia-grant',
        does: 'change',
        target: '99.95',
        rationale:
          'Since the second acquirer is connected we reach 99.97%. Shops ask for the better number.',
      },
      { daysAgo: 7, by: 'erik-johansson', does: 'technical-review' },
    ],
  },
  {
    // In force, its review is overdue.
    entity: 'ledger',
    journey: {
      kind: 'machine',
      importance: 'critical',
      title: 'Post a transaction',
      text: 'A service posts a double entry and gets its number.',
      beneficiary: 'Payments, refunds and settlement',
    },
    sliText:
      'the proportion of postings that are stored and balanced within 500 ms',
    target: '99.95',
    rationale: {
      text: 'Retries cover short gaps; below this number settlement misses the bank’s cut-off.',
      basis: 'experiment',
    },
    steps: [
      { daysAgo: 48, by: 'daiki-saito', does: 'draft' },
      { daysAgo: 47, by: 'daiki-saito', does: 'ask' },
      { daysAgo: 46, by: 'carlos-vega', does: 'technical-review' },
      { daysAgo: 45, by: 'daniel-costa', does: 'approve' },
    ],
  },
  {
    // A machine is the user; in force, its first review comes soon.
    entity: 'locker-control',
    journey: {
      kind: 'machine',
      importance: 'critical',
      title: 'Open the right door',
      text: 'A locker asks whether a code is good and opens within two seconds.',
      beneficiary: 'Lockers, and whoever stands in front of one',
    },
    sliText:
      'the proportion of doors that open within 2 seconds after a valid code',
    target: '99.9',
    rationale: {
      text: 'People try a second time after three seconds and leave after two tries.',
      basis: 'experiment',
    },
    sli: { type: 'ratio-good', source: 'Locker telemetry' },
    valuePerYear: '1500000000',
    steps: [
      { daysAgo: 30, by: 'kazuki-maeda', does: 'draft' },
      { daysAgo: 29, by: 'kazuki-maeda', does: 'ask' },
      { daysAgo: 28, by: 'takeru-ando', does: 'technical-review' },
      { daysAgo: 25, by: 'lukas-meyer', does: 'approve' },
    ],
  },
  {
    // Agreed, and disputed since.
    entity: 'device-gateway',
    journey: {
      kind: 'machine',
      importance: 'critical',
      title: 'ロッカーがつながり続ける',
      text: '各ロッカーが5分に1回以上、状態を報告できる。',
      beneficiary: '全国9千台のロッカー',
    },
    sliText: '5分以内に状態を報告できたロッカーの割合',
    target: '99',
    rationale: {
      text: 'モバイル回線の実績は99.3%。1%までは現場対応で吸収できます。',
      basis: 'observed',
    },
    steps: [
      { daysAgo: 15, by: 'sara-lopez', does: 'draft' },
      { daysAgo: 14, by: 'sara-lopez', does: 'ask' },
      { daysAgo: 13, by: 'zoe-nguyen', does: 'technical-review' },
      { daysAgo: 11, by: 'lukas-meyer', does: 'approve' },
      {
        daysAgo: 2,
        by: 'zoe-nguyen',
        does: 'dispute',
        reason:
          '地下の店舗に設置した400台は圏外が多く、現在の実績は98.2%です。99%のままでは毎週予算を使い切ります。',
      },
    ],
  },
  {
    // The owner asked for changes.
    entity: 'pickup-codes',
    journey: {
      ...critical,
      title: 'Receive a pickup code',
      text: 'The code arrives before the customer does.',
      beneficiary: 'Customers who pick up',
    },
    sliText: 'the proportion of codes that arrive within one minute',
    target: '99.99',
    rationale: {
      text: 'It felt like the right number of nines.',
      basis: 'ad-hoc',
    },
    steps: [
      { daysAgo: 20, by: 'george-mensah', does: 'draft' },
      { daysAgo: 19, by: 'george-mensah', does: 'ask' },
      {
        daysAgo: 17,
        by: 'lukas-meyer',
        does: 'request-changes',
        reason:
          'Four nines mean four minutes a month. What would customers notice at 99.9%? Please measure first.',
      },
    ],
  },
  {
    // The product owner has left: it waits for the CTO.
    entity: 'tracking-api',
    accountableRole: 'cto',
    journey: {
      ...critical,
      title: '荷物の現在地を知る',
      text: '追跡番号から、いまどこにあるかが分かる。',
      beneficiary: '荷物を待つお客様',
    },
    sliText: '追跡の問い合わせのうち、1秒以内に正しい現在地を返せた割合',
    target: '99.9',
    rationale: {
      text: '直近四半期の実績は99.93%。99.8%を下回ると問い合わせが倍になりました。',
      basis: 'observed',
    },
    steps: [
      { daysAgo: 12, by: 'shun-kato', does: 'draft' },
      { daysAgo: 11, by: 'shun-kato', does: 'ask' },
      { daysAgo: 10, by: 'carlos-vega', does: 'technical-review' },
    ],
  },
  {
    // Only a draft so far.
    entity: 'route-optimizer',
    journey: {
      kind: 'user',
      importance: 'important',
      title: 'Plan the tours of the night',
      text: 'All tours are ready when the first driver arrives at four.',
      beneficiary: 'Drivers and dispatchers',
    },
    sliText: 'the proportion of depots whose tours are ready by 4 a.m.',
    target: '98',
    rationale: {
      text: 'A first guess, to be measured over the winter.',
      basis: 'ad-hoc',
    },
    steps: [{ daysAgo: 3, by: 'mei-ling-chen', does: 'draft' }],
  },
  {
    // Waits for a technical review by the SRE group.
    entity: 'account-service',
    journey: {
      ...critical,
      title: 'Sign in',
      text: 'A customer signs in with a passkey or a password.',
      beneficiary: 'Two million customers',
    },
    sliText: 'the proportion of sign-ins that succeed within 1 second',
    target: '99.9',
    rationale: {
      text: 'Nothing can be bought or picked up without it.',
      basis: 'observed',
    },
    steps: [
      { daysAgo: 5, by: 'leila-rahimi', does: 'draft' },
      { daysAgo: 4, by: 'leila-rahimi', does: 'ask' },
    ],
  },
  {
    // The CTO answers for what has no product owner.
    entity: 'deploy-pipeline',
    accountableRole: 'cto',
    journey: {
      kind: 'user',
      importance: 'important',
      title: 'Deploy a fix',
      text: 'A merged fix is in production within twenty minutes.',
      beneficiary: 'Every engineer',
    },
    sliText: 'the proportion of deploys that finish within 20 minutes',
    target: '95',
    rationale: {
      text: 'Below that, people start to deploy by hand.',
      basis: 'observed',
    },
    steps: [
      { daysAgo: 24, by: 'mateo-alvarez', does: 'draft' },
      { daysAgo: 23, by: 'mateo-alvarez', does: 'ask' },
      { daysAgo: 22, by: 'nanami-kobayashi', does: 'technical-review' },
      { daysAgo: 20, by: 'kenji-yamamoto', does: 'approve' },
    ],
  },
  {
    // Tier 3 asks for no signature: recorded.
    entity: 'locker-map',
    journey: {
      kind: 'user',
      importance: 'normal',
      title: 'Find a free locker',
      beneficiary: 'Customers on the way',
    },
    sliText:
      'the proportion of searches that show a free locker within 2 seconds',
    target: '97',
    rationale: { text: 'Slow is annoying here, and no more.', basis: 'ad-hoc' },
    steps: [{ daysAgo: 40, by: 'rin-iwasaki', does: 'draft' }],
  },
];
