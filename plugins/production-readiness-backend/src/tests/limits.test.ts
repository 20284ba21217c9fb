import { routes } from '@prodready/backstage-plugin-production-readiness-common';
import { statementsDuring } from '../testing';
import { describeBackendOnDatabases } from '../testing/backendOnDatabases';
import * as scene from './scenes';

// Who calls is remembered for a minute, so the first request of a person costs
// one statement more than the ones after it.
describeBackendOnDatabases('The cost of a request', (backend, engine) => {
  beforeAll(async () => {
    await scene.answered(backend());
    await scene.draftedSlo(backend());
    await scene.loggedToil(backend());
  });

  it('is at most two statements for an entity’s whole readiness', async () => {
    const read = () =>
      backend()
        .as('owner')
        .call(routes.getReadiness, { params: scene.checkout });
    await read();
    const { result, statements } = await statementsDuring(backend().knex, read);
    expect(result.body.items.length).toBeGreaterThanOrEqual(40);
    expect(statements.length).toBeLessThanOrEqual(2);
  });

  it.each([
    {},
    { sort: 'score' as const },
    { owner: 'group:default/payments', tier: '1' as const },
    { q: 'checkout' },
  ])('is at most two statements for a portfolio page with %j', async query => {
    const read = () =>
      backend().as('reader').call(routes.listPortfolio, { query });
    await read();
    const { result, statements } = await statementsDuring(backend().knex, read);
    expect(result.body.total).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(2);
  });

  it('is one transaction for an attestation', async () => {
    const version = await scene.itemVersion(backend(), scene.rollback);
    const { transactions, statements } = await statementsDuring(
      backend().knex,
      () =>
        backend()
          .as('owner')
          .call(routes.attestItem, {
            params: scene.rollback,
            body: { evidence: scene.evidence },
            ifMatch: version,
          }),
    );
    expect(transactions).toBe(1);
    const writes = statements.filter(sql =>
      /^(with|insert|update|delete)\b/i.test(sql),
    );
    // PostgreSQL writes the answer, its history and the journal in one.
    if (engine === 'PostgreSQL') expect(writes).toHaveLength(1);
    else expect(writes.length).toBeGreaterThan(1);
    expect(writes.join()).toMatch(/insert into [`"]item_states[`"]/);
  });
});
