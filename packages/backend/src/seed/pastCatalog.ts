import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Entities that came into the catalog only three weeks ago. */
const YOUNG = new Set([
  'drone-trial',
  'cold-lockers',
  'chat-assistant',
  'locker-console',
  'shift-planner',
  'eta-predictor',
  'shop-reports',
]);

const READ_TIMEOUT_MS = 120_000;
/** The catalog counts as read when its size has rested for so many seconds. */
const RESTS_FOR = 4;

/** The catalog as it was before some of it existed. */
export interface PastCatalog {
  catalog: CatalogService;
  /** From now on the youngest entities are there too. */
  grow(): void;
}

/**
 * The real catalog, but whoever reads all of it misses the youngest entities:
 * the plugin puts what it meets for the first time into an adoption period.
 */
export function pastCatalog(real: CatalogService): PastCatalog {
  let grown = false;

  async function* streamEntities(
    ...args: Parameters<CatalogService['streamEntities']>
  ) {
    for await (const page of real.streamEntities(...args)) {
      yield grown
        ? page
        : page.filter(({ metadata }) => !YOUNG.has(metadata.name));
    }
  }
  return {
    catalog: new Proxy(real, {
      get(target, key) {
        if (key === 'streamEntities') {
          return streamEntities;
        }
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    grow() {
      grown = true;
    },
  };
}

/**
 * Waits until the catalog has read its files.
 *
 * @throws Error when it holds nothing after two minutes
 */
export async function untilCatalogIsRead(
  catalog: CatalogService,
  auth: AuthService,
): Promise<void> {
  const deadline = Date.now() + READ_TIMEOUT_MS;
  let size = 0;
  let rested = 0;
  while (rested < RESTS_FOR || size === 0) {
    if (Date.now() > deadline) {
      throw new Error(
        `The catalog could not be read: it holds ${size} entities`,
      );
    }
    await new Promise(wake => setTimeout(wake, 1000));
    const { totalItems } = await catalog.queryEntities(
      { limit: 1, fields: ['kind'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    rested = totalItems === size ? rested + 1 : 0;
    size = totalItems;
  }
}
