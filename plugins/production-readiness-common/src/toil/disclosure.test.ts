import fc from 'fast-check';
import { callerView } from './callerView';
import { TeamNode } from './hierarchy';
import { teamVisibility } from './suppression';

// An attack by subtraction: somebody asks for every figure that they get, for
// as many weeks and categories as they like, and adds and subtracts. Each
// answer is a sum over Groups, the same for all weeks and categories, so that
// all they can ever find out is what the rows of a matrix span. The rules are
// right when that span holds nothing about fewer people than the minimum. The
// check is linear algebra and shares no code with the rules.

/** Groups in a random tree, sometimes with a second parent or a cycle. */
const organisation = fc
  .array(
    fc.record({
      parent: fc.nat(),
      second: fc.option(fc.nat(), { freq: 8 }),
      shares: fc.boolean(),
      users: fc.array(fc.nat({ max: 14 }), { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(groups =>
    groups.map(
      (group, index): TeamNode => ({
        ref: `g${index}`,
        shares: group.shares && group.parent % 3 === 0,
        users: [...new Set(group.users)].map(user => `user:${user}`),
        children: groups.flatMap((other, child) => {
          const isParent =
            child > 0 && other.parent % child === index && child !== index;
          const isSecond =
            other.second !== null &&
            other.second !== undefined &&
            other.second % groups.length === index;
          return isParent || isSecond ? [`g${child}`] : [];
        }),
      }),
    ),
  );

/** Everybody above a person's own groups, as the directory closes it. */
function groupsOf(user: string, nodes: readonly TeamNode[]): Set<string> {
  const groups = new Set(
    nodes.filter(({ users }) => users.includes(user)).map(({ ref }) => ref),
  );
  for (const group of groups) {
    nodes
      .filter(({ children }) => children.includes(group))
      .forEach(({ ref }) => groups.add(ref));
  }
  return groups;
}

/** Row echelon form, columns from left to right; zero rows are left out. */
function echelon(rows: number[][]): number[][] {
  const open = rows.map(row => [...row]);
  const done: number[][] = [];
  const columns = open[0]?.length ?? 0;
  for (let column = 0; column < columns; column++) {
    const index = open.findIndex(row => Math.abs(row[column]) > 1e-9);
    if (index < 0) continue;
    const [pivot] = open.splice(index, 1);
    done.push(pivot);
    for (const row of open) {
      const factor = row[column] / pivot[column];
      if (factor) row.forEach((_, i) => (row[i] -= factor * pivot[i]));
    }
  }
  return done;
}

const rank = (rows: number[][]) => echelon(rows).length;

/** What of the span is about these columns alone, as a basis. */
function within(rows: number[][], columns: readonly number[]): number[][] {
  const width = rows[0]?.length ?? 0;
  const others = Array.from({ length: width }, (_, i) => i).filter(
    i => !columns.includes(i),
  );
  const order = [...others, ...columns];
  return echelon(rows.map(row => order.map(i => row[i])))
    .filter(row => row.slice(0, others.length).every(x => Math.abs(x) < 1e-9))
    .map(row => {
      const back = new Array(width).fill(0);
      order.forEach((i, at) => (back[i] = row[at]));
      return back;
    });
}

/** Sets of Groups of which something is known though they are too few people. */
function leaks(
  nodes: readonly TeamNode[],
  k: number,
  memberOf: ReadonlySet<string>,
): string[][] {
  const visibility = teamVisibility(nodes, k);
  const view = callerView(visibility, memberOf);
  const others = nodes.filter(({ ref }) => !memberOf.has(ref));
  const rowOf = (refs: readonly string[]) =>
    others.map(({ ref }) => Number(refs.includes(ref)));
  // Own records are known, therefore their columns are left out.
  const answers = nodes.flatMap(({ ref }) => {
    const teams = view.teamsIn(ref);
    return teams ? [rowOf(teams)] : [];
  });
  if (answers.length === 0 || others.length === 0) return [];

  const found: string[][] = [];
  for (let set = 1; set < 2 ** others.length; set++) {
    const columns = others.map((_, i) => i).filter(i => set & (2 ** i));
    const groups = columns.map(i => others[i]);
    const people = new Set(groups.flatMap(({ users }) => users)).size;
    if (people === 0 || people >= k) continue;
    // What a team shares of itself by choice, and what is about nobody.
    const allowed = [
      ...nodes
        .filter(({ ref, shares }) => shares && visibility.isShown(ref))
        .map(({ ref }) => rowOf([...visibility.hierarchy.below(ref)])),
      ...groups
        .filter(({ users }) => users.length === 0)
        .map(({ ref }) => rowOf([ref])),
    ];
    const known = within(answers, columns);
    if (rank([...allowed, ...known]) > rank(allowed)) {
      found.push(groups.map(({ ref }) => ref));
    }
  }
  return found;
}

describe('what can be found out by subtracting', () => {
  it('notices a department less one of its teams', () => {
    const nodes: TeamNode[] = [
      { ref: 'p', users: [], children: ['a', 'b'] },
      { ref: 'a', users: ['1', '2', '3'], children: [] },
      { ref: 'b', users: ['4', '5', '6', '7', '8', '9'], children: [] },
    ];
    // The check itself, on answers that nobody should get.
    expect(
      within(
        [
          [1, 1],
          [0, 1],
        ],
        [0],
      ),
    ).toHaveLength(1);
    expect(leaks(nodes, 5, new Set())).toEqual([]);
  });

  it('tells an outsider nothing about fewer than k people', () => {
    fc.assert(
      fc.property(organisation, fc.integer({ min: 3, max: 6 }), (nodes, k) => {
        expect(leaks(nodes, k, new Set())).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('tells a member of a team nothing about fewer than k people beside it', () => {
    fc.assert(
      fc.property(
        organisation,
        fc.integer({ min: 3, max: 6 }),
        fc.nat({ max: 14 }),
        (nodes, k, user) => {
          const memberOf = groupsOf(`user:${user}`, nodes);
          expect(leaks(nodes, k, memberOf)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('always gives members a figure of their own team', () => {
    fc.assert(
      fc.property(organisation, fc.nat({ max: 14 }), (nodes, user) => {
        const memberOf = groupsOf(`user:${user}`, nodes);
        const view = callerView(teamVisibility(nodes), memberOf);
        for (const ref of memberOf) {
          expect(view.teamsIn(ref)).toContain(ref);
        }
      }),
    );
  });
});

describe('what a member gets', () => {
  const two = (a: number, b: number): TeamNode[] => [
    { ref: 'p', users: [], children: ['a', 'b'] },
    {
      ref: 'a',
      users: Array.from({ length: a }, (_, i) => `user:a${i}`),
      children: [],
    },
    {
      ref: 'b',
      users: Array.from({ length: b }, (_, i) => `user:b${i}`),
      children: [],
    },
  ];
  const viewOf = (nodes: TeamNode[], ...memberOf: string[]) =>
    callerView(teamVisibility(nodes), new Set(memberOf));

  it('is the department without the small team beside the own one', () => {
    const view = viewOf(two(3, 6), 'b', 'p');
    expect(view.teamsIn('p')).toEqual(['p', 'b']);
    expect(view.leavesOut('p')).toBe(true);
    expect(view.teamsIn('a')).toBeUndefined();
  });

  it('is the whole department where the team beside is large', () => {
    const view = viewOf(two(3, 6), 'a', 'p');
    expect(view.teamsIn('p')).toEqual(['p', 'a', 'b']);
    expect(view.leavesOut('p')).toBe(false);
  });

  it('is nothing but the own records for who is directly in a small one', () => {
    const nodes = two(3, 6).map(node =>
      node.ref === 'p' ? { ...node, users: ['user:lead'] } : node,
    );
    const view = viewOf(nodes, 'p');
    // Nine people in both teams together: nothing to leave out.
    expect(view.teamsIn('p')).toEqual(['p', 'a', 'b']);
  });
});
