import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FixedClock, ReadinessDatabase } from '../database';
import { createDirectory, EVERYTHING } from '../directory';

/** The moment at which everything happens. */
export const NOW = Date.UTC(2026, 10, 22);

/** A catalog that shows what it is given, and fails when told to. */
export class FakeCatalog {
  entities: Entity[] = [];
  failAfterPages = Infinity;
  lookUps = 0;

  async *streamEntities(request: { filter: { kind: string[] } }) {
    let pages = 0;
    for (const one of this.entities) {
      if (!request.filter.kind.includes(one.kind.toLowerCase())) continue;
      if (pages++ >= this.failAfterPages) throw new Error('catalog went away');
      yield [one];
    }
  }

  async getEntitiesByRefs({ entityRefs }: { entityRefs: string[] }) {
    this.lookUps += 1;
    return { items: entityRefs.map(ref => this.find(ref)) };
  }

  private find(ref: string) {
    return this.entities.find(
      ({ kind, metadata }) =>
        `${kind}:default/${metadata.name}`.toLowerCase() === ref,
    );
  }
}

/** An entity as the catalog shows it, with relations by their type. */
export function entity(
  kind: string,
  name: string,
  relations: Record<string, string | string[]> = {},
  more: { uid?: string; spec?: object; annotations?: object } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      uid: more.uid ?? `uid-${kind}-${name}`,
      annotations: { ...more.annotations },
    },
    spec: { ...more.spec },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      [targets].flat().map(targetRef => ({ type, targetRef })),
    ),
  };
}

/** A directory on a catalog that a test decides on. */
export function setUpDirectory(database: ReadinessDatabase) {
  const catalog = new FakeCatalog();
  const changes: string[][] = [];
  let refused = '';
  const refuse = (ref: string) => {
    refused = ref;
  };
  const parts = createDirectory({
    catalog: catalog as unknown as CatalogService,
    auth: mockServices.auth(),
    database,
    clock: new FixedClock(NOW),
    config: new ConfigReader({}),
    logger: mockServices.logger.mock(),
    onEntitiesChanged: async (tx, ids) => {
      const rows = await tx('directory_entities').whereIn('id', ids);
      const refs = rows.map(row => row.ref).sort();
      if (refs.includes(refused)) throw new Error(`${refused} is odd`);
      changes.push(refs);
    },
  });
  const find = (ref: string) =>
    parts.directory.findEntity(database.knex, ref, EVERYTHING);
  return { catalog, changes, find, refuse, ...parts };
}

/** A team below `all`. */
export const team = entity('Group', 'team', { childOf: 'group:default/all' });
/** A System of the Domain `trade`. */
export const shop = entity('System', 'shop', {
  partOf: 'domain:default/trade',
});
/** A Component of all three, with an owner in words that means nothing. */
export const checkout = entity(
  'Component',
  'Checkout',
  {
    ownedBy: 'group:default/team',
    partOf: 'system:default/shop',
    dependsOn: 'resource:default/orders',
  },
  {
    spec: { lifecycle: 'production', type: 'service', owner: 'wrong' },
    annotations: { 'production-readiness.io/tier': '1' },
  },
);
