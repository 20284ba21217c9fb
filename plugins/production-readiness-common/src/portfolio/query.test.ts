import { createOpenApiDocument } from '../api/openapi';
import { portfolioQuery } from './query';
import { portfolioRoutes } from './routes';

describe('the query of the portfolio', () => {
  it('takes one value or several of a filter', () => {
    expect(
      portfolioQuery.parse({ tier: '1', kind: ['component', 'api'] }),
    ).toMatchObject({ tier: [1], kind: ['component', 'api'] });
  });

  it('brings references into lower case', () => {
    expect(
      portfolioQuery.parse({ owner: 'Group:Default/Payments' }).owner,
    ).toEqual(['group:default/payments']);
  });

  it('opens on what is blocked most', () => {
    expect(portfolioQuery.parse({})).toEqual({
      sort: 'blockers',
      direction: 'desc',
      limit: 50,
    });
  });

  it.each([
    { tier: '4' },
    { mine: 'yes' },
    { limit: '101' },
    { limit: '0' },
    { dueWithin: '-1' },
    { owner: 'payments' },
    { sort: 'toil' },
    { q: 'a\u0000b' },
    { unknown: '1' },
    { kind: Array(21).fill('component') },
  ])('refuses %j', query => {
    expect(portfolioQuery.safeParse(query).success).toBe(false);
  });

  it('is described in the OpenAPI document', () => {
    const document = createOpenApiDocument(portfolioRoutes, '1');
    expect(JSON.stringify(document)).toContain('"name":"sloState"');
  });
});
