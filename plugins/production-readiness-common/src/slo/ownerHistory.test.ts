import fc from 'fast-check';
import { ownerHistoryOf, PlacedSpan } from './ownerHistory';
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
