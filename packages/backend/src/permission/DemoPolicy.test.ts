import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
} from '@backstage/plugin-catalog-common/alpha';
import { Permission } from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  checklistAcceptPermission,
  checklistAttestPermission,
  readinessAdminPermission,
  sloEditPermission,
  sloSignPermission,
  teamChoosePermission,
  toilLogPermission,
  toilReadPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DemoPolicy } from './DemoPolicy';

const policy = new DemoPolicy(
  {
    administrators: ['group:default/platform-team'],
    guests: ['group:default/visitors', 'user:development/guest'],
  },
  // Everyone in a team belongs to the department above it.
  {
    of: async user => [
      user.userEntityRef,
      ...user.ownershipEntityRefs,
      'group:default/department',
    ],
  },
);

const person = (name: string, group: string) =>
  ({
    info: {
      userEntityRef: `user:default/${name}`,
      ownershipEntityRefs: [`group:default/${group}`],
    },
  } as PolicyQueryUser);
const developer = person('haruto', 'checkout-team');
const administrator = person('yui', 'platform-team');
const visitor = person('visitor', 'visitors');

const decide = (permission: Permission, user?: PolicyQueryUser) =>
  policy.handle({ permission }, user);

const ownsIt = {
  rule: 'IS_ENTITY_OWNER',
  resourceType: 'catalog-entity',
  params: {
    claims: [
      'user:default/haruto',
      'group:default/checkout-team',
      'group:default/department',
    ],
  },
};

describe('The demo policy', () => {
  it('refuses everything to nobody', async () => {
    expect(await decide(catalogEntityReadPermission)).toEqual({
      result: 'DENY',
    });
  });

  it.each([
    catalogEntityReadPermission,
    checklistAttestPermission,
    readinessAdminPermission,
  ])('allows administrators $name', async permission => {
    expect(await decide(permission, administrator)).toEqual({
      result: 'ALLOW',
    });
  });

  it('shows confidential entities to their owners only', async () => {
    expect(await decide(catalogEntityReadPermission, developer)).toMatchObject({
      result: 'CONDITIONAL',
      conditions: {
        anyOf: [
          {
            not: {
              rule: 'HAS_ANNOTATION',
              params: {
                annotation: 'production-readiness.io/confidential',
                value: 'true',
              },
            },
          },
          ownsIt,
        ],
      },
    });
  });

  it.each([
    checklistAttestPermission,
    sloEditPermission,
    catalogEntityDeletePermission,
  ])('leaves $name to owners, at any height of the hierarchy', async p => {
    expect(await decide(p, developer)).toMatchObject({
      result: 'CONDITIONAL',
      conditions: ownsIt,
    });
  });

  it.each([
    checklistAcceptPermission,
    sloSignPermission,
    toilLogPermission,
    teamChoosePermission,
    toilReadPermission,
    catalogEntityRefreshPermission,
  ])('leaves $name open, since the plugin itself knows who', async p => {
    expect(await decide(p, developer)).toEqual({ result: 'ALLOW' });
  });

  it('gives the administration to administrators alone', async () => {
    expect(await decide(readinessAdminPermission, developer)).toEqual({
      result: 'DENY',
    });
  });

  it.each([
    checklistAttestPermission,
    checklistAcceptPermission,
    sloEditPermission,
    sloSignPermission,
    toilLogPermission,
    teamChoosePermission,
    readinessAdminPermission,
    catalogEntityDeletePermission,
    catalogLocationCreatePermission,
  ])('keeps $name from guests', async permission => {
    expect(await decide(permission, visitor)).toEqual({ result: 'DENY' });
  });

  it('lets guests read what is not confidential', async () => {
    expect(await decide(catalogEntityReadPermission, visitor)).toMatchObject({
      result: 'CONDITIONAL',
    });
    expect(await decide(toilReadPermission, visitor)).toEqual({
      result: 'ALLOW',
    });
  });

  it('treats the guest of Backstage as a guest', async () => {
    const guest = {
      info: {
        userEntityRef: 'user:development/guest',
        ownershipEntityRefs: ['user:development/guest'],
      },
    } as PolicyQueryUser;
    expect(await decide(sloSignPermission, guest)).toEqual({ result: 'DENY' });
  });
});
