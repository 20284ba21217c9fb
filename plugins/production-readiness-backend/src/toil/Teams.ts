import {
  callerView,
  CallerView,
  TeamNode,
  teamVisibility,
  TeamVisibility,
  ToilTargetChange,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { EVERYTHING, Visibility } from '../directory';

/** The choice of a team whether to show its figures, and what it aims at. */
export interface TeamChoices {
  sharing: { shares: boolean; version: number };
  /** Oldest first. */
  targetChanges: ToilTargetChange[];
  targetsVersion: number;
}

/** All teams as one caller sees them, read in one statement. */
export interface Teams {
  /** Who may see which team, of the Groups that this caller may read. */
  readonly visibility: TeamVisibility;
  /** Choices of the Group that was asked for. */
  readonly choices: TeamChoices;
  /** What the caller gets of them. */
  view(caller: Caller): CallerView;
  /** How many people of these Groups the caller may read in the catalog. */
  countPeople(teams: readonly string[]): number;
}

/**
 * Reads all Groups with their people, in one statement, and decides which of
 * them people outside may see. All are needed for any: whether a team can be
 * shown depends on the ones beside it and above it.
 *
 * A Group that the catalog does not show to the caller is no part of anything
 * here: not of a total, nor of a count of teams. People whom it does not show
 * still make a team large enough, but are in no count.
 *
 * @param options.groupRef - whose choices to read as well
 */
export async function readTeams(
  connection: Knex,
  options: {
    minimumTeamSize: number;
    visible?: Visibility;
    groupRef?: string;
  },
): Promise<Teams> {
  const { minimumTeamSize, visible = EVERYTHING, groupRef = '' } = options;
  const rows: Row[] = await connection.queryBuilder().unionAll([
    rowsOf(connection, 'member', 'member_ref', 'group_ref')
      .from('directory_memberships')
      .where('depth', '<=', 1),
    rowsOf(connection, 'shares', 'group_ref', null, {
      x: 'case when shares then 1 else 0 end',
      version: 'version',
    })
      .from('toil_teams')
      .where({ shares: true })
      .orWhere({ group_ref: groupRef }),
    rowsOf(connection, 'target', 'from_week', null, {
      x: 'toil_tenths',
      y: 'reactive_tenths',
      version: 'version',
    })
      .from('toil_targets')
      .where({ group_ref: groupRef }),
    ...(visible === EVERYTHING ? [] : [readable(connection, visible)]),
  ]);
  const of = (kind: Row['kind']) => rows.filter(row => row.kind === kind);
  const seen =
    visible === EVERYTHING
      ? undefined
      : new Set(of('readable').map(({ a }) => a));
  const maySee = (ref: string) => !seen || seen.has(ref);
  const sharing = of('shares');
  const shares = new Set(
    sharing.filter(row => Number(row.x)).map(row => row.a),
  );
  const visibility = teamVisibility(
    teamsOf(
      of('member').filter(
        row => maySee(row.b) && (row.a.startsWith('user:') || maySee(row.a)),
      ),
      shares,
    ),
    minimumTeamSize,
  );
  return {
    visibility,
    choices: choicesOf(
      sharing.find(row => row.a === groupRef),
      of('target'),
    ),
    view: caller =>
      callerView(
        visibility,
        new Set(caller.kind === 'user' ? caller.principals : []),
      ),
    countPeople: teams =>
      [...visibility.hierarchy.people(teams)].filter(maySee).length,
  };
}

interface Row {
  kind: 'member' | 'shares' | 'target' | 'readable';
  a: string;
  b: string;
  x: number | string;
  y: number | string;
  version: number | string;
}

function rowsOf(
  connection: Knex,
  kind: Row['kind'],
  a: string,
  b: string | null,
  numbers: { x?: string; y?: string; version?: string } = {},
): Knex.QueryBuilder {
  const { x = '0', y = '0', version = '0' } = numbers;
  return connection
    .queryBuilder()
    .select(
      connection.raw(`'${kind}' as kind`),
      { a },
      b === null ? connection.raw(`'' as b`) : { b },
      connection.raw(`${x} as x`),
      connection.raw(`${y} as y`),
      connection.raw(`${version} as version`),
    );
}

/** The Groups and Users that the caller may read. */
function readable(connection: Knex, visible: Visibility): Knex.QueryBuilder {
  const query = rowsOf(connection, 'readable', 'e.ref', null)
    .from('directory_entities as e')
    .whereIn('e.kind', ['group', 'user'])
    .whereNull('e.deleted_at');
  visible.apply(query, 'e');
  return query;
}

function teamsOf(
  members: readonly Row[],
  shares: ReadonlySet<string>,
): TeamNode[] {
  const teams = new Map<string, { users: string[]; children: string[] }>();
  const teamOf = (ref: string) => {
    const team = teams.get(ref) ?? { users: [], children: [] };
    teams.set(ref, team);
    return team;
  };
  for (const { a: member, b: group } of members) {
    const team = teamOf(group);
    if (member.startsWith('user:')) team.users.push(member);
    else if (member !== group) {
      team.children.push(member);
      // A Group that is only a child so far is one without people.
      teamOf(member);
    }
  }
  return [...teams].map(([ref, team]) => ({
    ref,
    ...team,
    shares: shares.has(ref),
  }));
}

function choicesOf(sharing: Row | undefined, targets: Row[]): TeamChoices {
  const inOrder = [...targets].sort(
    (a, b) => Number(a.version) - Number(b.version),
  );
  return {
    sharing: {
      shares: Number(sharing?.x ?? 0) === 1,
      version: Number(sharing?.version ?? 0),
    },
    targetChanges: inOrder.map(row => ({
      fromWeek: row.a,
      toil: Number(row.x) / 10,
      reactive: Number(row.y) / 10,
    })),
    targetsVersion: Number(inOrder[inOrder.length - 1]?.version ?? 0),
  };
}
