// What the invented monitoring of the demo runs. Nothing of it is measured: it
// stands in for a Prometheus server, which a first look can do without.

/** An alert rule of the demo's monitoring. */
export interface DemoRule {
  name: string;
  severity: 'page' | 'ticket';
  /** Last part of the runbook's address; left out where there is none. */
  runbook?: string;
  /** For how many hours it has been firing. */
  firingForHours?: number;
}

/** An SLO that the demo's monitoring runs. */
export interface DemoSlo {
  /** Name of the component. */
  service: string;
  name: string;
  /** The target that its rules work with, in percent. */
  objective: string;
  /** What share of the budget is spent, about which it goes up and down. */
  spent: number;
  burnRate: number;
  /** How it answers; as it should unless said. */
  answers?: 'late' | 'twice' | 'nothing';
  rules: DemoRule[];
  /** Who says which of ours it measures; left out where nobody has yet. */
  boundBy?: string;
}

/** Every state that a budget can be in stands here once at least. */
export const DEMO_SLOS: DemoSlo[] = [
  {
    service: 'checkout-api',
    name: 'pay-for-a-cart',
    objective: '99.9',
    spent: 0.42,
    burnRate: 0.6,
    boundBy: 'haruto-sato',
    rules: [
      {
        name: 'CheckoutBudgetBurnFast',
        severity: 'page',
        runbook: 'checkout-budget-burn',
      },
      {
        name: 'CheckoutBudgetBurnSlow',
        severity: 'ticket',
        runbook: 'checkout-budget-burn',
      },
      // Runs, and nobody wrote it down.
      { name: 'CheckoutConfirmationsMissing', severity: 'page' },
    ],
  },
  {
    // Found, and nobody has said yet which SLO it measures.
    service: 'checkout-api',
    name: 'order-with-a-coupon',
    objective: '99.5',
    spent: 0.7,
    burnRate: 0.8,
    rules: [],
  },
  {
    // Spent too fast, and somebody is called.
    service: 'payment-gateway',
    name: 'authorise-a-payment',
    objective: '99.9',
    spent: 0.46,
    burnRate: 3.4,
    boundBy: 'olivia-grant',
    rules: [
      {
        name: 'PaymentsUnclearAnswers',
        severity: 'page',
        runbook: 'payment-unclear-answers',
        firingForHours: 1.5,
      },
    ],
  },
  {
    // Used up.
    service: 'ledger',
    name: 'post-a-transaction',
    objective: '99.95',
    spent: 1.36,
    burnRate: 1.3,
    boundBy: 'daiki-saito',
    rules: [
      { name: 'LedgerUnbalanced', severity: 'page' },
      {
        name: 'LedgerBudgetGone',
        severity: 'ticket',
        runbook: 'ledger-budget',
        firingForHours: 30,
      },
    ],
  },
  {
    // Runs otherwise than it was signed.
    service: 'locker-control',
    name: 'open-the-right-door',
    objective: '99.5',
    spent: 0.3,
    burnRate: 0.4,
    boundBy: 'kazuki-maeda',
    rules: [
      { name: 'ロッカー解錠の遅延', severity: 'page', runbook: 'ロッカー解錠' },
    ],
  },
  {
    // Has stopped to report: the last value stays, with its age.
    service: 'device-gateway',
    name: 'stay-connected',
    objective: '99',
    spent: 0.75,
    burnRate: 1.6,
    answers: 'late',
    boundBy: 'sara-lopez',
    rules: [],
  },
  {
    // Two series that say different things.
    service: 'tracking-api',
    name: 'where-is-my-parcel',
    objective: '99.9',
    spent: 0.5,
    burnRate: 0.5,
    answers: 'twice',
    boundBy: 'shun-kato',
    rules: [],
  },
  {
    // Its rules are there, and have never had data.
    service: 'deploy-pipeline',
    name: 'deploy-a-fix',
    objective: '95',
    spent: 0,
    burnRate: 0,
    answers: 'nothing',
    boundBy: 'mateo-alvarez',
    rules: [],
  },
];

/** By which the demo's provider and its bindings know an SLO. */
export function demoSloId(slo: Pick<DemoSlo, 'service' | 'name'>): string {
  return `${slo.service}-${slo.name}`;
}
