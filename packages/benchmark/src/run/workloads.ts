import { Knex } from 'knex';
import { Random } from '../Random';
import { OPEN_ITEMS } from '../seed/answers';
import { teamName, VISITED_TEAMS } from '../organisation/entities';
import { Size } from '../sizes';
import { Load, Target } from './measure';

const API = '/api/production-readiness';
const FIRST_PAGE = '/portfolio?sort=score&direction=asc&limit=50';

/** A workload, and what it has to be close to. */
export interface Workload {
  id: string;
  title: string;
  /** The floor that it is compared with. */
  floor: 'empty' | 'row';
  /** The most that it may take in terms of the floor, at the median. */
  goal: number;
  load(): Promise<Load>;
}

/** The workloads that are plain requests. */
export function createWorkloads(
  knex: Knex,
  host: Target,
  { size, seconds }: { size: Size; seconds: number },
): Workload[] {
  const random = new Random(1);
  const get = (path: string) => ({ method: 'GET' as const, path: API + path });
  const reading = (paths: () => string[]) => async () => ({
    requests: paths().map(get),
    clients: 8,
    seconds,
  });
  const many = (make: () => string) => () => Array.from({ length: 500 }, make);
  const service = () => `service-${random.below(size.components)}`;
  const team = () => `team-${random.below(size.teams)}`;

  return [
    {
      id: 'W1',
      title: 'Record one attestation, 32 clients',
      floor: 'row',
      goal: 2.5,
      load: async () => ({
        requests: await attestations(knex),
        clients: 32,
        once: true,
      }),
    },
    {
      id: 'W2',
      title: 'The whole readiness of one entity',
      floor: 'empty',
      goal: 3,
      load: reading(
        many(() => `/entities/component/default/${service()}/readiness`),
      ),
    },
    {
      id: 'W3',
      title: 'Portfolio page by score, filtered by owner and tier',
      floor: 'empty',
      goal: 4,
      load: reading(
        many(
          () =>
            `/portfolio?sort=score&direction=asc&limit=50&owner=group:default/${team()}&tier=1&tier=2`,
        ),
      ),
    },
    {
      id: 'W3a',
      title: 'Portfolio page 1, everything, by score',
      floor: 'empty',
      goal: 4,
      load: reading(() => [FIRST_PAGE]),
    },
    {
      id: 'W3p200',
      title: 'Portfolio page 200, everything, by score',
      floor: 'empty',
      goal: 4,
      load: async () => ({
        requests: [pageFrom((await cursorsOf(host, 200)).at(-1) ?? '', 50)],
        clients: 8,
        seconds,
      }),
    },
    // Pages from near the beginning and from far down, none of which anybody
    // has asked for lately: by the time the list is over, all are forgotten.
    ...(['near', 'far'] as const).map(where => ({
      id: `W3${where}`,
      title: `Portfolio pages asked for once, ${
        where === 'near' ? 'up to page 100' : 'from page 100 on'
      }`,
      floor: 'empty' as const,
      goal: 4,
      load: async () => {
        const cursors = await cursorsOf(host, 200);
        const some =
          where === 'near' ? cursors.slice(0, 100) : cursors.slice(-100);
        return {
          requests: range(41, 61).flatMap(limit =>
            some.map(cursor => pageFrom(cursor, limit)),
          ),
          clients: 8,
          seconds,
        };
      },
    })),
    {
      id: 'W4',
      title: 'Roll-up by team, with the heat map',
      floor: 'empty',
      goal: 5,
      load: reading(() => ['/portfolio/rollup?by=team']),
    },
    {
      id: 'W7',
      title: 'Trend of an entity over 12 months',
      floor: 'empty',
      goal: 4,
      load: reading(
        many(() => `/entities/component/default/${service()}/readiness/trend`),
      ),
    },
    {
      id: 'W7t',
      title: 'Trend of a team over 12 months',
      floor: 'empty',
      goal: 4,
      load: reading(
        many(() => `/portfolio/trend?owner=group:default/${team()}`),
      ),
    },
    {
      id: 'W7o',
      title: 'Trend of the organisation over 12 months',
      floor: 'empty',
      goal: 4,
      load: reading(() => ['/portfolio/trend']),
    },
    {
      id: 'W7toil',
      title: 'Toil of the organisation over 12 months',
      floor: 'empty',
      goal: 4,
      load: reading(() => ['/toil/trend']),
    },
    {
      id: 'W3f',
      title: 'Facets of the whole portfolio',
      floor: 'empty',
      goal: 20,
      load: reading(() => ['/portfolio/facets']),
    },
  ];
}

const pageFrom = (cursor: string, limit: number) => ({
  method: 'GET' as const,
  path: `${API}/portfolio?sort=score&direction=asc&limit=${limit}&cursor=${encodeURIComponent(
    cursor,
  )}`,
});

/** Walks through the pages as a reader does, and keeps where each begins. */
async function cursorsOf(host: Target, pages: number): Promise<string[]> {
  const cursors: string[] = [];
  let next = FIRST_PAGE;
  while (cursors.length < pages - 1) {
    const response = await fetch(`${host.url}${API}${next}`, {
      headers: { authorization: `Bearer ${host.token}` },
    });
    if (!response.ok) throw new Error(`${next}: ${response.status}`);
    const { nextCursor } = await response.json();
    if (nextCursor === null) break;
    cursors.push(nextCursor);
    next = `${FIRST_PAGE}&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return cursors;
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** Fewer would measure how the code is compiled while it runs for the first time. */
const ROUNDS = 5;

/**
 * An answer to each open item of the entities that the visitor answers for, and
 * then the next ones in the same order.
 */
async function attestations(knex: Knex): Promise<Load['requests']> {
  const { rows } = await knex.raw<{
    rows: { name: string; item: string; version: number }[];
  }>(
    `
select e.name, i.item, coalesce(s.version, 0) as version
from directory_entities e
cross join unnest(cast(:items as text[])) as i(item)
left join item_states s on s.entity_id = e.id and s.item_id = i.item
where e.kind = 'component' and e.type = 'service' and e.tier in (1, 2)
  and e.owner_ref = any(:owners)
order by hashtext(e.name || i.item)`,
    {
      items: OPEN_ITEMS,
      owners: Array.from(
        { length: VISITED_TEAMS },
        (_, index) => `group:default/${teamName(index)}`,
      ),
    },
  );
  const answers = Array.from({ length: ROUNDS }, (_, round) =>
    rows.map(row => ({ ...row, version: row.version + round })),
  ).flat();
  return answers.map(({ name, item, version }) => ({
    method: 'PUT',
    path: `${API}/entities/component/default/${name}/items/${item}/attestation`,
    headers: { 'if-match': `"${version}"` },
    body: JSON.stringify({
      evidence: {
        kind: 'text',
        text: `Tried on ${version + 1} of the machines, and written down.`,
      },
    }),
  }));
}
