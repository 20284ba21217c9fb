import fc from 'fast-check';
import { type RollupLine } from '@prodready/backstage-plugin-production-readiness-common';
import { inHierarchy } from './inHierarchy';

const line = (value: string, parent: string | null): RollupLine => ({
  value,
  parent,
  entities: 1,
  blocked: 0,
  required: 1,
  satisfied: 1,
  sections: [],
});

describe('lines in their hierarchy', () => {
  it('stand below their parents', () => {
    const lines = [line('c', 'b'), line('a', null), line('b', 'a')];
    expect(
      inHierarchy(lines).map(({ line: one, depth }) => [one.value, depth]),
    ).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]);
  });

  it('are all there once, whatever the parents are', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...names)), {
          minLength: 5,
          maxLength: 5,
        }),
        parents => {
          const lines = names.map((name, index) => line(name, parents[index]));
          const found = inHierarchy(lines).map(({ line: one }) => one.value);
          expect(found.sort()).toEqual(names);
        },
      ),
    );
  });
});
