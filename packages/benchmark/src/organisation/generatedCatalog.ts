import { createServiceFactory } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';

/**
 * A catalog that answers from memory, in place of the catalog backend: the
 * measurements are about the plugin, and ingesting 100 000 entities is not.
 */
export function generatedCatalog(entities: readonly Entity[]) {
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalogOf(entities),
  });
}

function catalogOf(entities: readonly Entity[]): CatalogService {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const find = (ref: string) => byRef.get(ref.toLowerCase());
  const catalog: Partial<CatalogService> = {
    async *streamEntities(request = {}) {
      const { filter, pageSize = 500 } = request;
      const kinds = new Set(
        [(filter as { kind?: string | string[] } | undefined)?.kind ?? []]
          .flat()
          .map(kind => kind.toLowerCase()),
      );
      const found = entities.filter(
        entity => kinds.size === 0 || kinds.has(entity.kind.toLowerCase()),
      );
      for (let from = 0; from < found.length; from += pageSize) {
        yield found.slice(from, from + pageSize);
      }
    },
    async getEntityByRef(ref) {
      return find(typeof ref === 'string' ? ref : stringifyEntityRef(ref));
    },
    async getEntitiesByRefs({ entityRefs }) {
      return { items: entityRefs.map(find) };
    },
  };
  // Nothing that runs here asks for more.
  return catalog as CatalogService;
}
