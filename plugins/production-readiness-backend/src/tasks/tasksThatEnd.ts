import { setTimeout as pause } from 'node:timers/promises';
import {
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';

/** A process that is asked to end is soon ended the hard way. */
const LONGEST_WAIT = 5000;
/** For the scheduler to note that a task is over, while it has a database. */
const TO_NOTE_IT = 200;

/**
 * Has tasks end, and the scheduler know it, before their process is gone.
 *
 * Backstage tells tasks to stop and closes the database at the same time. A
 * task that was running then never gives back its turn: no other process may
 * run it until its time-out is over, minutes later. The plugin's own shutdown
 * hooks come before that, so tasks are told here first, and waited for.
 */
export function tasksThatEnd(
  scheduler: SchedulerService,
  lifecycle: LifecycleService,
): SchedulerService {
  const ending = new AbortController();
  const running = new Set<Promise<void>>();
  lifecycle.addShutdownHook(async () => {
    ending.abort();
    if (running.size === 0) return;
    await Promise.race([
      Promise.allSettled(running),
      pause(LONGEST_WAIT, undefined, { ref: false }),
    ]);
    await pause(TO_NOTE_IT);
  });

  const scheduleTask: SchedulerService['scheduleTask'] = task =>
    scheduler.scheduleTask({
      ...task,
      async fn(signal: AbortSignal) {
        const run = Promise.resolve(
          task.fn(AbortSignal.any([signal, ending.signal])),
        );
        running.add(run);
        try {
          await run;
        } finally {
          running.delete(run);
        }
      },
    });
  return new Proxy(scheduler, {
    get(target, property) {
      if (property === 'scheduleTask') return scheduleTask;
      const value = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
