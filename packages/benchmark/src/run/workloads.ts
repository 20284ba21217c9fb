import { Knex } from 'knex';
import { Random } from '../Random';
import { Size } from '../sizes';
import { firstAnswers } from './firstAnswers';
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
        requests: await firstAnswers(knex, host),
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
