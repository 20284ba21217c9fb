import { setTimeout as pause } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { tasksThatEnd } from './tasksThatEnd';

describe('tasks of a process that ends', () => {
  function setUp() {
    const scheduler = mockServices.scheduler();
    const hooks: (() => void | Promise<void>)[] = [];
    const lifecycle = mockServices.lifecycle.mock({
      addShutdownHook: hook => hooks.push(hook),
    });
    return {
      scheduler: tasksThatEnd(scheduler, lifecycle),
      shutDown: () => Promise.all(hooks.map(hook => hook())),
    };
  }

  it('are told, and waited for', async () => {
    const { scheduler, shutDown } = setUp();
    const log: string[] = [];
    await scheduler.scheduleTask({
      id: 'sweep',
      frequency: { hours: 1 },
      timeout: { hours: 1 },
      async fn(signal) {
        log.push('begins');
        while (!signal.aborted) await pause(5);
        await pause(20);
        log.push('has ended');
      },
    });
    const run = scheduler.triggerTask('sweep');
    await pause(20);
    await shutDown();
    log.push('process is gone');
    await run;
    expect(log).toEqual(['begins', 'has ended', 'process is gone']);
  });

  it('tell the scheduler when one fails, and hold up nothing', async () => {
    const { scheduler, shutDown } = setUp();
    await scheduler.scheduleTask({
      id: 'sweep',
      frequency: { hours: 1 },
      timeout: { hours: 1 },
      fn() {
        throw new Error('the catalog is away');
      },
    });
    // The one of the test utilities keeps errors to itself.
    await scheduler.triggerTask('sweep');
    const begin = Date.now();
    await shutDown();
    expect(Date.now() - begin).toBeLessThan(100);
  });
});
