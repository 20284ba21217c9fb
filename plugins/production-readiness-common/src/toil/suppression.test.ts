import fc from 'fast-check';
import { TeamNode } from './hierarchy';
import { teamVisibility } from './suppression';
import vectors from './toil.vectors.json';

function people(prefix: string, count: number) {
  return Array.from({ length: count }, (_, index) => `user:${prefix}${index}`);
}

function parentWith(
  sizes: Record<string, number>,
  directMembers: number,
): TeamNode[] {
  return [
    {
      ref: 'parent',
      users: people('direct', directMembers),
      children: Object.keys(sizes),
    },
    ...Object.entries(sizes).map(([ref, size]) => ({
      ref,
      users: people(ref, size),
      children: [],
    })),
  ];
}

function hiddenOf(nodes: TeamNode[], k?: number) {
  const visibility = teamVisibility(nodes, k);
  return nodes.map(({ ref }) => ref).filter(ref => !visibility.isShown(ref));
}

describe('team visibility', () => {
  it.each(vectors.suppression)('hides what example %# says', example => {
    const nodes = parentWith(example.children, example.directMembers);
    expect(hiddenOf(nodes, example.k)).toEqual(example.hidden);
  });

  it('shows a team from k people on', () => {
    expect(hiddenOf(parentWith({ a: 5 }, 0))).toEqual([]);
    expect(hiddenOf(parentWith({ a: 4 }, 0))).toEqual(['parent', 'a']);
  });

  it('never goes below three, whatever is asked for', () => {
    expect(hiddenOf(parentWith({ a: 2 }, 0), 1)).toEqual(['parent', 'a']);
    expect(hiddenOf(parentWith({ a: 3 }, 0), 1)).toEqual([]);
  });

  it('hides a child when the direct members of the parent are too few', () => {
    expect(hiddenOf(parentWith({ a: 6, b: 8 }, 2))).toEqual(['a']);
    expect(hiddenOf(parentWith({ a: 6, b: 8 }, 5))).toEqual([]);
  });

  it('counts a person in two teams once', () => {
    const shared = people('shared', 4);
    const nodes: TeamNode[] = [
      { ref: 'parent', users: [], children: ['a', 'b'] },
      { ref: 'a', users: shared, children: [] },
      { ref: 'b', users: shared, children: [] },
    ];
    expect(hiddenOf(nodes)).toEqual(['parent', 'a', 'b']);
  });

  it('counts members of children for the parent, not the reverse', () => {
    const nodes: TeamNode[] = [
      { ref: 'parent', users: people('p', 5), children: ['child'] },
      { ref: 'child', users: people('c', 2), children: [] },
    ];
    const visibility = teamVisibility(nodes);
    expect(visibility.size('parent')).toBe(7);
    expect(visibility.size('child')).toBe(2);
  });

  it('hides what lies below a team hidden for its neighbour', () => {
    const nodes: TeamNode[] = [
      { ref: 'root', users: [], children: ['small', 'big', 'other'] },
      { ref: 'small', users: people('s', 2), children: [] },
      { ref: 'big', users: [], children: ['inner'] },
      { ref: 'inner', users: people('i', 6), children: [] },
      { ref: 'other', users: people('o', 9), children: [] },
    ];
    expect(hiddenOf(nodes)).toEqual(['small', 'big', 'inner']);
  });

  describe('with teams that chose to share', () => {
    const sharing = (nodes: TeamNode[], ...refs: string[]) =>
      nodes.map(node => ({ ...node, shares: refs.includes(node.ref) }));

    it('shows them beside teams that are large enough', () => {
      const nodes = parentWith({ a: 3, b: 6 }, 7);
      expect(hiddenOf(nodes)).toEqual(['a']);
      expect(hiddenOf(sharing(nodes, 'a'))).toEqual([]);
    });

    it('keeps them hidden while they would tell of a neighbour', () => {
      const nodes = parentWith({ a: 3, b: 2 }, 0);
      expect(hiddenOf(sharing(nodes, 'a'))).toEqual(['a', 'b']);
      expect(hiddenOf(sharing(nodes, 'a', 'b'))).toEqual([]);
    });

    it('shows what a team shares even where its parent is too small', () => {
      const nodes = parentWith({ a: 3 }, 1);
      expect(hiddenOf(sharing(nodes, 'a'))).toEqual(['parent']);
    });

    it('does not show those of a sharing team that only remain', () => {
      const nodes = sharing(parentWith({ a: 2 }, 1), 'parent', 'a');
      expect(hiddenOf(nodes)).toEqual(['a']);
    });
  });

  it('survives a cycle, a missing child and an unknown team', () => {
    const nodes: TeamNode[] = [
      { ref: 'a', users: people('a', 6), children: ['b', 'gone'] },
      { ref: 'b', users: [], children: ['a', 'b'] },
    ];
    const visibility = teamVisibility(nodes);
    expect(visibility.size('a')).toBe(6);
    expect(visibility.isShown('unknown')).toBe(false);
  });

  /** Groups in a random tree: each has a parent with a smaller index. */
  const tree = fc
    .array(
      fc.record({
        parent: fc.nat(),
        users: fc.array(fc.nat({ max: 40 }), { maxLength: 8 }),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map(groups =>
      groups.map((group, index) => ({
        ref: `g${index}`,
        parent: index === 0 ? undefined : `g${group.parent % index}`,
        users: group.users.map(user => `user:${user}`),
      })),
    )
    .map(groups =>
      groups.map(({ ref, users }) => ({
        ref,
        users,
        children: groups
          .filter(({ parent }) => parent === ref)
          .map(child => child.ref),
      })),
    );

  it('never lets a subtraction of shown teams point at fewer than k people', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 3, max: 8 }), (nodes, k) => {
        const byRef = new Map(nodes.map(node => [node.ref, node]));
        const visibility = teamVisibility(nodes, k);
        const left = (node: TeamNode): string[] => [
          ...node.users,
          ...node.children
            .filter(ref => !visibility.isShown(ref))
            .flatMap(ref => left(byRef.get(ref)!)),
        ];
        const shown = nodes.filter(({ ref }) => visibility.isShown(ref));
        const hidden = nodes.filter(({ ref }) => !visibility.isShown(ref));
        const tooFew = shown.filter(node => {
          const count = new Set(left(node)).size;
          return visibility.size(node.ref) < k || (count > 0 && count < k);
        });
        expect(tooFew).toEqual([]);
        // A child that is shown under a hidden team would undo the hiding.
        const children = hidden.flatMap(node => node.children);
        expect(children.filter(visibility.isShown)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('hides no more in a larger team than in a smaller one without children', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 20 }),
        fc.integer({ min: 3, max: 8 }),
        (n, k) => {
          const nodes = [{ ref: 'team', users: people('t', n), children: [] }];
          expect(teamVisibility(nodes, k).isShown('team')).toBe(n >= k);
        },
      ),
    );
  });
});
