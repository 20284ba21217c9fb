import fc from 'fast-check';
import { ownerHistoryOf, PlacedSpan, placedSpans } from './ownerHistory';
import { OWNER_PLACES } from './owners';

const span = (change: Partial<PlacedSpan>): PlacedSpan => ({
  role: 'cto',
  by: 'set',
  userRef: 'user:default/ann',
  from: 10,
  until: null,
  changedBy: 'user:default/dev',
  endedBy: null,
  place: 'entity',
  entityRef: 'component:default/pay',
  ...change,
});

it('lets a name from above show again when a nearer one ends', () => {
  const history = ownerHistoryOf('cto', [
    span({
      place: 'domain',
      entityRef: 'domain:default/d',
      by: 'annotation',
      userRef: 'user:default/old',
      from: 5,
      changedBy: null,
    }),
    span({ until: 20, endedBy: 'user:default/boss' }),
    span({ role: 'product-owner', from: 1 }),
  ]);
  expect(
    history.map(({ userRef, origin, from, until, changedBy }) => [
      userRef,
      origin.place,
      from,
      until,
      changedBy,
    ]),
  ).toEqual([
    ['user:default/old', 'domain', 20, null, 'user:default/boss'],
    ['user:default/ann', 'entity', 10, 20, 'user:default/dev'],
    ['user:default/old', 'domain', 5, 10, null],
  ]);
});

it('never has two holders at once, and one whenever somebody was named', () => {
  const placed = fc
    .record({
      place: fc.constantFrom(...OWNER_PLACES),
      by: fc.constantFrom('annotation' as const, 'set' as const),
      userRef: fc.constantFrom('user:default/a', 'user:default/b'),
      from: fc.nat(30),
      length: fc.option(fc.integer({ min: 1, max: 20 })),
    })
    .map(({ length, ...one }) =>
      span({
        ...one,
        entityRef: one.place,
        until: length === null ? null : one.from + length,
      }),
    );
  fc.assert(
    fc.property(fc.array(placed, { maxLength: 8 }), spans => {
      const history = ownerHistoryOf('cto', spans);
      for (let at = 0; at < 60; at++) {
        const within = (one: { from: number; until: number | null }) =>
          one.from <= at && (one.until === null || at < one.until);
        expect(history.filter(within)).toHaveLength(spans.some(within) ? 1 : 0);
      }
    }),
  );
});

describe('what an entity took over', () => {
  const from = (place: 'a' | 'b', named: Partial<PlacedSpan> = {}) =>
    span({ entityRef: `system:default/${place}`, ...named });
  const moved = [
    { systemRef: 'system:default/a', domainRef: null, from: 0, until: 20 },
    {
      systemRef: 'system:default/b',
      domainRef: 'system:default/a',
      from: 20,
      until: null,
    },
  ];

  it('counted while it was part of who said it', () => {
    const placed = placedSpans('component:default/pay', moved, [
      from('a', { from: 10, until: 30, endedBy: 'user:default/boss' }),
      from('b', { from: 15 }),
      from('b', { from: 1, until: 20 }),
      span({ from: 3 }),
    ]);
    expect(
      placed.map(one => [
        one.place,
        one.from,
        one.until,
        one.changedBy,
        one.endedBy,
      ]),
    ).toEqual([
      // Who moved it is not known; who chose and who took it back is.
      ['system', 10, 20, 'user:default/dev', null],
      ['domain', 20, 30, null, 'user:default/boss'],
      ['system', 20, null, null, null],
      ['entity', 3, null, 'user:default/dev', null],
    ]);
  });

  it('is all that these said, when it was always there', () => {
    const spans = [from('a', { until: 30 }), span({})];
    const always = { ...moved[0], from: Number.NEGATIVE_INFINITY, until: null };
    expect(placedSpans('component:default/pay', [always], spans)).toEqual([
      { ...spans[0], place: 'system' },
      spans[1],
    ]);
  });
});
