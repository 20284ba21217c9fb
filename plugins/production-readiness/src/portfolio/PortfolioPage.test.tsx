import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  portfolioFacets,
  portfolioPage,
  portfolioRow,
} from '../__testUtils__/portfolioFixture';
import {
  renderReadiness,
  type RenderReadinessOptions,
} from '../__testUtils__/renderReadiness';
import { inboxRouteRef } from '../routes';
import { PortfolioPage } from './PortfolioPage';

function Url() {
  return <output data-testid="url">{useLocation().search}</output>;
}

function render(options: RenderReadinessOptions = {}) {
  return renderReadiness(
    <>
      <PortfolioPage />
      <Url />
    </>,
    {
      ...options,
      answers: {
        listPortfolio: () => portfolioPage(),
        listPortfolioFacets: () => portfolioFacets(),
        ...options.answers,
      },
    },
  );
}

describe('PortfolioPage', () => {
  it('opens on my teams, blocked first, and says the risk in words', async () => {
    const client = render();
    const row = await screen.findByRole('row', { name: /Checkout/ });
    expect(client.of('listPortfolio')[0].query).toMatchObject({
      mine: 'true',
      sort: 'blockers',
      direction: 'desc',
      limit: 50,
    });
    expect(row).toHaveTextContent(
      'Rollback untested: a bad deploy may not be undoable and 3 more',
    );
    expect(row).toHaveTextContent('2 answers wait to be accepted');
    expect(row).toHaveTextContent('Review due');
    expect(row).toHaveTextContent('in 12 days');
  });

  it('leads from every number to what it counts', async () => {
    render();
    const row = await screen.findByRole('row', { name: /Checkout/ });
    const targets = within(row)
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    expect(targets).toEqual([
      '/catalog/default/component/checkout/readiness',
      '/catalog/default/group/payments',
      '/catalog/default/component/checkout/readiness',
      '/catalog/default/component/checkout/slo',
      '/catalog/default/component/checkout/readiness',
    ]);
  });

  it('lets the server sort, and keeps the order in the URL', async () => {
    const user = userEvent.setup();
    const client = render();
    await user.click(await screen.findByRole('button', { name: 'Entity' }));
    await waitFor(() =>
      expect(client.of('listPortfolio').at(-1)?.query).toMatchObject({
        sort: 'entity',
        direction: 'asc',
      }),
    );
    expect(screen.getByTestId('url')).toHaveTextContent('?sort=entity');
    expect(
      screen.getByRole('columnheader', { name: 'Entity' }),
    ).toHaveAttribute('aria-sort', 'ascending');
  });

  it('goes through the rows by the arrow keys, in the same column', async () => {
    const user = userEvent.setup();
    const names = ['First', 'Second', 'Third'];
    render({
      answers: {
        listPortfolio: () => ({
          ...portfolioPage(),
          rows: names.map((title, index) => ({
            ...portfolioRow(),
            title,
            entityRef: `component:default/n${index}`,
            ...(index === 1 && { sloState: 'not_required' as const }),
          })),
        }),
      },
    });
    const link = await screen.findByRole('link', { name: 'First' });
    act(() => link.focus());
    const focused = () => document.activeElement;
    await user.keyboard('{ArrowDown}');
    expect(focused()).toHaveTextContent('Second');
    await user.keyboard('{End}{ArrowDown}');
    expect(focused()).toHaveTextContent('Third');
    await user.keyboard('{Home}{ArrowUp}');
    expect(focused()).toBe(link);
    const slo = (name: string) =>
      within(screen.getByRole('row', { name: new RegExp(name) })).getAllByRole(
        'link',
      );
    act(() => slo('First')[3].focus());
    // The second has no SLO to go to: its name takes the focus.
    await user.keyboard('{ArrowDown}');
    expect(focused()).toHaveTextContent('Second');
    act(() => slo('Third')[3].focus());
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(focused()).toBe(slo('Third')[3]);
  });

  it('searches the whole catalog by name', async () => {
    const user = userEvent.setup();
    const client = render();
    await user.click(
      await screen.findByRole('radio', { name: 'Whole catalog' }),
    );
    await user.type(screen.getByRole('searchbox'), 'pay');
    await waitFor(() =>
      expect(screen.getByTestId('url')).toHaveTextContent('?mine=false&q=pay'),
    );
    await waitFor(() =>
      expect(client.of('listPortfolio').at(-1)?.query).toMatchObject({
        mine: undefined,
        q: 'pay',
      }),
    );
  });

  it('narrows by facets with their counts, and takes a filter away', async () => {
    const user = userEvent.setup();
    const client = render();
    await user.click(await screen.findByRole('button', { name: 'Filters' }));
    await user.click(
      await screen.findByRole('checkbox', { name: /Tier 1.*12/ }),
    );
    await waitFor(() =>
      expect(client.of('listPortfolio').at(-1)?.query).toMatchObject({
        tier: ['1'],
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Show the results' }));
    await user.click(
      await screen.findByRole('button', { name: /Remove the filter: Tier 1/ }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('url')).toBeEmptyDOMElement(),
    );
  });

  it('goes on by the cursor of the answer', async () => {
    const user = userEvent.setup();
    render({
      answers: {
        listPortfolio: ({ query }) =>
          query.cursor === 'second'
            ? portfolioPage({
                rows: [portfolioRow({ title: 'Refunds', name: 'refunds' })],
                total: 51,
                previousCursor: 'first',
              })
            : portfolioPage({ total: 51, nextCursor: 'second' }),
      },
    });
    window.HTMLElement.prototype.scrollIntoView = jest.fn();
    await user.click(await screen.findByRole('button', { name: 'Next' }));
    expect(await screen.findByText('Refunds')).toBeInTheDocument();
    expect(screen.getByText('51 entities')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
  });

  it('offers the whole catalog when my teams own nothing', async () => {
    const user = userEvent.setup();
    render({
      answers: {
        listPortfolio: ({ query }) =>
          portfolioPage(query.mine ? { rows: [] } : {}),
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Show the whole catalog' }),
    );
    expect(await screen.findByText('Checkout')).toBeInTheDocument();
  });

  it('leads owners of SLOs, whose teams own nothing, to what waits for them', async () => {
    render({
      answers: {
        listPortfolio: () => portfolioPage({ rows: [] }),
        listInbox: () => ({ items: [], total: 2, nextDue: null, asOf: 0 }),
      },
      mountedRoutes: { '/readiness-inbox': inboxRouteRef },
    });
    expect(
      await screen.findByText('2 things wait for you'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the inbox' }),
    ).toHaveAttribute('href', '/readiness-inbox');
    expect(
      screen.getByRole('button', { name: 'Show the whole catalog' }),
    ).toBeInTheDocument();
  });

  it('says what the server refused', async () => {
    render({
      answers: {
        listPortfolio: () => {
          throw new ReadinessResponseError(
            400,
            'CURSOR_INVALID',
            'The cursor is not one of this list.',
            { field: 'query.cursor' },
          );
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cursor is not one of this list.',
    );
  });

  it('is in Japanese too', async () => {
    render({ language: 'ja' });
    const row = await screen.findByRole('row', { name: /Checkout/ });
    expect(row).toHaveTextContent('ほか3件');
    expect(row).toHaveTextContent('見直し時期');
    expect(row).toHaveTextContent('12日後');
  });
});
