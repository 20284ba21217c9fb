import {
  canonicalRef,
  ReadinessError,
  ToilEntryInput,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Visibility } from '../directory';

/** How many values go into one list of a where clause. */
const LIST = 5000;

/** Which of the entities exist and may be seen, by canonical reference. */
export async function visibleEntities(
  connection: Knex,
  refs: Iterable<string>,
  visible: Visibility,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const some of lists(refs)) {
    const query = connection('directory_entities as e')
      .whereIn('e.ref', some)
      .whereNull('e.deleted_at')
      .select('e.ref');
    visible.apply(query, 'e');
    const rows: { ref: string }[] = await query;
    rows.forEach(({ ref }) => found.add(ref));
  }
  return found;
}

/** Which of the journeys exist, on entities that may be seen. */
export async function visibleJourneys(
  connection: Knex,
  ids: Iterable<string>,
  visible: Visibility,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const some of lists(ids)) {
    const query = connection('slo_journeys as j')
      .join('directory_entities as e', 'e.id', 'j.entity_id')
      .whereIn('j.public_id', some)
      .whereNull('e.deleted_at')
      .select('j.public_id');
    visible.apply(query, 'e');
    const rows: { public_id: string }[] = await query;
    rows.forEach(row => found.add(row.public_id));
  }
  return found;
}

/**
 * Refuses an entry about an entity or a journey that is not there, or that the
 * caller may not see: both in the same words. What the entry said before stays
 * as it is, also when it was deleted since.
 *
 * @throws ReadinessError 400 UNKNOWN_ENTITY or UNKNOWN_JOURNEY
 */
export async function requireReferences(
  connection: Knex,
  entry: Pick<ToilEntryInput, 'entityRef' | 'journeyId'>,
  visible: Visibility,
  before: Pick<ToilEntryInput, 'entityRef' | 'journeyId'> = {},
): Promise<void> {
  const { entityRef, journeyId } = entry;
  if (entityRef !== undefined && entityRef !== before.entityRef) {
    const found = await visibleEntities(connection, [entityRef], visible);
    if (!found.has(entityRef)) {
      throw ReadinessError.badInput(
        'UNKNOWN_ENTITY',
        `There is no ${entityRef} in the catalog that you may see. Check the reference, or leave it out.`,
        { field: 'body.entityRef' },
      );
    }
  }
  if (journeyId !== undefined && journeyId !== before.journeyId) {
    const found = await visibleJourneys(connection, [journeyId], visible);
    if (!found.has(journeyId)) {
      throw ReadinessError.badInput(
        'UNKNOWN_JOURNEY',
        'There is no such journey that you may see. Its id is on the SLO page of its entity; or leave it out.',
        { field: 'body.journeyId' },
      );
    }
  }
}

/**
 * The reference that somebody wrote for a Group: its name alone is one in the
 * namespace of the page.
 */
export function groupRefOf(text: string, namespace: string): string {
  const plain = text.trim();
  const [kind, rest] = plain.includes(':')
    ? [plain.slice(0, plain.indexOf(':')), plain.slice(plain.indexOf(':') + 1)]
    : ['group', plain];
  const slash = rest.indexOf('/');
  return canonicalRef({
    kind,
    namespace: slash < 0 ? namespace : rest.slice(0, slash),
    name: rest.slice(slash + 1),
  });
}

function* lists(values: Iterable<string>): Generator<string[]> {
  const all = [...new Set(values)];
  for (let start = 0; start < all.length; start += LIST) {
    yield all.slice(start, start + LIST);
  }
}
