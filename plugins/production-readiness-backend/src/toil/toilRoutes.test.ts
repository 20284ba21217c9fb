import {
  addWeeks,
  QUARTER_WEEKS,
  routes,
  ToilEntryInput,
  ToilReport,
} from '@prodready/backstage-plugin-production-readiness-common';
import { statementsDuring } from '../testing';
import { TestReadinessBackend } from '../testing/backend';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';

const payments = { namespace: 'default', name: 'payments' };
const search = { namespace: 'default', name: 'search' };

async function readReport(
  backend: TestReadinessBackend,
  caller: 'owner' | 'reader',
): Promise<ToilReport> {
  const { body } = await backend
    .as(caller)
    .call(routes.getTeamToil, { params: payments });
  if (body.access !== 'shown') throw new Error('The team is hidden');
  return body;
}

describeBackendOnDatabases('the toil of a team', backend => {
  it('goes from a colleague’s log to a checklist fact of what the team owns', async () => {
    const before = await readReport(backend(), 'owner');
    expect(before.toil.state).toBe('no_data');
    const current = before.members!.currentWeek.week;
    const coverageItem = async () => {
      const { body } = await backend()
        .as('reader')
        .call(routes.getReadiness, {
          params: { kind: 'component', namespace: 'default', name: 'checkout' },
        });
      return body.items.find(({ itemId }) => itemId === 'OPS-6')?.state;
    };
    expect(await coverageItem()).toBe('failed');

    for (let back = 1; back <= Math.ceil(QUARTER_WEEKS / 2); back++) {
      const work: ToilEntryInput = {
        week: addWeeks(current, -back),
        minutes: 60,
        trigger: back % 2 ? 'reactive' : 'proactive',
        nature: back % 2 ? 'toil' : 'engineering',
      };
      const caller = back % 2 ? 'owner' : 'colleague';
      await backend()
        .as(caller)
        .call(routes.logToil, { params: payments, body: work });
    }

    expect(await coverageItem()).toBe('passed');
    const after = await readReport(backend(), 'reader');
    expect(after).toMatchObject({
      totals: { toil: 240, engineering: 180, reactive: 240, proactive: 180 },
      toil: { ratio: 0.5714, percent: 57.1, state: 'over' },
      coverage: { weeks: 7, of: 13 },
      members: null,
    });
  });

  it('is read in three statements, and answers 304 when unchanged', async () => {
    const path = '/groups/default/payments/toil';
    // The first request of a caller also finds out who that is.
    const first = await backend().as('reader').send('get', path);
    const { result, statements } = await statementsDuring(backend().knex, () =>
      backend()
        .as('reader')
        .send('get', path, {
          headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
        }),
    );
    expect(result.status).toBe(304);
    expect(statements.filter(sql => !/clock_timestamp/.test(sql))).toHaveLength(
      3,
    );
  });

  it('stays with a small team, and with what would give it away', async () => {
    const outsider = await backend()
      .as('owner')
      .call(routes.getTeamToil, { params: search });
    expect(outsider.body).toEqual({
      access: 'hidden',
      group: { ref: 'group:default/search', title: 'search' },
      reason: 'too_few_people',
    });
    const member = await backend()
      .as('reader')
      .call(routes.getTeamToil, { params: search });
    expect(member.body).toMatchObject({
      access: 'shown',
      members: { shownToOthers: false },
    });
  });

  it('is edited against the version that was read, and never blindly', async () => {
    const owner = backend().as('owner');
    const { body } = await owner.call(routes.logToil, {
      params: payments,
      body: {
        date: '2026-01-01',
        minutes: 5,
        trigger: 'reactive',
        nature: 'toil',
      },
    });
    const { entry } = body;
    expect(entry.week).toBe('2026-W01');
    const path = `/groups/default/payments/toil/entries/${entry.id}`;
    const change = {
      week: entry.week,
      minutes: 6,
      trigger: 'reactive',
      nature: 'toil',
    };
    const put = (version?: string) =>
      backend()
        .as('colleague')
        .send('put', path, {
          body: change,
          headers: version ? { 'If-Match': version } : {},
        });
    expect((await put()).status).toBe(428);
    expect((await put('"1"')).body.entry.version).toBe(2);
    const stale = await put('"1"');
    expect(stale.status).toBe(412);
    expect(stale.body.error).toMatchObject({
      code: 'ENTRY_CHANGED',
      details: { current: { minutes: 6, version: 2 } },
    });
    const gone = await owner.send('delete', path, {
      headers: { 'If-Match': '"2"' },
    });
    expect(gone.status).toBe(204);
  });

  it('refuses a week that does not exist, in a sentence', async () => {
    const answer = await backend()
      .as('owner')
      .send('post', '/groups/default/payments/toil/entries', {
        body: {
          week: '2025-W53',
          minutes: 60,
          trigger: 'reactive',
          nature: 'toil',
        },
      });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      field: 'body.week',
      message: expect.stringContaining(
        '2025-W53 does not exist: 2025 has 52 ISO weeks',
      ),
    });
  });
});
