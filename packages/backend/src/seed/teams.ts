/** How a team of the demo spends its time. */
export interface TeamHabits {
  group: string;
  /** Share of toil in recorded toil and engineering, at the end, 0 to 1. */
  toil: number;
  /** How much that share changed over the half year (negative: improved). */
  drift: number;
  /** Share of reactive work in the same, 0 to 1. */
  reactive: number;
  /** Share of weeks in which the team records at all, 0 to 1. */
  diligence: number;
  /** The categories that its toil mostly goes to, the largest first. */
  burdens: string[];
  /** Whether one person carries it alone. */
  lone?: boolean;
}

/** The data team and the departments record nothing: no data is a state too. */
export const TEAM_HABITS: TeamHabits[] = [
  {
    group: 'checkout-team',
    toil: 0.41,
    drift: -0.08,
    reactive: 0.58,
    diligence: 0.9,
    burdens: ['customer_inquiry', 'manual_release', 'customer_data_request'],
  },
  {
    group: 'payments-team',
    toil: 0.33,
    drift: 0.02,
    reactive: 0.45,
    diligence: 0.95,
    burdens: ['audit', 'error_monitoring', 'vulnerability'],
  },
  {
    group: 'accounts-team',
    toil: 0.63,
    drift: 0.05,
    reactive: 0.66,
    diligence: 0.85,
    burdens: ['customer_data_request', 'access_request', 'customer_inquiry'],
  },
  {
    group: 'routing-team',
    toil: 0.55,
    drift: 0.12,
    reactive: 0.5,
    diligence: 0.8,
    burdens: ['error_monitoring', 'eol_upgrade', 'manual_release'],
  },
  {
    group: 'tracking-team',
    toil: 0.48,
    drift: 0,
    reactive: 0.62,
    diligence: 0.9,
    burdens: ['customer_inquiry', 'oncall_page', 'capacity_cost'],
  },
  {
    group: 'fleet-team',
    toil: 0.5,
    drift: 0,
    reactive: 0.7,
    diligence: 0.3,
    burdens: ['oncall_page', 'access_request'],
    lone: true,
  },
  {
    group: 'locker-team',
    toil: 0.54,
    drift: -0.02,
    reactive: 0.57,
    diligence: 1,
    burdens: ['oncall_page', 'error_monitoring', 'manual_release'],
  },
  {
    group: 'field-ops',
    toil: 0.72,
    drift: 0.03,
    reactive: 0.8,
    diligence: 0.9,
    burdens: ['customer_inquiry', 'oncall_page', 'access_request'],
  },
  {
    group: 'firmware-team',
    toil: 0.3,
    drift: -0.05,
    reactive: 0.35,
    diligence: 0.7,
    burdens: ['manual_release', 'eol_upgrade'],
    lone: true,
  },
  {
    group: 'platform-team',
    toil: 0.38,
    drift: -0.1,
    reactive: 0.42,
    diligence: 1,
    burdens: ['access_request', 'eol_upgrade', 'vulnerability'],
  },
  {
    group: 'sre',
    toil: 0.46,
    drift: -0.03,
    reactive: 0.55,
    diligence: 0.95,
    burdens: ['oncall_page', 'capacity_cost', 'error_monitoring'],
  },
  {
    group: 'security',
    toil: 0.42,
    drift: 0,
    reactive: 0.4,
    diligence: 0.35,
    burdens: ['vulnerability', 'audit'],
  },
];

/** Notes that members leave for themselves, in both languages. */
export const NOTES = [
  { en: 'Same question as last week', ja: '先週と同じ問い合わせ' },
  { en: 'Could be a script', ja: 'スクリプト化できそう' },
  { en: 'Took longer than planned', ja: '想定より時間がかかった' },
  { en: 'Second time this month', ja: '今月2回目' },
] as const;
