import { screen } from '@testing-library/react';
import { portfolioRow } from '../../__testUtils__/portfolioFixture';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import { ReadinessOfEntity } from './ReadinessOfEntity';

describe('the column of the catalog table', () => {
  it('asks for all rows in one request, and leaves out what has none', async () => {
    const client = renderReadiness(
      <>
        <ReadinessOfEntity entityRef="component:default/checkout" />
        <ReadinessOfEntity entityRef="component:default/other" />
      </>,
      {
        answers: {
          listPortfolioByRefs: () => ({
            rows: [portfolioRow({ entityRef: 'component:default/checkout' })],
            asOf: 0,
          }),
        },
      },
    );
    expect(
      await screen.findByRole('link', { name: '4 things block 26 of 38' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/readiness');
    expect(client.of('listPortfolioByRefs').map(call => call.body)).toEqual([
      { entityRefs: ['component:default/checkout', 'component:default/other'] },
    ]);
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });
});
