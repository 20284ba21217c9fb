import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { discoveryApiRef } from '@backstage/core-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { entitySlos, proposedSlo } from '../__testUtils__/sloFixture';
import { giveChartsSpace } from '../__testUtils__/chartSpace';
import { FakeReadinessClient } from '../__testUtils__/fakeReadinessClient';
import {
  portfolioFacets,
  portfolioPage,
} from '../__testUtils__/portfolioFixture';
import {
  CURRENT_WEEK,
  toilEntry,
  toilReport,
  toilWeek,
} from '../__testUtils__/toilFixture';
import {
  EntityReadinessContent,
  GroupToilContent,
  productionReadinessPlugin,
  readinessApiRef,
  ReadinessInboxPage,
  ReadinessPortfolioPage,
  EntitySloContent,
} from '../legacy';
import {
  ASIDE_ANSWERS,
  checklistOf,
  readinessOf,
  view,
  words,
} from '../checklist/__testUtils__/fixtures';
import { queryClient } from '../query';

const service = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { type: 'service', owner: 'payments' },
};

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'checkout' },
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
      apis={[
        [readinessApiRef, new FakeReadinessClient(answers)],
        [discoveryApiRef, mockApis.discovery()],
      ]}
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

  it('shows the readiness of an entity with its items', async () => {
    await render(
      <EntityProvider entity={service}>
        <EntityReadinessContent />
      </EntityProvider>,
      {
        getReadiness: () =>
          readinessOf([view('REL-3'), view('OPS-2')], {
            nextSteps: [{ itemId: 'REL-3', action: 'answer' }],
            blockers: [
              {
                itemId: 'REL-3',
                move: 'team',
                waitsForRef: 'group:default/payments',
                since: null,
              },
            ],
          }),
        getChecklist: () => checklistOf(words('REL-3'), words('OPS-2')),
        ...ASIDE_ANSWERS,
        getTeamToil: () => {
          throw new Error('not asked of here');
        },
      },
    );
    expect(await screen.findByText(/1 thing blocks release/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'REL-3 risk' })).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Answer: REL-3 title' }),
    ).toBeVisible();
  });

  it('shows the SLOs of an entity with what they mean', async () => {
    await render(
      <EntityProvider entity={component}>
        <EntitySloContent />
      </EntityProvider>,
      { getEntitySlos: () => entitySlos({ slos: [proposedSlo()] }) },
    );
    expect(
      await screen.findByRole('heading', {
        name: 'The proportion of checkouts that succeed within 2 seconds is at least 99.9% over 28 days',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'From users to the number' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Read and decide' }),
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

  it("shows a group's toil with its figures", async () => {
    giveChartsSpace();
    await render(
      <EntityProvider entity={team}>
        <GroupToilContent />
      </EntityProvider>,
      {
        getTeamToil: () => toilReport(),
        getToilTrend: () => ({
          access: 'shown',
          group: { ref: 'group:default/checkout', title: 'Checkout' },
          quarters: [],
        }),
        listToilDecisions: () => ({ access: 'shown', decisions: [] }),
        listToilLooks: () => ({ looks: [] }),
        listUnsureToil: () => ({ entries: [], count: 0 }),
        listToilEntries: () => ({
          week: toilWeek(CURRENT_WEEK, { toil: 90 }),
          allocated: false,
          entries: [toilEntry()],
        }),
      },
    );
    expect(
      await screen.findByRole('region', { name: 'Toil, last 13 weeks' }),
    ).toHaveTextContent('41.0%');
  });
});
