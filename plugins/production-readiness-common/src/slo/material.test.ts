import fc from 'fast-check';
import { differenceOf } from './difference';
import {
  canonicalText,
  contentDigestOf,
  digestOfText,
  SloMaterial,
  sloMaterialSchema,
} from './material';
import { shownDigestOf, signerSummaryOf } from './shown';

const base = sloMaterialSchema.parse({
  sloId: '6a0c2f9e-6f3a-4d0c-9a60-0b7d6a2f0c11',
  entityRef: 'Component:Default/Checkout',
  journey: {
    id: '0d2c9b0e-9d51-4b50-8f0d-2c7b8a5d6e21',
    title: 'Check out a basket',
    kind: 'user',
    importance: 'critical',
    beneficiary: 'Shoppers',
  },
  sliText: 'the proportion of checkouts that succeed within 2 s',
  target: '99.90',
  rationale: { text: 'Shoppers leave after the second try', basis: 'observed' },
  accountableOwner: { userRef: 'user:default/hanako', role: 'product-owner' },
});

it('is normalised before it is digested', () => {
  expect(base.target).toBe('99.9');
  expect(base.entityRef).toBe('component:default/checkout');
  expect(base.window).toEqual({ kind: 'rolling', n: 28, unit: 'day' });
});

it('digests the canonical text in UTF-8', () => {
  expect(digestOfText('')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
  expect(digestOfText('あ')).toBe(
    'dc5a4d3d82f7e15792959dc661538ae0e541ce66494516f5c9cfd9cd3308494d',
  );
  expect(canonicalText({ b: [1, 'é'], a: undefined, c: null })).toBe(
    '{"b":[1,"é"],"c":null}',
  );
});

const text = fc.string({ unit: 'grapheme', minLength: 5, maxLength: 20 });
const material = fc
  .record({
    target: fc.constantFrom('99.9', '99', '99.95', '90.00'),
    sliText: text,
    rationaleText: text,
    exclusions: fc.array(fc.record({ what: text, why: text }), {
      maxLength: 2,
    }),
    sli: fc.option(
      fc.record({ type: fc.constant('ratio-good'), source: text }),
      { nil: undefined },
    ),
    owner: fc.constantFrom('user:default/hanako', 'user:default/taro'),
  })
  .map(one => ({
    ...base,
    target: one.target,
    sliText: one.sliText,
    rationale: { ...base.rationale, text: one.rationaleText },
    exclusions: one.exclusions,
    sli: one.sli,
    accountableOwner: { userRef: one.owner, role: 'product-owner' },
  }))
  .map(one => sloMaterialSchema.safeParse(one))
  .filter(one => one.success)
  .map(one => one.data as SloMaterial);

it('has a digest that knows no order of keys', () => {
  fc.assert(
    fc.property(material, fc.infiniteStream(fc.nat(1000)), (one, order) => {
      const ranks = order[Symbol.iterator]();
      const shuffled = shuffleKeys(one, () => ranks.next().value ?? 0);
      expect(contentDigestOf(shuffled as SloMaterial)).toBe(
        contentDigestOf(one),
      );
    }),
  );
});

it('reads back from its canonical text without a change', () => {
  fc.assert(
    fc.property(material, one => {
      const read = sloMaterialSchema.parse(JSON.parse(canonicalText(one)));
      expect(contentDigestOf(read)).toBe(contentDigestOf(one));
    }),
  );
});

it('knows no version number', () => {
  expect(sloMaterialSchema.safeParse({ ...base, version: 2 }).success).toBe(
    false,
  );
});

it('differs in a field exactly when the digests differ', () => {
  fc.assert(
    fc.property(material, material, (one, other) => {
      expect(differenceOf(one, other).length === 0).toBe(
        contentDigestOf(one) === contentDigestOf(other),
      );
      expect(differenceOf(one, one)).toEqual([]);
    }),
  );
});

it('names what changed', () => {
  const other = { ...base, target: '99.95', exclusions: [] };
  expect(differenceOf(base, other)).toEqual([
    { field: 'target', before: '99.9', after: '99.95' },
  ]);
});

describe('what a signer sees', () => {
  it('is the agreement in business terms', () => {
    const summary = signerSummaryOf(base, undefined, 0);
    expect(summary).toMatchObject({
      failures: { failures: '1', outOf: '1000' },
      allowedDowntimeSeconds: '2419.2',
      operatingStyle: 'reactive',
      changes: null,
    });
  });

  it('has another digest when anything of it differs', () => {
    const summary = signerSummaryOf(base, undefined, 0);
    const changed = signerSummaryOf(base, { ...base, target: '99' }, 0);
    expect(shownDigestOf(changed)).not.toBe(shownDigestOf(summary));
    expect(shownDigestOf(signerSummaryOf(base, undefined, 5))).toBe(
      shownDigestOf(summary),
    );
  });
});

function shuffleKeys(value: unknown, rank: () => number): unknown {
  if (Array.isArray(value)) return value.map(one => shuffleKeys(one, rank));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => ({ key, one, rank: rank() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ key, one }) => [key, shuffleKeys(one, rank)]),
  );
}
