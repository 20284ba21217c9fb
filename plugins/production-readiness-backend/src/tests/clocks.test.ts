import { randomUUID } from 'node:crypto';
import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { DatabaseClock } from '../database';
import { createPostgresDatabase, describeOnPostgres } from '../testing';
import {
  startTestReadinessBackend,
  TestReadinessBackend,
} from '../testing/backend';
import { ProcessBackend, startProcessBackend } from '../testing/processBackend';
import { delegation, evidence, rollback, toilEntry } from './scenes';

const HOUR = 60 * 60 * 1000;
/** Far less than an hour, and more than a busy machine needs. */
const MOMENT = 60 * 1000;
const READINESS = '/entities/component/default/checkout/readiness';
const EVALUATION = '/entities/component/default/checkout/evaluation';
const ATTESTATION =
  '/entities/component/default/checkout/items/REL-3/attestation';

describeOnPostgres('Replicas whose clocks are an hour apart', () => {
  let ahead: ProcessBackend;
  let punctual: TestReadinessBackend;
  const now = () => new DatabaseClock().now(punctual.knex);

  beforeAll(async () => {
    const connection = await createPostgresDatabase();
    ahead = await startProcessBackend(connection, { clockAheadMs: HOUR });
    // Each has a catalog of its own; the last one to sweep says who is who.
    punctual = await startTestReadinessBackend({
      engine: 'PostgreSQL',
      connection,
    });
  }, 120_000);
  afterAll(() => ahead?.end('SIGKILL'));

  const send = async (
    toAhead: boolean,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => {
    const answer = toAhead
      ? await ahead.send('owner', method, path, body, headers)
      : await punctual.as('owner').send(method, path, { body, headers });
    if (!answer) throw new Error('No answer came');
    return answer;
  };

  it('agree on what time it is', async () => {
    for (const toAhead of [true, false]) {
      const { status, body } = await send(toAhead, 'GET', READINESS);
      expect(status).toBe(200);
      expect(Math.abs(body.asOf - (await now()))).toBeLessThan(MOMENT);
    }
  });

  it('write one history, in the order in which it happened', async () => {
    const begin = await now();
    for (let version = 0; version < 6; version++) {
      const answer = await send(
        version % 2 === 0,
        'PUT',
        ATTESTATION,
        { evidence },
        { 'If-Match': `"${version}"` },
      );
      expect(answer.status).toBe(200);
    }
    const end = await now();
    const lines = await punctual
      .knex('journal')
      .where({ action: 'checklist.attested' })
      .orderBy('sequence');
    const moments = lines.map(({ at }) => Number(at));
    expect(moments).toHaveLength(6);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments[0]).toBeGreaterThanOrEqual(begin);
    expect(moments[5]).toBeLessThanOrEqual(end);
    const { body } = await punctual
      .as('owner')
      .call(routes.listItemHistory, { params: rollback });
    const told = body.events.map(({ at }) => at);
    expect([...told].sort((a, b) => b - a)).toEqual(told);
    const { body: journal } = await punctual
      .as('administrator')
      .call(routes.verifyJournal);
    expect(journal.broken).toEqual([]);
  });

  it('let end on both sides what ends within the hour', async () => {
    const until = (validUntil: number) => ({ ...delegation(), validUntil });
    const half = HOUR / 2;
    // For the one that is ahead, its own clock would say that this is over.
    const given = await ahead.send(
      'productOwner',
      'POST',
      '/delegations',
      until((await now()) + half),
      { 'Idempotency-Key': randomUUID() },
    );
    expect(given).toMatchObject({ status: 201 });
    const refused = await ahead.send(
      'productOwner',
      'POST',
      '/delegations',
      until((await now()) - half),
      { 'Idempotency-Key': randomUUID() },
    );
    expect(refused).toMatchObject({ status: 400 });
  });

  it('take an action that is tried on both for one', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const path = '/groups/default/payments/toil/entries';
    const first = await send(true, 'POST', path, toilEntry, key);
    const second = await send(false, 'POST', path, toilEntry, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await punctual.knex('toil_entries')).toHaveLength(1);
    const kept = await punctual.knex('idempotency_keys').pluck('created_at');
    for (const createdAt of kept) {
      expect(Math.abs(Number(createdAt) - (await now()))).toBeLessThan(MOMENT);
    }
  });

  it('judge by the same moment', async () => {
    const { status } = await send(true, 'POST', EVALUATION);
    expect(status).toBe(200);
    const judged = await punctual
      .knex('readiness_summaries')
      .pluck('updated_at');
    expect(Math.max(...judged.map(Number))).toBeLessThanOrEqual(await now());
  });
});
