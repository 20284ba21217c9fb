import { Knex } from 'knex';
import { teamName, VISITED_TEAMS } from '../organisation/entities';
import { Load, Target } from './measure';

const API = '/api/production-readiness';

/** Fewer would measure how the code is compiled while it runs at first. */
const MOST_ANSWERS = 4000;

/**
 * First answers to items of the entities that the visitor answers for. Each
 * changes the line of its entity in the lists, as it does when a team begins.
 * What these entities have of answers is taken away first, so that every run
 * does the same.
 */
export async function firstAnswers(
  knex: Knex,
  host: Target,
): Promise<Load['requests']> {
  const owners = Array.from(
    { length: VISITED_TEAMS },
    (_, index) => `group:default/${teamName(index)}`,
  );
  const entities: { id: string; name: string }[] = await knex(
    'directory_entities',
  )
    .where({ kind: 'component' })
    .whereNull('deleted_at')
    .whereIn('owner_ref', owners)
    .orderBy('id')
    .select('id', 'name');
  await knex('item_states')
    .whereIn(
      'entity_id',
      entities.map(({ id }) => id),
    )
    .delete();

  const requests: Load['requests'] = [];
  for (const { name } of entities) {
    const { items } = await judge(host, name);
    for (const { itemId, version, canAttest } of items) {
      if (!canAttest.allowed) continue;
      requests.push({
        method: 'PUT',
        path: `${API}/entities/component/default/${name}/items/${itemId}/attestation`,
        headers: { 'if-match': `"${version}"` },
        body: JSON.stringify({
          evidence: {
            kind: 'text',
            text: 'Tried on 3 November with the whole team, and written down.',
          },
        }),
      });
    }
  }
  // One item of every entity after the other: writers seldom meet.
  return spread(requests, entities.length).slice(0, MOST_ANSWERS);
}

interface Judged {
  items: {
    itemId: string;
    version: number;
    canAttest: { allowed: boolean };
  }[];
}

async function judge({ url, token }: Target, name: string): Promise<Judged> {
  const response = await fetch(
    `${url}${API}/entities/component/default/${name}/evaluation`,
    { method: 'POST', headers: { authorization: `Bearer ${token}` } },
  );
  if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
  return response.json();
}

/** Takes every n-th of a list, then every n-th from the next one on. */
function spread<T>(list: readonly T[], parts: number): T[] {
  const step = Math.max(1, Math.round(list.length / parts));
  return Array.from({ length: step }, (_, start) =>
    list.filter((__, index) => index % step === start),
  ).flat();
}
