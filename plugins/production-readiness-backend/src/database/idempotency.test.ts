import { randomUUID } from 'node:crypto';
import { describeOnDatabases } from '../testing';
import { runOnce } from './idempotency';
import { createDatabase } from './ReadinessDatabase';

const DAY = 24 * 60 * 60 * 1000;

describeOnDatabases('runOnce', db => {
  const action = (key: string | undefined, change = {}) => ({
    key,
    operationId: 'logToil',
    actor: 'user:default/hanako',
    request: { minutes: 30 },
    at: DAY * 100,
    ...change,
  });

  it('runs the work once and replays its answer', async () => {
    const key = randomUUID();
    let runs = 0;
    const log = () =>
      createDatabase(db.knex).transaction(tx =>
        runOnce(tx, action(key), async () => ({ run: ++runs })),
      );
    expect(await log()).toEqual({ run: 1 });
    expect(await log()).toEqual({ run: 1 });
    expect(runs).toBe(1);
  });

  it('gives tries at the same time one answer', async () => {
    const key = randomUUID();
    let runs = 0;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        createDatabase(db.knex).transaction(tx =>
          runOnce(tx, action(key), async () => ({ run: ++runs })),
        ),
      ),
    );
    expect(new Set(answers.map(answer => answer.run))).toEqual(new Set([1]));
  });

  it('refuses a key that comes with another request', async () => {
    const key = randomUUID();
    const log = (minutes: number) =>
      createDatabase(db.knex).transaction(tx =>
        runOnce(tx, action(key, { request: { minutes } }), async () => ({})),
      );
    await log(30);
    await expect(log(45)).rejects.toMatchObject({
      status: 409,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('keeps no trace of who acted, and nothing for longer than a day', async () => {
    const run = (key: string, at: number) =>
      createDatabase(db.knex).transaction(tx =>
        runOnce(tx, action(key, { at }), async () => ({})),
      );
    await run(randomUUID(), DAY * 100);
    await run(randomUUID(), DAY * 102);
    const rows = await db.knex('idempotency_keys');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('hanako');
  });

  it('claims nothing when the work fails', async () => {
    const key = randomUUID();
    const database = createDatabase(db.knex);
    await expect(
      database.transaction(tx =>
        runOnce(tx, action(key), async () => {
          throw new Error('refused');
        }),
      ),
    ).rejects.toThrow('refused');
    expect(
      await database.transaction(tx =>
        runOnce(tx, action(key), async () => ({ saved: true })),
      ),
    ).toEqual({ saved: true });
  });
});
