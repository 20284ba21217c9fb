import { applicableItems, primaryChecklist } from './applicability';
import { assess } from './assessment';
import { ChecklistDocument } from './document';
import { createFactDocument } from './factDocument';
import type { ItemRecord } from './record';

const text = (en: string) => ({ en, ja: en });
const item = (id: string, more: object = {}) => ({
  id,
  tiers: [1, 2],
  kind: 'manual',
  phase: 'design',
  weight: 'high',
  title: text(id),
  ...more,
});
const document = {
  items: [
    item('OWN-1', { tiers: [1, 2, 3] }),
    item('REL-1'),
    item('CAP-3', {
      appliesTo: { dependencies: { $contains: { type: 'database' } } },
    }),
    item('SLO-2', {
      kind: 'automatic',
      check: { 'slo.requiredSignaturesPresent': true },
    }),
    item('NEW-1', { startsAt: '2030-01-01' }),
  ],
  only: { deprecated: ['OWN-1', 'CAP-3'], types: { Library: ['REL-1'] } },
} as unknown as ChecklistDocument;

const facts = createFactDocument({
  entity: { kind: 'Component' },
  dependencies: [],
});
const withStore = createFactDocument({
  entity: { kind: 'Component' },
  dependencies: [
    { ref: 'r', kind: 'resource', type: 'database', exists: true },
  ],
});
const unread = createFactDocument({ entity: { kind: 'Component' } });
const ids = (items: { itemId: string }[]) => items.map(({ itemId }) => itemId);

describe('the items that concern an entity', () => {
  it('are required by tier, and leave out what does not apply', () => {
    expect(applicableItems(document, { tier: 3 }, facts)).toEqual([
      { itemId: 'OWN-1', required: true },
      { itemId: 'REL-1', required: false },
      { itemId: 'SLO-2', required: false },
      { itemId: 'NEW-1', required: false },
    ]);
    expect(ids(applicableItems(document, { tier: 1 }, withStore))).toContain(
      'CAP-3',
    );
  });

  it('are exactly those named for what is deprecated, whatever its tier', () => {
    expect(
      applicableItems(
        document,
        { tier: 3, lifecycle: 'Deprecated', type: 'library' },
        facts,
      ),
    ).toEqual([
      { itemId: 'OWN-1', required: true },
      { itemId: 'CAP-3', required: true },
    ]);
  });

  it('are narrowed by the type', () => {
    expect(
      ids(applicableItems(document, { tier: 2, type: 'library' }, facts)),
    ).toEqual(['REL-1']);
  });

  it('stay as they were while that can not be decided', () => {
    const subject = { tier: 1 as const };
    expect(ids(applicableItems(document, subject, unread))).not.toContain(
      'CAP-3',
    );
    expect(
      ids(applicableItems(document, subject, unread, new Set(['CAP-3']))),
    ).toContain('CAP-3');
  });
});

it('takes the first checklist that is for the entity', () => {
  const only = (kind: string) => ({
    document: { appliesTo: { 'entity.kind': kind } },
  });
  const all = { document: {} };
  const own = only('component');
  expect(primaryChecklist([only('api'), own, all], facts)).toBe(own);
  expect(primaryChecklist([only('api'), all], facts)).toBe(all);
  expect(primaryChecklist([only('api')], facts)).toBeUndefined();
});

describe('whose move it is', () => {
  const NOW = 1_800_000_000_000;
  const person = { ref: 'user:default/olga', name: 'Olga' };
  const moves = (records: Record<string, ItemRecord>, slosWaiting = 0) =>
    Object.fromEntries(
      assess({
        document,
        applicable: applicableItems(document, { tier: 1 }, facts),
        records: new Map(Object.entries(records)),
        slosWaiting,
        now: NOW,
      }).map(one => [one.item.id, one.move]),
    );
  const answer = {
    evidence: { kind: 'url' as const, url: 'https://wiki/x' },
    by: person,
    at: NOW,
    decision: 'waiting' as const,
  };

  it('is the owners’ until an answer waits, and nobody’s when it counts', () => {
    expect(
      moves({
        'OWN-1': { version: 1, answer },
        'REL-1': {
          version: 2,
          acceptance: {
            evidence: answer.evidence,
            attestedBy: person,
            attestedAt: NOW,
            acceptedBy: person,
            acceptedAt: NOW,
            basis: 'second_person',
            until: null,
          },
        },
      }),
    ).toMatchObject({
      'OWN-1': 'reviewer',
      'REL-1': 'nobody',
      'SLO-2': 'team',
      'NEW-1': 'nobody',
    });
  });

  it('is the SLO owner’s while a signature is waited for', () => {
    const fact = { value: 'failed' as const, since: 0, hasPassed: false };
    expect(moves({ 'SLO-2': { version: 0, fact } }, 1)).toMatchObject({
      'SLO-2': 'slo-owner',
    });
  });

  it('asks of an upcoming item nothing yet', () => {
    const [upcoming] = assess({
      document,
      applicable: [{ itemId: 'NEW-1', required: true }],
      records: new Map(),
      slosWaiting: 0,
      now: NOW,
    });
    expect(upcoming).toMatchObject({
      required: false,
      standing: { state: 'upcoming' },
    });
  });
});
