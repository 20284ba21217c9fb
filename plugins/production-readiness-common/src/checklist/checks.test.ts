import type { FilterPredicate } from '@backstage/filter-predicates';
import fc from 'fast-check';
import { evaluateCheck, nextFact, readsFact } from './checks';
import { createFactDocument, FactSources } from './factDocument';
import type { ItemFact } from './record';
import { DAY } from './states';

const NOW = 1_800_000_000_000;

const sources: FactSources = {
  entity: {
    kind: 'Component',
    metadata: {
      description: '  ',
      annotations: { 'github.com/project-slug': 'shop/checkout', empty: '' },
      links: [{ type: 'runbook', url: 'https://wiki/runbook' }],
      tags: [],
    },
    spec: { lifecycle: 'production', dependsOn: [] },
  },
  owner: { ref: 'group:default/team', kind: 'group', exists: true },
  system: { exists: false },
  dependencies: [
    {
      ref: 'resource:default/db',
      kind: 'resource',
      type: 'database',
      exists: true,
    },
  ],
  slo: {
    journeys: 6,
    slos: 1,
    agreed: 0,
    waiting: 1,
    state: 'in_review',
    reviewBy: NOW + DAY,
    requiredSignaturesPresent: false,
  },
  toil: { coverage: 0.5, publicState: null },
};
const document = createFactDocument(sources);
const check = (
  predicate: FilterPredicate,
  without: (keyof FactSources)[] = [],
) =>
  evaluateCheck(
    predicate,
    createFactDocument({
      ...sources,
      ...Object.fromEntries(without.map(root => [root, undefined])),
    }),
  );

describe('a check', () => {
  it.each<[FilterPredicate, 'passed' | 'failed']>([
    [
      {
        'entity.metadata.annotations.github.com/project-slug': {
          $exists: true,
        },
      },
      'passed',
    ],
    [{ 'entity.metadata.annotations.empty': { $exists: true } }, 'failed'],
    [{ 'entity.metadata.description': { $exists: true } }, 'failed'],
    [{ 'entity.metadata.tags': { $exists: true } }, 'failed'],
    [{ 'entity.spec.dependsOn': { $exists: true } }, 'failed'],
    [{ 'entity.metadata.links': { $contains: { type: 'runbook' } } }, 'passed'],
    [{ 'entity.metadata.links': { $contains: { type: 'slo' } } }, 'failed'],
    [{ 'owner.kind': 'Group', 'owner.exists': true }, 'passed'],
    [{ 'system.exists': true }, 'failed'],
    [
      { dependencies: { $contains: { kind: 'resource', type: 'database' } } },
      'passed',
    ],
    [{ 'slo.journeys': { $in: [1, 2, 3, 4, 5] } }, 'failed'],
    [{ $not: { 'slo.slos': 0 } }, 'passed'],
    [{ 'toil.covered': true }, 'passed'],
  ])('reads the facts: %j %s', (predicate, result) => {
    expect(check(predicate)).toBe(result);
  });

  it('never passes by what could not be read', () => {
    expect(check({ 'owner.exists': true }, ['owner'])).toBe('unread');
    expect(check({ $not: { 'owner.exists': true } }, ['owner'])).toBe('unread');
    expect(
      check({ 'owner.exists': true, 'entity.kind': 'Component' }, ['owner']),
    ).toBe('unread');
  });

  it('is decided where the rest is enough', () => {
    expect(
      check({ 'owner.exists': true, 'entity.kind': 'API' }, ['owner']),
    ).toBe('failed');
    expect(
      check(
        { $any: [{ 'owner.exists': true }, { 'entity.kind': 'Component' }] },
        ['owner'],
      ),
    ).toBe('passed');
    expect(
      check({ $all: [{ 'owner.exists': true }, { 'entity.kind': 'API' }] }, [
        'owner',
      ]),
    ).toBe('failed');
  });

  it('that can not be carried out says nothing', () => {
    const broken = { $all: 7 } as unknown as FilterPredicate;
    expect(evaluateCheck(broken, document)).toBe('unread');
  });

  it('agrees with itself turned round twice, and with what is known', () => {
    const leaf = fc.constantFrom<FilterPredicate>(
      { 'owner.exists': true },
      { 'owner.kind': 'user' },
      { 'slo.slos': 1 },
      { 'entity.kind': 'API' },
      { 'toil.covered': true },
    );
    const { predicate } = fc.letrec<{ predicate: FilterPredicate }>(tie => ({
      predicate: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .array(tie('predicate'), { minLength: 1, maxLength: 3 })
          .map($all => ({ $all } as FilterPredicate)),
        fc
          .array(tie('predicate'), { minLength: 1, maxLength: 3 })
          .map($any => ({ $any } as FilterPredicate)),
        tie('predicate').map($not => ({ $not } as FilterPredicate)),
      ),
    }));
    const roots = fc.subarray<keyof FactSources>(['owner', 'slo', 'toil']);
    fc.assert(
      fc.property(predicate, roots, (one, without) => {
        const result = check(one, without);
        expect(check({ $not: { $not: one } } as FilterPredicate, without)).toBe(
          result,
        );
        // Reading more only ever decides what was open.
        expect([check(one), 'unread']).toContain(result);
      }),
    );
  });
});

