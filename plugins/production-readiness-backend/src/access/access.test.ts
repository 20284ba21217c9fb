import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  readinessAdminPermission,
  sloSignPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { FixedClock } from '../database';
import { createDirectory } from '../directory';
import { describeOnDatabases } from '../testing';
import { createAccess } from './Access';

const ANN = 'user:default/ann';

describeOnDatabases('access', db => {
  async function setUp(
    options: {
      decision?: PolicyDecision;
      shown?: string[];
      administrators?: string[];
      ownership?: string[];
    } = {},
  ) {
    const { decision = { result: AuthorizeResult.ALLOW }, shown = [] } =
      options;
    const streamEntities = jest.fn(async function* stream() {
      yield shown.map(name => ({ kind: 'Component', metadata: { name } }));
    });
    const shared = {
      auth: mockServices.auth(),
      catalog: { streamEntities } as unknown as CatalogService,
      database: db.database,
      config: new ConfigReader({
        productionReadiness: { administrators: options.administrators ?? [] },
      }),
    };
    const { directory } = createDirectory({
      ...shared,
      clock: new FixedClock(1),
      logger: mockServices.logger.mock(),
      onEntitiesChanged: async () => {},
    });
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(() => ({
          result:
            decision.result === AuthorizeResult.ALLOW
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        })),
      authorizeConditional: async requests => requests.map(() => decision),
    });
    const getUserInfo = jest.fn(async () => ({
      userEntityRef: ANN,
      ownershipEntityRefs: options.ownership ?? ['group:default/Team'],
    }));
    const access = createAccess({
      ...shared,
      directory,
      permissions,
      userInfo: { getUserInfo },
    });
    await db.knex('directory_memberships').insert([
      {
        member_ref: 'group:default/team',
        group_ref: 'group:default/all',
        depth: 1,
      },
      {
        member_ref: 'user:default/ann',
        group_ref: 'group:default/guild',
        depth: 1,
      },
    ]);
    for (const name of ['one', 'two']) {
      await db.knex('directory_entities').insert({
        ref: `component:default/${name}`,
        uid: name,
        kind: 'component',
        namespace: 'default',
        name,
        search_text: name,
        tier: 2,
        tier_origin: 'default',
        phase: 'design',
        owner_exists: false,
        entity: '{}',
        digest: '',
        missed: 0,
        adopted_at: 1,
        updated_at: 1,
      });
    }
    const visible = async (credentials: BackstageCredentials) => {
      const visibility = await access.visibility(
        await access.resolveCaller(credentials),
      );
      const query = db.knex('directory_entities as e').pluck('e.name');
      visibility.apply(query, 'e');
      return [...(await query)].sort();
    };
    return { access, getUserInfo, permissions, streamEntities, visible };
  }

  it('closes the groups of a person upward', async () => {
    const { access } = await setUp();
    const caller = await access.resolveCaller(mockCredentials.user(ANN));
    expect(caller).toMatchObject({
      kind: 'user',
      userRef: ANN,
      displayName: 'ann',
      isAdmin: false,
      onBehalfOf: false,
    });
    expect([...caller.principals].sort()).toEqual([
      'group:default/all',
      'group:default/guild',
      'group:default/team',
      ANN,
    ]);
    expect(access.ownsEntity(caller, ['group:default/all'])).toBe(true);
    expect(access.ownsEntity(caller, ['group:default/other'])).toBe(false);
    expect(access.ownsEntity(caller, [])).toBe(false);
  });

  it('asks who somebody is once for a token', async () => {
    const { access, getUserInfo } = await setUp();
    await access.resolveCaller(mockCredentials.user(ANN));
    await access.resolveCaller(mockCredentials.user(ANN));
    expect(getUserInfo).toHaveBeenCalledTimes(1);
    await access.resolveCaller(mockCredentials.user('user:default/bob'));
    expect(getUserInfo).toHaveBeenCalledTimes(2);
  });

  it('tells a person from a service that acts for the person', async () => {
    const { access } = await setUp();
    const [person, service, both] = await Promise.all(
      [
        mockCredentials.user(ANN),
        mockCredentials.service(),
        mockCredentials.user(ANN, { actor: { subject: 'plugin:assistant' } }),
      ].map(credentials => access.resolveCaller(credentials)),
    );
    expect([person.kind, person.onBehalfOf]).toEqual(['user', false]);
    expect([both.kind, both.onBehalfOf]).toEqual(['user', true]);
    expect(service).toMatchObject({
      kind: 'service',
      principals: [],
      isAdmin: false,
    });
    expect(service.userRef).toBeUndefined();
  });

  it('takes users and groups of the configuration as administrators', async () => {
    const { access } = await setUp({
      administrators: ['group:default/ALL', 'user:default/carl'],
    });
    const caller = await access.resolveCaller(mockCredentials.user(ANN));
    expect(caller.isAdmin).toBe(true);
    await access.authorize(caller, readinessAdminPermission);
  });

  it('keeps administration from others even where everything is allowed', async () => {
    const { access } = await setUp();
    const caller = await access.resolveCaller(mockCredentials.user(ANN));
    await access.authorize(caller, sloSignPermission, 'component:default/one');
    await expect(
      access.authorize(caller, readinessAdminPermission),
    ).rejects.toMatchObject({ status: 403, code: 'ADMINISTRATOR_REQUIRED' });
  });

  it('says no in words where the permission framework does', async () => {
    const { access } = await setUp({
      decision: { result: AuthorizeResult.DENY },
    });
    const caller = await access.resolveCaller(mockCredentials.user(ANN));
    await expect(
      access.authorize(caller, sloSignPermission, 'component:default/one'),
    ).rejects.toMatchObject({
      status: 403,
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('component:default/one'),
    });
  });

  it('asks about many entities in calls that the permission backend takes', async () => {
    const { access, permissions } = await setUp({
      decision: {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'IS_FRIDAY', resourceType: 'catalog-entity' },
      },
    });
    const caller = await access.resolveCaller(mockCredentials.user(ANN));
    const refs = Array.from(
      { length: 450 },
      (_, index) => `component:default/${index}-${'x'.repeat(63)}`,
    );
    const asked: string[] = [];
    permissions.authorize.mockImplementation(async requests => {
      expect(JSON.stringify(requests).length).toBeLessThan(90_000);
      return requests.map(({ resourceRef = '' }) => {
        asked.push(resourceRef);
        return {
          result: resourceRef.includes('/7-')
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        };
      });
    });
    const allowed = await access.isAllowed(caller, sloSignPermission, refs);
    expect(asked).toEqual(refs);
    expect(allowed).toEqual(refs.map((_, index) => index !== 7));
  });

  it('does not ask about each entity where the answer is the same for all', async () => {
    for (const result of [AuthorizeResult.ALLOW, AuthorizeResult.DENY]) {
      const { access, permissions } = await setUp({ decision: { result } });
      const caller = await access.resolveCaller(mockCredentials.user(ANN));
      const isAllowed = result === AuthorizeResult.ALLOW;
      for (const name of ['one', 'two']) {
        expect(
          await access.isAllowed(caller, sloSignPermission, [
            `component:default/${name}`,
          ]),
        ).toEqual([isAllowed]);
      }
      expect(permissions.authorize).not.toHaveBeenCalled();
      expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
      await db.knex('directory_entities').delete();
      await db.knex('directory_memberships').delete();
    }
  });

  it('shows all, nothing, or what a rule of the catalog gives', async () => {
    const user = mockCredentials.user(ANN);
    const all = await setUp();
    expect(await all.visible(user)).toEqual(['one', 'two']);
    await db.knex('directory_entities').delete();
    await db.knex('directory_memberships').delete();
    const none = await setUp({ decision: { result: AuthorizeResult.DENY } });
    expect(await none.visible(user)).toEqual([]);
  });

  it('asks the catalog where a rule is unknown, once a minute', async () => {
    const { visible, streamEntities } = await setUp({
      shown: ['Two', 'three'],
      decision: {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'IS_FRIDAY', resourceType: 'catalog-entity' },
      },
    });
    const user = mockCredentials.user(ANN);
    expect(await visible(user)).toEqual(['two']);
    expect(await visible(user)).toEqual(['two']);
    expect(streamEntities).toHaveBeenCalledTimes(1);
    await visible(mockCredentials.user('user:default/bob'));
    expect(streamEntities).toHaveBeenCalledTimes(2);
  });

  it('shows nothing where the catalog does not answer', async () => {
    const { visible, streamEntities } = await setUp({
      decision: {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'IS_FRIDAY', resourceType: 'catalog-entity' },
      },
    });
    // eslint-disable-next-line require-yield
    streamEntities.mockImplementation(async function* down() {
      throw new Error('down');
    });
    await expect(visible(mockCredentials.user(ANN))).rejects.toMatchObject({
      status: 503,
      code: 'CATALOG_UNAVAILABLE',
    });
  });
});
