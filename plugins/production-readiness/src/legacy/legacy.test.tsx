import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { FakeReadinessClient } from '../__testUtils__/fakeReadinessClient';
import {
  portfolioFacets,
  portfolioPage,
} from '../__testUtils__/portfolioFixture';
import {
  GroupToilContent,
  productionReadinessPlugin,
  readinessApiRef,
  ReadinessInboxPage,
  ReadinessPortfolioPage,
} from '../legacy';
import { queryClient } from '../query';

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

/** Shows a part in an app of the legacy frontend system. */
function render(
  part: JSX.Element,
  answers: ConstructorParameters<typeof FakeReadinessClient>[0],
) {
  queryClient.clear();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  return renderInTestApp(
    <TestApiProvider
      apis={[[readinessApiRef, new FakeReadinessClient(answers)]]}
    >
      <Routes>
        <Route path="/*" element={part} />
      </Routes>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('the legacy frontend system', () => {
  it('brings a client of its own', () => {
    expect(
      [...productionReadinessPlugin.getApis()].map(({ api }) => api.id),
    ).toEqual([readinessApiRef.id]);
  });

  it('shows the portfolio under a header', async () => {
    await render(<ReadinessPortfolioPage />, {
      listPortfolio: () => portfolioPage(),
      listPortfolioFacets: () => portfolioFacets(),
    });
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Readiness',
    );
    expect(
      await screen.findByRole('row', { name: /Checkout/ }),
    ).toBeInTheDocument();
  });

  it('shows the inbox', async () => {
    await render(<ReadinessInboxPage />, {
      listInbox: () => ({ items: [], total: 0, nextDue: null, asOf: 0 }),
    });
    expect(
      await screen.findByText(/Nothing waits for you/),
    ).toBeInTheDocument();
  });

  it('says when the toil of a group cannot be read', async () => {
    await render(
      <EntityProvider entity={team}>
        <GroupToilContent />
      </EntityProvider>,
      {
        getTeamToil: () => {
          throw new Error('no answer');
        },
      },
    );
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });
});
