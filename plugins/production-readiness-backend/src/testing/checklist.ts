import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  DEFAULT_TIMING,
  ReadinessError,
  SloBox,
  SloFacts,
  StateTiming,
  ToilFacts,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ReadinessCheckProvider } from '@prodready/backstage-plugin-production-readiness-node';
import { Access, Caller } from '../access';
import { CheckRunner, createCheckReader, createChecksFeature } from '../checks';
import { Clock, FixedClock, ReadinessDatabase } from '../database';
import { createDirectory, EVERYTHING, Visibility } from '../directory';
import { Evaluation } from '../evaluation/Evaluation';
import { NO_SLO } from '../evaluation/facts';
import { databaseJournal, Journal } from '../journal';
import { FakeCatalog } from './directory';
import {
  createChecklistFeature,
  loadChecklists,
} from '../checklist/createChecklistFeature';
import { ReviewerRule, ReviewModeRule } from '../checklist/config';

/** A Sunday at midnight UTC. */
export const NOW = Date.UTC(2026, 10, 22);

/** A catalog entity with its relations, as the catalog gives it. */
export function catalogEntity(
  kind: string,
  name: string,
  relations: Record<string, string[]> = {},
  more: {
    uid?: string;
    spec?: object;
    metadata?: object;
    annotations?: Record<string, string>;
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      uid: more.uid ?? `uid-${kind}-${name}`,
      annotations: { ...more.annotations },
      ...more.metadata,
    },
    spec: { ...more.spec },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(targetRef => ({ type, targetRef })),
    ),
  };
}

/** A team with an address, and a live service of tier 2 that it owns. */
export const TEAM = catalogEntity(
  'Group',
  'payments',
  {},
  {
    spec: { type: 'team', profile: { email: 'payments@example.com' } },
  },
);
export const CHECKOUT = catalogEntity(
  'Component',
  'Checkout',
  { ownedBy: ['group:default/payments'], partOf: ['system:default/shop'] },
  {
    metadata: { title: 'Checkout', description: 'Takes the money' },
    annotations: { 'production-readiness.io/tier': '2' },
    spec: { type: 'service', lifecycle: 'production', system: 'shop' },
  },
);

/** The checkout in each path. */
export const CHECKOUT_NAME = {
  kind: 'Component',
  namespace: 'Default',
  name: 'checkout',
};

/**
 * The checklist on a real database with the default checklist and a real
 * directory. The catalog, the permission policy and the facts of the other
 * features are what a test says; the route tests have the real ones.
 */
export async function createChecklistTestBed(
  database: ReadinessDatabase,
  options: {
    reviewers?: ReviewerRule[];
    reviewModes?: ReviewModeRule[];
    entities?: Entity[];
    adoptionPeriod?: number;
    timing?: Partial<StateTiming>;
    clock?: Clock;
    journal?: Journal;
    checkProviders?: ReadinessCheckProvider[];
    /** `productionReadiness` of the configuration. */
    readiness?: JsonObject;
  } = {},
) {
  const clock = new FixedClock(NOW);
  const journal = options.journal ?? databaseJournal;
  const slo = new Map<string, SloFacts>();
  const sloOwners = new Map<string, SloBox['owners']>();
  const toil = new Map<string, ToilFacts>();
  const catalog = new FakeCatalog();
  catalog.entities = options.entities ?? [TEAM, CHECKOUT];
  const policy = {
    denied: new Set<string>(),
    visibility: EVERYTHING as Visibility,
  };
  const config = {
    reviewers: options.reviewers ?? [],
    reviewModes: options.reviewModes ?? [],
    reviewDays: { 'general-availability': 365 },
    gate: { blockTiers: [], graceDays: 14, passHours: 24 },
    adoptionPeriod: options.adoptionPeriod ?? 0,
    timing: { ...DEFAULT_TIMING, ...options.timing },
    timeZone: 'UTC',
  };
  const access = fakeAccess(policy);
  const registry = await loadChecklists(
    new ConfigReader(
      options.readiness && { productionReadiness: options.readiness },
    ),
  );
  const parts = {
    database,
    clock: options.clock ?? clock,
    config: new ConfigReader({}),
    logger: mockServices.logger.mock(),
  };
  // eslint-disable-next-line prefer-const -- the directory and it need each other
  let judge: Evaluation;
  const { directory, sweep: directorySweep } = createDirectory({
    ...parts,
    catalog: catalog as unknown as CatalogService,
    auth: mockServices.auth(),
    onEntitiesChanged: async (...change) => judge.followDirectory(...change),
  });
  const readers = {
    directory,
    slo: {
      read: async (_: unknown, entities: readonly { id: string }[]) =>
        new Map(
          entities.map(({ id }) => [
            id,
            { facts: slo.get(id) ?? NO_SLO, owners: sloOwners.get(id) ?? [] },
          ]),
        ),
    },
    toil: { read: async () => toil },
    checks: createCheckReader(registry),
  };
  judge = new Evaluation({
    readers,
    registry,
    journal,
    config,
  });
  const runner = new CheckRunner({
    ...parts,
    config: new ConfigReader({}),
    evaluation: judge,
    registry,
    providers: options.checkProviders ?? [],
    patience: { timeout: 50, tries: 2, backOff: 1 },
  });
  const feature = createChecklistFeature({
    ...parts,
    checkRunner: runner,
    journal,
    directory,
    evaluation: judge,
    registry,
    config,
    settings: config,
    access,
  });
  const checks = createChecksFeature({
    ...parts,
    access,
    evaluation: judge,
    journal,
    reading: feature.reading,
    runner,
  });
  await directorySweep.run();
  return {
    ...feature,
    checks,
    ...parts,
    clock,
    access,
    journal,
    config,
    readers,
    registry,
    directory,
    directorySweep,
    evaluation: judge,
    catalog,
    policy,
    facts: { slo, sloOwners, toil },
    /** The surrogate id of the live entity with a reference. */
    async idOf(ref: string): Promise<string> {
      const [entity] = await directory.findByRefs(database.knex, [ref]);
      return entity.id;
    },
    /** Judges entities at the clock's moment. */
    async evaluate(...ids: string[]) {
      return database.transaction(async tx =>
        judge.evaluate(tx, ids, await parts.clock.now(tx)),
      );
    },
  };
}

/** A person, with the Groups that they belong to at any depth. */
export function personOf(name: string, ...groups: string[]): Caller {
  const userRef = `user:default/${name}`;
  return {
    kind: 'user',
    userRef,
    displayName: name,
    principals: [userRef, ...groups.map(group => `group:default/${group}`)],
    isAdmin: groups.includes('platform'),
    onBehalfOf: false,
    credentials: {
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'user', userEntityRef: userRef },
    },
  };
}

function fakeAccess(policy: {
  denied: Set<string>;
  visibility: Visibility;
}): Access {
  return {
    resolveCaller: async () => personOf('nobody'),
    authorizeReading: async () => {},
    authorize: async (caller, permission) => {
      if (permission.name === 'readiness.admin' && !caller.isAdmin) {
        throw ReadinessError.notAllowed('NOT_ALLOWED', 'Administrators only.');
      }
      if (!policy.denied.has(permission.name)) return;
      throw ReadinessError.notAllowed('NOT_ALLOWED', 'The policy says no.');
    },
    isAllowed: async (_caller, permission, refs) =>
      refs.map(() => !policy.denied.has(permission.name)),
    visibility: async () => policy.visibility,
    ownsEntity: (caller, owners) =>
      owners.some(owner => caller.principals.includes(owner)),
  };
}
