import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import {
  sloSignPermission,
  sloEditPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from './Caller';
import { PermissionQuestions } from './PermissionQuestions';

const caller: Caller = {
  kind: 'user',
  userRef: 'user:default/ann',
  principals: ['user:default/ann'],
  isAdmin: false,
  onBehalfOf: false,
  credentials: mockCredentials.user('user:default/ann'),
};

/** A framework that answers when it is told to, and denies what ends in -no. */
function setUp() {
  const calls: {
    refs: (string | undefined)[];
    answer(): void;
    fail(): void;
  }[] = [];
  const permissions = mockServices.permissions.mock({
    authorize: (requests: AuthorizePermissionRequest[]) =>
      new Promise((resolve, reject) => {
        calls.push({
          refs: requests.map(({ resourceRef }) => resourceRef),
          answer: () =>
            resolve(
              requests.map(({ resourceRef }) => ({
                result: resourceRef?.endsWith('-no')
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
              })),
            ),
          fail: () => reject(new Error('no answer')),
        });
      }),
  });
  const questions = new PermissionQuestions(permissions);
  return {
    calls,
    ask: (name: string, person = 'ann') =>
      questions.askTogether(person, caller, {
        permission: name.endsWith('w') ? sloEditPermission : sloSignPermission,
        entityRef: name,
      }),
  };
}

const settled = () => new Promise(resolve => setTimeout(resolve));

describe('questions to the permission framework', () => {
  it('go out together when they come up together', async () => {
    const { ask, calls } = setUp();
    const answers = Promise.all([ask('a'), ask('b-no'), ask('a-w')]);
    await settled();
    expect(calls.map(({ refs }) => refs)).toEqual([['a', 'b-no', 'a-w']]);
    calls[0].answer();
    expect(await answers).toEqual([true, false, true]);
  });

  it('wait for the next call while one is on its way, and are asked anew', async () => {
    const { ask, calls } = setUp();
    const first = ask('a');
    await settled();
    const later = Promise.all([ask('a'), ask('b-no')]);
    await settled();
    expect(calls).toHaveLength(1);
    calls[0].answer();
    expect(await first).toBe(true);
    await settled();
    expect(calls[1].refs).toEqual(['a', 'b-no']);
    calls[1].answer();
    expect(await later).toEqual([true, false]);
    const last = ask('a');
    await settled();
    expect(calls).toHaveLength(3);
    calls[2].answer();
    expect(await last).toBe(true);
  });

  it('of another person wait for nobody', async () => {
    const { ask, calls } = setUp();
    const both = Promise.all([ask('a', 'ann'), ask('b-no', 'ben')]);
    await settled();
    expect(calls.map(({ refs }) => refs)).toEqual([['a'], ['b-no']]);
    calls.forEach(call => call.answer());
    expect(await both).toEqual([true, false]);
  });

  it('fail with their call, and not the next one', async () => {
    const { ask, calls } = setUp();
    const failing = ask('a');
    await settled();
    const next = ask('b');
    calls[0].fail();
    await expect(failing).rejects.toThrow('no answer');
    await settled();
    calls[1].answer();
    expect(await next).toBe(true);
  });
});
