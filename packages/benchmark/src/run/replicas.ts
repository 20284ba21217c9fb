import { ChildProcess, fork } from 'node:child_process';
import { BenchmarkConfig, connect, databaseName } from '../config';
import { OpenAnswer, OpenRequest } from '../host/replica';
import { Finding } from './journalWork';

const REPLICAS = 3;
const ROUNDS = 20;
const DATABASE = 'readiness_benchmark_replicas';
const TIMEOUT = 120_000;

/**
 * W8: several processes open the same database at the same moment: in each
 * round an empty one, so that they all want to migrate it, and then the seeded
 * one, as a rollout finds it.
 */
export async function measureReplicas(
  config: BenchmarkConfig,
): Promise<Finding[]> {
  const admin = connect(config, 'postgres', 1);
  const replicas = await Promise.all(
    Array.from({ length: REPLICAS }, startReplica),
  );
  const failures: string[] = [];
  const databases = { empty: DATABASE, seeded: databaseName(config.size) };
  const slowest = { empty: 0, seeded: 0 };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      await admin.raw('drop database if exists ?? with (force)', [DATABASE]);
      await admin.raw('create database ??', [DATABASE]);
      for (const state of ['empty', 'seeded'] as const) {
        const database = databases[state];
        const answers = await Promise.all(
          replicas.map(replica => open(replica, database)),
        );
        for (const { error, milliseconds } of answers) {
          if (error) failures.push(`round ${round + 1}, ${state}: ${error}`);
          slowest[state] = Math.max(slowest[state], milliseconds);
        }
        const damage = await findDamage(config, database);
        failures.push(
          ...damage.map(found => `round ${round + 1}, ${state}: ${found}`),
        );
      }
    }
  } finally {
    for (const replica of replicas) replica.kill('SIGKILL');
    await admin.raw('drop database if exists ?? with (force)', [DATABASE]);
    await admin.destroy();
  }
  return [
    {
      id: 'W8',
      title: `${REPLICAS} replicas start together, ${ROUNDS} times on an empty database and ${ROUNDS} times on the seeded one`,
      found: `${failures.length} failures${failures
        .map(failure => `; ${failure}`)
        .join('')}; at most ${(slowest.empty / 1000).toFixed(1)} s and ${(
        slowest.seeded / 1000
      ).toFixed(1)} s`,
      goal: '0 failures',
    },
  ];
}

/** What a start that failed half-way would leave. */
async function findDamage(
  config: BenchmarkConfig,
  database: string,
): Promise<string[]> {
  const knex = connect(config, database, 1);
  try {
    const repeated = await knex('knex_migrations')
      .groupBy('name')
      .havingRaw('count(*) > 1')
      .pluck('name');
    const locks = await knex('knex_migrations_lock').where({ is_locked: 1 });
    return [
      ...repeated.map(name => `${name} ran twice`),
      ...locks.map(() => 'the lock of migrations stayed'),
    ];
  } finally {
    await knex.destroy();
  }
}

async function startReplica(): Promise<ChildProcess> {
  const child = fork('src/host/replica.ts', { execArgv: process.execArgv });
  await answerOf(child, message => message === 'ready');
  return child;
}

async function open(
  replica: ChildProcess,
  database: string,
): Promise<OpenAnswer> {
  const answer = answerOf(
    replica,
    message =>
      typeof message === 'object' &&
      message !== null &&
      'milliseconds' in message,
  );
  const request: OpenRequest = { database };
  replica.send(request);
  return (await answer) as OpenAnswer;
}

function answerOf(
  child: ChildProcess,
  isIt: (message: unknown) => boolean,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      child.off('message', listen);
      child.off('close', end);
    };
    const listen = (message: unknown) => {
      if (!isIt(message)) return;
      finish();
      resolve(message);
    };
    const end = (code: number | null) => {
      finish();
      reject(new Error(`A replica ended with ${code}`));
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error('A replica did not answer'));
    }, TIMEOUT);
    child.on('message', listen);
    child.once('close', end);
  });
}
