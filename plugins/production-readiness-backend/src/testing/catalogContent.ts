import { createBackendModule } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** Says which `replace` an entity in the catalog comes from. */
export const GENERATION_ANNOTATION = 'example.com/generation';

/** Puts entities into the real catalog, and changes them while it runs. */
export class CatalogContent implements EntityProvider {
  #connection?: EntityProviderConnection;
  #generation = 0;

  constructor(private entities: Entity[]) {}

  getProviderName(): string {
    return 'test-organisation';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.replace(this.entities);
  }

  /** What the catalog should hold. */
  get current(): Entity[] {
    return this.entities;
  }

  /** How often the content was put into the catalog so far. */
  get generation(): number {
    return this.#generation;
  }

  /** From now on the catalog holds these entities and no others. */
  async replace(entities: Entity[]): Promise<void> {
    this.entities = entities;
    this.#generation += 1;
    await this.#connection?.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({
        entity: this.stamp(entity),
        locationKey: 'test:organisation',
      })),
    });
  }

  private stamp(entity: Entity): Entity {
    const annotations = {
      ...entity.metadata.annotations,
      [GENERATION_ANNOTATION]: String(this.#generation),
    };
    return { ...entity, metadata: { ...entity.metadata, annotations } };
  }

  /** The module that connects this content to the catalog. */
  module() {
    return createBackendModule({
      pluginId: 'catalog',
      moduleId: 'test-organisation',
      register: env =>
        env.registerInit({
          deps: { catalog: catalogProcessingExtensionPoint },
          init: async ({ catalog }) => catalog.addEntityProvider(this),
        }),
    });
  }
}
