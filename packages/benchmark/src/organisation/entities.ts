import { Entity } from '@backstage/catalog-model';
import { Random } from '../Random';
import { Size } from '../sizes';

/** The person whose token the measurements use. */
export const VISITOR = 'user:default/visitor';

/** So many teams have the visitor as a member, to have something to attest. */
export const VISITED_TEAMS = 20;

const DOMAINS = 20;
const TEAMS_PER_DIVISION = 25;
const LIFECYCLES = ['production', 'production', 'production', 'experimental'];
const LINKS = ['runbook', 'dashboard', 'design-doc', 'slo', 'escalation'];
const TAGS = ['java', 'go', 'node', 'python', 'kotlin', 'batch', 'web'];

/**
 * A whole company, the same in every run: divisions with teams, people in the
 * teams, domains with systems, and components of all tiers, some well kept and
 * some not.
 */
export function createOrganisation(size: Size): Entity[] {
  const random = new Random(20261122);
  const divisions = Math.max(1, Math.ceil(size.teams / TEAMS_PER_DIVISION));
  return [
    group('company', 'organization'),
    ...times(divisions, index =>
      group(`division-${index}`, 'division', 'company'),
    ),
    ...times(size.teams, index =>
      group(
        teamName(index),
        'team',
        `division-${Math.floor(index / TEAMS_PER_DIVISION)}`,
      ),
    ),
    user(
      'visitor',
      times(Math.min(VISITED_TEAMS, size.teams), index => teamName(index)),
    ),
    ...times(size.people, index =>
      user(`person-${index}`, [teamName(index % size.teams)]),
    ),
    ...times(DOMAINS, index =>
      entity('Domain', `domain-${index}`, { owner: 'company' }, [
        owned(`division-${index % divisions}`),
      ]),
    ),
    ...times(size.systems, index =>
      entity(
        'System',
        `system-${index}`,
        {
          owner: teamName(index % size.teams),
          domain: `domain-${index % DOMAINS}`,
        },
        [
          owned(teamName(index % size.teams)),
          partOf('domain', `domain-${index % DOMAINS}`),
        ],
      ),
    ),
    ...times(size.components, index => component(index, size, random)),
  ];
}

function component(index: number, size: Size, random: Random): Entity {
  const team = teamName(index % size.teams);
  const system = `system-${index % size.systems}`;
  const care = random.next();
  const made = entity(
    'Component',
    `service-${index}`,
    {
      type: random.happens(0.08) ? 'library' : 'service',
      lifecycle: random.pick(LIFECYCLES),
      owner: team,
      system,
    },
    [
      owned(team),
      partOf('system', system),
      ...times(random.below(4), () => ({
        type: 'dependsOn',
        targetRef: `component:default/service-${random.below(size.components)}`,
      })),
    ],
  );
  made.metadata.description = random.happens(care)
    ? `Serves part ${index} of what customers see.`
    : undefined;
  made.metadata.title = `Service ${index}`;
  made.metadata.tags = [random.pick(TAGS)];
  made.metadata.annotations = {
    'production-readiness.io/tier': String(1 + Math.min(2, random.below(4))),
    ...(random.happens(care) && {
      'backstage.io/techdocs-ref': 'dir:.',
      'github.com/project-slug': `company/service-${index}`,
      'backstage.io/source-location': `url:https://example.com/service-${index}/`,
    }),
  };
  made.metadata.links = LINKS.filter(() => random.happens(care)).map(type => ({
    type,
    url: `https://example.com/${type}/${index}`,
  }));
  return made;
}

/** The name of a team by its number. */
export function teamName(index: number): string {
  return `team-${index}`;
}

function group(name: string, type: string, parent?: string): Entity {
  return entity(
    'Group',
    name,
    { type, children: [], profile: { email: `${name}@example.com` } },
    parent ? [{ type: 'childOf', targetRef: `group:default/${parent}` }] : [],
  );
}

function user(name: string, teams: readonly string[]): Entity {
  return entity(
    'User',
    name,
    { profile: { displayName: name } },
    teams.map(team => ({
      type: 'memberOf',
      targetRef: `group:default/${team}`,
    })),
  );
}

function owned(team: string) {
  return { type: 'ownedBy', targetRef: `group:default/${team}` };
}

function partOf(kind: string, name: string) {
  return { type: 'partOf', targetRef: `${kind}:default/${name}` };
}

function entity(
  kind: string,
  name: string,
  spec: Entity['spec'],
  relations: Entity['relations'],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid: `${kind}-${name}` },
    spec,
    relations,
  };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
