import fc from 'fast-check';
import {
  evaluateFilterPredicate,
  parseFilterPredicate,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import { FACT_ROOTS, factRootsOf, findPredicateIssues } from './predicate';

const primitive = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const path = fc
  .tuple(fc.constantFrom(...FACT_ROOTS), fc.constantFrom('kind', 'a.b/c'))
  .map(([root, rest]) =>
    root === 'checks' ? `checks.ci.${rest}` : `${root}.${rest}`,
  );

const { predicate } = fc.letrec<{ predicate: FilterPredicate }>(tie => ({
  predicate: fc.oneof(
    { maxDepth: 2 },
    fc.dictionary(
      path,
      fc.oneof(
        primitive,
        fc.record({ $exists: fc.boolean() }),
        fc.record({ $in: fc.array(primitive, { minLength: 1 }) }),
        fc.record({ $hasPrefix: fc.string({ minLength: 1 }) }),
        fc.record({ $contains: fc.record({ type: primitive }) }),
      ),
      { minKeys: 1 },
    ) as fc.Arbitrary<FilterPredicate>,
    fc.record({ $all: fc.array(tie('predicate'), { minLength: 1 }) }),
    fc.record({ $any: fc.array(tie('predicate'), { minLength: 1 }) }),
    fc.record({ $not: tie('predicate') }),
  ) as fc.Arbitrary<FilterPredicate>,
}));

describe('findPredicateIssues', () => {
  it('takes what the library understands', () => {
    fc.assert(
      fc.property(predicate, value => {
        expect(findPredicateIssues(value)).toEqual([]);
        expect(() => parseFilterPredicate(value)).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('names an unknown operator wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('$not', '$all', '$any'), { maxLength: 5 }),
        around => {
          const value = around.reduceRight<unknown>(
            (inner, operator) => ({
              [operator]: operator === '$not' ? inner : [inner],
            }),
            { 'entity.kind': { $matches: 'x' } },
          );
          const issues = findPredicateIssues(value);
          expect(issues).toHaveLength(1);
          expect(issues[0].path.slice(-2)).toEqual(['entity.kind', '$matches']);
        },
      ),
    );
  });

  it('is stricter than evaluation, which would let these through', () => {
    const unknown = { $not: { 'entity.kind': { $matches: 'x' } } };
    expect(evaluateFilterPredicate(unknown as FilterPredicate, {})).toBe(true);
    expect(findPredicateIssues(unknown)).not.toEqual([]);
  });

  it.each([
    [null, []],
    ['Component', []],
    [[], []],
    [{}, []],
    [{ $all: [] }, ['$all']],
    [{ $all: [{}] }, ['$all', 0]],
    [{ $nor: [] }, ['$nor']],
    [{ $exists: true }, ['$exists']],
    [{ $not: { 'slo.slos': 0 }, 'slo.slos': 1 }, ['$not']],
    [{ 'metadata.name': 'x' }, ['metadata.name']],
    [{ checks: { $exists: true } }, ['checks']],
    [{ 'checks.ci': true }, ['checks.ci']],
    [{ 'checks.CI.green': true }, ['checks.CI.green']],
    [{ 'entity.kind': null }, ['entity.kind']],
    [{ 'entity.kind': ['a'] }, ['entity.kind']],
    [{ 'entity.kind': {} }, ['entity.kind']],
    [{ 'entity.kind': { name: 'a' } }, ['entity.kind', 'name']],
    [{ 'entity.kind': { $exists: 'yes' } }, ['entity.kind', '$exists']],
    [{ 'entity.kind': { $in: [] } }, ['entity.kind', '$in']],
    [{ 'entity.kind': { $hasPrefix: '' } }, ['entity.kind', '$hasPrefix']],
    [
      { 'entity.links': { $contains: { $hasPrefix: 'a' } } },
      ['entity.links', '$contains', '$hasPrefix'],
    ],
    [{ 'entity.kind': { $exists: true, $in: ['a'] } }, ['entity.kind']],
  ])('refuses %j', (value, at) => {
    expect(findPredicateIssues(value)[0]).toMatchObject({
      path: at,
      message: expect.stringMatching(/\.$/),
    });
  });

  it('refuses what is nested too deeply', () => {
    const deep = Array.from({ length: 50 }).reduce<unknown>(
      inner => ({ $not: inner }),
      { 'slo.slos': 1 },
    );
    expect(findPredicateIssues(deep)[0].message).toContain('too deeply');
  });
});

describe('factRootsOf', () => {
  it('names each fact once, without the paths inside of lists', () => {
    expect(
      factRootsOf({
        $any: [
          { 'slo.slos': 1, 'entity.kind': 'Component' },
          { $not: { 'slo.journeys': 0 } },
          { dependencies: { $contains: { 'toil.x': 1 } } },
        ],
      }),
    ).toEqual(['entity', 'dependencies', 'slo']);
    expect(factRootsOf(undefined)).toEqual([]);
  });
});
