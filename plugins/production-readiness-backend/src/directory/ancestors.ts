import { ancestryOf } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { batchesOf } from './batches';
import { DirectoryEntity } from './DirectoryEntity';

/** An entity above another one. */
export interface AncestorEntity {
  id: string;
  ref: string;
}

/** Deeper than Domains are nested anywhere. */
const DOMAIN_LEVELS = 8;

/**
 * The System, the Domains and the Group at the top of the owner's hierarchy of
 * entities, the nearest first. Three statements, however many entities; one
 * more for each level of Domains. A hierarchy that has no top, since it runs in
 * a circle, gives no Group.
 */
export async function readAncestors(
  q: Knex,
  entities: readonly DirectoryEntity[],
): Promise<Map<string, AncestorEntity[]>> {
  const parents = new Map<string, string | undefined>();
  const known = new Map<string, AncestorEntity>();
  let open = refsOf(entities.flatMap(one => [one.systemRef, one.domainRef]));
  for (let level = 0; open.length > 0 && level < DOMAIN_LEVELS; level++) {
    for (const row of await readLive(q, open)) {
      known.set(row.ref, { id: String(row.id), ref: row.ref });
      parents.set(row.ref, row.domain_ref ?? undefined);
    }
    open = refsOf([...parents.values()]).filter(ref => !parents.has(ref));
    for (const ref of open) parents.set(ref, undefined);
  }
  const tops = await readTops(q, refsOf(entities.map(one => one.ownerRef)));
  return new Map(
    entities.map(entity => {
      const parentOf = (ref: string) =>
        ref === entity.ref
          ? entity.systemRef ?? entity.domainRef
          : parents.get(ref);
      const chain = ancestryOf(entity.ref, parentOf).flatMap(
        ref => known.get(ref) ?? [],
      );
      const top = entity.ownerRef ? tops.get(entity.ownerRef) : undefined;
      return [entity.id, top ? [...chain, top] : chain];
    }),
  );
}

async function readLive(q: Knex, refs: readonly string[]) {
  const rows: {
    id: string | number;
    ref: string;
    domain_ref: string | null;
  }[] = [];
  for (const batch of batchesOf(refs)) {
    rows.push(
      ...(await q('directory_entities')
        .whereIn('ref', batch)
        .whereNull('deleted_at')
        .select('id', 'ref', 'domain_ref')),
    );
  }
  return rows;
}

/** The Group without a parent above each owner; the nearest where several. */
async function readTops(
  q: Knex,
  owners: readonly string[],
): Promise<Map<string, AncestorEntity>> {
  const tops = new Map<string, AncestorEntity>();
  for (const batch of batchesOf(owners)) {
    const rows: { member_ref: string; id: string | number; ref: string }[] =
      await q('directory_memberships as m')
        .join('directory_entities as g', 'g.ref', 'm.group_ref')
        .whereIn('m.member_ref', batch)
        .whereNull('g.deleted_at')
        .whereNotExists(above =>
          above
            .select('p.group_ref')
            .from('directory_memberships as p')
            .whereRaw('?? = ??', ['p.member_ref', 'm.group_ref'])
            .where('p.depth', '>', 0),
        )
        .orderBy(['m.depth', 'g.ref'])
        .select('m.member_ref', 'g.id', 'g.ref');
    for (const { member_ref, id, ref } of rows) {
      if (!tops.has(member_ref)) tops.set(member_ref, { id: String(id), ref });
    }
  }
  return tops;
}

function refsOf(refs: readonly (string | undefined)[]): string[] {
  return [...new Set(refs.filter(ref => ref !== undefined))];
}

/**
 * The live entities below one, in the order of their ids.
 *
 * @param after - only ids above this one
 */
export async function findBelow(
  q: Knex,
  ancestor: { ref: string; kind: string },
  after: string,
  limit: number,
): Promise<string[]> {
  const query = q('directory_entities as e')
    .whereNull('e.deleted_at')
    .whereNotIn('e.kind', ['user', 'group'])
    .where('e.id', '>', after)
    .orderBy('e.id')
    .limit(limit);
  if (ancestor.kind === 'system') {
    query.where('e.system_ref', ancestor.ref);
  } else if (ancestor.kind === 'domain') {
    query.whereIn('e.domain_ref', await domainsBelow(q, ancestor.ref));
  } else {
    query.whereExists(owned =>
      owned
        .select('o.entity_id')
        .from('directory_entity_owners as o')
        .join('directory_memberships as m', 'm.member_ref', 'o.owner_ref')
        .whereRaw('?? = ??', ['o.entity_id', 'e.id'])
        .where('m.group_ref', ancestor.ref),
    );
  }
  const ids: (string | number)[] = await query.pluck('e.id');
  return ids.map(String);
}

async function domainsBelow(q: Knex, ref: string): Promise<string[]> {
  const found = new Set([ref]);
  let open = [ref];
  for (let level = 0; open.length > 0 && level < DOMAIN_LEVELS; level++) {
    const refs: string[] = await q('directory_entities')
      .where({ kind: 'domain' })
      .whereNull('deleted_at')
      .whereIn('domain_ref', open)
      .pluck('ref');
    open = refs.filter(one => !found.has(one));
    for (const one of open) found.add(one);
  }
  return [...found];
}
