import {
  portfolioRoutes,
  type PortfolioRow,
  type ReadinessClient,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useQuery } from '@tanstack/react-query';
import { useReadinessClient } from '../../api';

/** Rows of a table ask within so many milliseconds of each other. */
const GATHERED_MS = 10;
/** The most that one request takes. */
const REFS_PER_REQUEST = 200;

type Found = Map<string, PortfolioRow>;

interface Request {
  refs: Set<string>;
  found: Promise<Found>;
}

const open = new WeakMap<ReadinessClient, Request>();

/**
 * The readiness of one entity of a table. All rows that are drawn together ask
 * in one request. Null for what has no checklist or may not be read.
 *
 * @internal
 */
export function useReadinessOf(entityRef: string) {
  const client = useReadinessClient();
  return useQuery({
    queryKey: ['portfolio', 'of', entityRef],
    queryFn: async () =>
      (await askTogether(client, entityRef)).get(entityRef) ?? null,
  });
}

function askTogether(client: ReadinessClient, ref: string): Promise<Found> {
  const known = open.get(client);
  if (known && known.refs.size < REFS_PER_REQUEST) {
    known.refs.add(ref);
    return known.found;
  }
  const refs = new Set([ref]);
  const request: Request = {
    refs,
    found: new Promise(resolve => setTimeout(resolve, GATHERED_MS)).then(
      async () => {
        if (open.get(client) === request) open.delete(client);
        const { body } = await client.call(
          portfolioRoutes.listPortfolioByRefs,
          { body: { entityRefs: [...refs] } },
        );
        return new Map(body.rows.map(row => [row.entityRef, row]));
      },
    ),
  };
  open.set(client, request);
  return request.found;
}