describe('what is stored of a fact', () => {
  const item = { check: { 'owner.exists': true } as FilterPredicate };
  const passed: ItemFact = {
    value: 'passed',
    since: NOW - DAY,
    hasPassed: true,
  };
  const withOwner = (exists: boolean) =>
    createFactDocument({ ...sources, owner: { exists } });
  const unread = createFactDocument({ ...sources, owner: undefined });

  it('is the very same while nothing changes', () => {
    expect(nextFact(item, passed, withOwner(true), NOW)).toBe(passed);
    const waiting = nextFact(item, passed, unread, NOW)!;
    expect(nextFact(item, waiting, unread, NOW + DAY)).toBe(waiting);
  });

  it('keeps the last value and its age while it can not be read', () => {
    const waiting = nextFact(item, passed, unread, NOW);
    expect(waiting).toEqual({ ...passed, unreadSince: NOW });
    expect(nextFact(item, waiting, withOwner(true), NOW + DAY)).toEqual(passed);
    expect(nextFact(item, undefined, unread, NOW)).toEqual({
      value: null,
      since: NOW,
      unreadSince: NOW,
      hasPassed: false,
    });
  });

  it('remembers that it passed', () => {
    expect(nextFact(item, passed, withOwner(false), NOW)).toEqual({
      value: 'failed',
      since: NOW,
      hasPassed: true,
    });
    expect(nextFact(item, undefined, withOwner(false), NOW)).toMatchObject({
      hasPassed: false,
    });
  });

  it('ends at the moment that a fact names, after a time of grace', () => {
    const expiring = {
      check: { 'slo.slos': 1 } as FilterPredicate,
      expires: { at: 'slo.reviewBy', graceDays: 30 },
    };
    expect(nextFact(expiring, undefined, document, NOW)).toMatchObject({
      value: 'passed',
      dueAt: NOW + DAY,
      until: NOW + 31 * DAY,
    });
  });

  it('is none for an item without a check', () => {
    expect(nextFact({}, undefined, document, NOW)).toBeUndefined();
  });
});

it('knows which facts a check reads', () => {
  const predicate = {
    $all: [{ $not: { 'slo.slos': 0 } }, { $any: [{ 'owner.exists': true }] }],
  } as FilterPredicate;
  expect(readsFact(predicate, 'slo.slos')).toBe(true);
  expect(readsFact(predicate, 'owner.exists')).toBe(true);
  expect(readsFact(predicate, 'slo.waiting')).toBe(false);
  expect(readsFact(undefined, 'slo.slos')).toBe(false);
});

describe('checks of other systems', () => {
  const known = (
    values: Record<string, boolean>,
    errors: Record<string, string> = {},
  ) =>
    createFactDocument({ ...sources, checks: { values, errors, reports: {} } });
  const green = { 'checks.ci.build.green': true };
  const item = { check: green } as Parameters<typeof nextFact>[0];

  it('are each read by themselves', () => {
    const checked = known({ 'ci.build.green': true, 'ci.signed': false });
    expect(evaluateCheck(green, checked)).toBe('passed');
    expect(evaluateCheck({ 'checks.ci.signed': true }, checked)).toBe('failed');
    const other = { 'checks.ci.other': { $exists: false } };
    expect(evaluateCheck(other, checked)).toBe('unread');
    expect(evaluateCheck({ $any: [other, green] }, checked)).toBe('passed');
  });

  it('neither pass nor fail what could not be read, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.boolean(),
          fc.record({ $exists: fc.boolean() }),
          fc.record({ $in: fc.array(fc.boolean(), { minLength: 1 }) }),
        ),
        fc.boolean(),
        (condition, negated) => {
          const asked = { 'checks.ci.constructor': condition };
          const predicate = (
            negated ? { $not: asked } : asked
          ) as FilterPredicate;
          expect(evaluateCheck(predicate, known({}))).toBe('unread');
          expect(check(predicate)).toBe('unread');
        },
      ),
    );
  });

  it('keep their last value with the error until they can be read', () => {
    const passed = nextFact(
      item,
      undefined,
      known({ 'ci.build.green': true }),
      NOW,
    )!;
    const down = known({}, { 'ci.build.green': 'ci: no answer' });
    const stale = nextFact(item, passed, down, NOW + DAY)!;
    expect(stale).toEqual({
      ...passed,
      unreadSince: NOW + DAY,
      error: 'ci: no answer',
    });
    expect(nextFact(item, stale, down, NOW + 2 * DAY)).toBe(stale);
    const back = nextFact(
      item,
      stale,
      known({ 'ci.build.green': true }),
      NOW + 2 * DAY,
    );
    expect(back).toEqual(passed);
  });
});
