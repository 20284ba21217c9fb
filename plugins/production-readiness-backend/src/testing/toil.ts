import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  ReadinessError,
  ToilReport,
  ToilAnswer,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access } from '../access';
import { Caller } from '../access/Caller';
import { FixedClock, ReadinessDatabase } from '../database';
import {
  Directory,
  DirectoryEntity,
  EVERYTHING,
  Visibility,
} from '../directory';
import { databaseJournal } from '../journal';
import { readToilConfig } from '../toil/config';
import { createToilFeature } from '../toil/createToilFeature';
import { createToilFactReader } from '../toil/facts';

/** Monday of 2026-W48, at noon in UTC. */
export const NOW = Date.UTC(2026, 10, 23, 12);

/** Groups by name: their parent and the people directly in them. */
export type TestTeams = Record<string, { parent?: string; users?: string[] }>;

/** Ref of a Group or User of the tests. */
export const ref = (kind: 'group' | 'user', name: string) =>
  `${kind}:default/${name}`;

/**
 * The toil tracker on a real database whose directory holds the teams. What
 * the catalog and the permission framework decide stands still here: everybody
 * may, and every Group is visible. The route tests have the real ones.
 */
export async function createToilTestBed(
  database: ReadinessDatabase,
  teams: TestTeams,
  options: { config?: JsonObject; visible?: Visibility } = {},
) {
  const memberships = membershipsOf(teams);
  await database.knex('directory_memberships').insert(memberships);
  const clock = new FixedClock(NOW);
  const config = readToilConfig(
    new ConfigReader({ productionReadiness: { toil: options.config ?? {} } }),
  );
  const reevaluated: string[][] = [];
  const directory = directoryOf(teams);
  const feature = createToilFeature({
    database,
    clock,
    config,
    journal: databaseJournal,
    access: {
      authorize: async () => {},
      authorizeReading: async () => {},
      isAllowed: async (_caller: unknown, _what: unknown, refs: string[]) =>
        refs.map(() => true),
      visibility: async () => options.visible ?? EVERYTHING,
    } as unknown as Access,
    directory,
    evaluation: {
      reevaluate: async (_tx, entityIds) => {
        reevaluated.push(entityIds);
      },
    },
  });
  return {
    ...feature,
    clock,
    config,
    directory,
    reevaluated,
    facts: createToilFactReader({ clock, config }),
    /** The caller that a User of the teams is; anybody else is an outsider. */
    caller(name: string): Caller {
      const userRef = ref('user', name);
      return {
        kind: 'user',
        userRef,
        principals: [
          userRef,
          ...memberships
            .filter(row => row.member_ref === userRef)
            .map(row => row.group_ref),
        ],
        isAdmin: false,
        onBehalfOf: false,
        credentials: {
          $$type: '@backstage/BackstageCredentials',
          principal: { type: 'user', userEntityRef: userRef },
        },
      };
    },
  };
}

/** The figures of an answer that shows them. */
export function shown(answer: ToilAnswer): ToilReport {
  if (answer.access !== 'shown') throw new Error('The team is hidden');
  return answer;
}

/** A directory that knows the teams, and shows them to everybody. */
function directoryOf(teams: TestTeams): Directory {
  const entity = (wanted: string) =>
    ({ ref: wanted, name: wanted.split('/')[1], spec: {} } as DirectoryEntity);
  return {
    findEntity: async (_: unknown, wanted: string) => {
      if (teams[wanted.split('/')[1]]) return entity(wanted);
      throw ReadinessError.notFound('ENTITY_NOT_FOUND', `No ${wanted}.`);
    },
    findByRefs: async (_: unknown, refs: readonly string[]) => refs.map(entity),
    findByIds: async () => [],
    groupsOf: async () => [],
  };
}

function membershipsOf(teams: TestTeams) {
  const upward = (name: string): string[] => {
    const parent = teams[name]?.parent;
    return parent ? [parent, ...upward(parent)] : [];
  };
  const rows = new Map<
    string,
    { member_ref: string; group_ref: string; depth: number }
  >();
  const add = (member: string, groups: string[], from: number) =>
    groups.forEach((group, index) => {
      const row = {
        member_ref: member,
        group_ref: ref('group', group),
        depth: index + from,
      };
      const key = `${row.member_ref} ${row.group_ref}`;
      if ((rows.get(key)?.depth ?? Infinity) > row.depth) rows.set(key, row);
    });
  for (const [name, { users = [] }] of Object.entries(teams)) {
    add(ref('group', name), [name, ...upward(name)], 0);
    users.forEach(user => add(ref('user', user), [name, ...upward(name)], 1));
  }
  return [...rows.values()];
}
