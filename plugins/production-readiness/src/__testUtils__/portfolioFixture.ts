import {
  type PortfolioFacets,
  type PortfolioPage,
  type PortfolioRow,
} from '@prodready/backstage-plugin-production-readiness-common';

const DAY_MS = 86_400_000;

/** The moment that the rows below speak of. */
export const AS_OF = Date.UTC(2026, 10, 22, 12);

/** A row that needs help: blocked, with an SLO whose review is due. */
export function portfolioRow(part: Partial<PortfolioRow> = {}): PortfolioRow {
  return {
    entityRef: 'component:default/checkout',
    kind: 'component',
    namespace: 'default',
    name: 'checkout',
    title: 'Checkout',
    type: 'service',
    lifecycle: 'production',
    tier: 1,
    phase: 'general-availability',
    ownerRef: 'group:default/payments',
    systemRef: null,
    domainRef: null,
    level: 'bronze',
    score: 684,
    required: 38,
    satisfied: 26,
    waiting: 2,
    blockerCount: 4,
    topBlocker: {
      itemId: 'REL-3',
      risk: {
        en: 'Rollback untested: a bad deploy may not be undoable',
        ja: 'ロールバック未検証：不具合のあるリリースを元に戻せないおそれ',
      },
    },
    adoptionUntil: null,
    nextDue: AS_OF + 12 * DAY_MS,
    sloState: 'review_due',
    toilState: null,
    ...part,
  };
}

/** A page of such rows. */
export function portfolioPage(
  part: Partial<PortfolioPage> = {},
): PortfolioPage {
  const rows = part.rows ?? [portfolioRow()];
  return {
    rows,
    total: rows.length,
    nextCursor: null,
    previousCursor: null,
    asOf: AS_OF,
    ...part,
  };
}

/** Facets of a small catalog. */
export function portfolioFacets(): PortfolioFacets {
  return {
    owner: [{ value: 'group:default/payments', count: 7 }],
    system: [],
    domain: [],
    tier: [
      { value: '2', count: 30 },
      { value: '1', count: 12 },
    ],
    lifecycle: [{ value: 'production', count: 40 }],
    kind: [{ value: 'component', count: 42 }],
    section: [],
    dueWithin: [{ value: '30', count: 1 }],
    tag: [{ value: 'java', count: 2 }],
    toilState: [],
    level: [{ value: 'bronze', count: 9 }],
    sloState: [{ value: 'none', count: 20 }],
    blocker: [
      {
        itemId: 'REL-3',
        risk: portfolioRow().topBlocker!.risk,
        count: 5,
      },
    ],
    asOf: AS_OF,
  };
}
