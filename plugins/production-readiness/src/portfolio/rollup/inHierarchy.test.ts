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
    // Every way to give five lines a parent, circles among them.
    const choices = [null, ...names];
    for (let code = 0; code < choices.length ** names.length; code++) {
      const lines = names.map((name, index) =>
        line(name, choices[Math.floor(code / choices.length ** index) % 6]),
      );
      const found = inHierarchy(lines).map(({ line: one }) => one.value);
      if (found.sort().join('') !== 'abcde') {
        throw new Error(`${found} of ${JSON.stringify(lines)}`);
      }
    }
    expect(choices).toHaveLength(6);
  });
});
