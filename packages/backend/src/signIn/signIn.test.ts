import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { AuthResolverContext } from '@backstage/plugin-auth-node';
import { demoAuthenticator } from './demoAuthenticator';
import { assertDevelopmentOnly } from './developmentOnly';

type AuthenticatedRequest = Parameters<
  typeof demoAuthenticator.authenticate
>[0]['req'];

function requestWith(chosen: { header?: string; user?: unknown }) {
  return {
    header: (name: string) =>
      name === 'x-demo-user' ? chosen.header : undefined,
    query: { user: chosen.user },
  } as unknown as AuthenticatedRequest;
}

const choose = (chosen: { header?: string; user?: unknown }) =>
  demoAuthenticator.authenticate({ req: requestWith(chosen) });

describe('The demo sign-in', () => {
  it.each([
    ['user:default/mika-ono', 'user:default/mika-ono'],
    ['User:Default/Mika-Ono', 'user:default/mika-ono'],
    ['mika-ono', 'user:default/mika-ono'],
    [' user:abroad/mika ', 'user:abroad/mika'],
  ])('takes %j for %s', async (header, userRef) => {
    expect((await choose({ header })).result).toEqual({ userRef });
  });

  it('reads the address when there is no header', async () => {
    expect((await choose({ user: 'omar-haddad' })).result.userRef).toBe(
      'user:default/omar-haddad',
    );
  });

  it.each([[undefined], [''], ['  '], [['a', 'b']]])(
    'says that nobody was chosen by %j',
    async user => {
      await expect(choose({ user })).rejects.toThrow('Nobody was chosen');
    },
  );

  it('lets only people in', async () => {
    await expect(choose({ header: 'group:default/sre' })).rejects.toThrow(
      'only User entities can sign in',
    );
  });

  it('takes the name on screen from the catalog', async () => {
    const mika: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'mika-ono' },
      spec: { profile: { displayName: 'Mika Ono（小野 美香）' } },
    };
    const context = {
      findCatalogUser: async () => ({ entity: mika }),
    } as unknown as AuthResolverContext;

    expect(
      await demoAuthenticator.defaultProfileTransform(
        { userRef: 'user:default/mika-ono' },
        context,
      ),
    ).toEqual({ profile: { displayName: 'Mika Ono（小野 美香）' } });
  });

  it('says who is missing in the catalog', async () => {
    const context = {
      findCatalogUser: async () => {
        throw new NotFoundError('User not found');
      },
    } as unknown as AuthResolverContext;

    await expect(
      demoAuthenticator.defaultProfileTransform(
        { userRef: 'user:default/rei-shimizu' },
        context,
      ),
    ).rejects.toThrow('There is no user:default/rei-shimizu in this catalog');
  });
});

describe('assertDevelopmentOnly', () => {
  const nodeEnv = process.env.NODE_ENV;
  afterEach(() => {
    process.env.NODE_ENV = nodeEnv;
  });
  const config = (environment?: string) =>
    mockServices.rootConfig({ data: { auth: { environment } } });

  it.each(['development', 'test'])('accepts NODE_ENV=%s', env => {
    process.env.NODE_ENV = env;
    expect(() => assertDevelopmentOnly(config())).not.toThrow();
  });

  it.each(['production', 'staging', ''])('refuses NODE_ENV=%j', env => {
    process.env.NODE_ENV = env;
    expect(() => assertDevelopmentOnly(config('development'))).toThrow(
      'In production remove the modules',
    );
  });

  it('refuses the auth environment production', () => {
    expect(() => assertDevelopmentOnly(config('production'))).toThrow(
      'auth.environment=production',
    );
  });
});
