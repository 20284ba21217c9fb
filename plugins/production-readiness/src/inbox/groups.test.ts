import { type InboxItem } from '@prodready/backstage-plugin-production-readiness-common';
import { groupByUrgency, urgencyOf } from './groups';

const NOW = Date.UTC(2026, 10, 22);
const DAY_MS = 86_400_000;

const item = (id: string, deadline: number | null, since = NOW): InboxItem => ({
  id,
  kind: 'accept',
  verb: 'accept',
  entityRef: 'component:default/checkout',
  entityTitle: 'Checkout',
  subject: {
    type: 'item',
    checklistId: 'default',
    itemId: 'OPS-2',
    title: { en: 'Runbook', ja: '手順書' },
    state: 'attested',
  },
  since,
  deadline,
  waitingFor: 'group:default/sre',
});

describe('groupByUrgency', () => {
  it('puts the most urgent first and leaves empty groups out', () => {
    const groups = groupByUrgency(
      [
        item('later', NOW + 30 * DAY_MS),
        item('none', null),
        item('late', NOW - DAY_MS),
        item('later still', NOW + 60 * DAY_MS),
      ],
      NOW,
    );
    expect(
      groups.map(({ urgency, items }) => [urgency, items.map(({ id }) => id)]),
    ).toEqual([
      ['late', ['late']],
      ['later', ['later', 'later still']],
      ['none', ['none']],
    ]);
  });

  it.each([
    [NOW, 'late'],
    [NOW + 1, 'week'],
    [NOW + 7 * DAY_MS, 'week'],
    [NOW + 7 * DAY_MS + 1, 'later'],
    [null, 'none'],
  ])('%d is %s', (deadline, urgency) => {
    expect(urgencyOf(deadline, NOW)).toBe(urgency);
  });
});
