import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type PortfolioRollup } from '@prodready/backstage-plugin-production-readiness-common';
import {
  portfolioFacets,
  portfolioPage,
} from '../__testUtils__/portfolioFixture';
import { renderReadiness } from '../__testUtils__/renderReadiness';
import { PortfolioPage } from './PortfolioPage';
import { EntityTrend } from './trend/EntityTrend';

const counts = { entities: 7, blocked: 3, required: 40, satisfied: 30 };

const rollup: PortfolioRollup = {
  total: counts,
  lines: [
    {
      value: 'group:default/payments',
      parent: null,
      ...counts,
      sections: [[20, 5]],
    },
  ],
  cut: false,
  sections: [{ id: 'operations', title: { en: 'Operations', ja: '運用' } }],
  blockers: [
    {
      itemId: 'REL-3',
      risk: { en: 'Rollback untested', ja: '切り戻し未確認' },
      count: 3,
    },
  ],
  asOf: 0,
};

const points = [
  { date: '2026-01-01', entities: 5, blocked: 4, required: 40, satisfied: 10 },
  { date: '2026-11-22', entities: 7, blocked: 3, required: 40, satisfied: 30 },
].map(point => ({ ...point, levels: [0, 0, 0] }));

function render(path: string, language: 'en' | 'ja' = 'en') {
  return renderReadiness(<PortfolioPage />, {
    path,
    language,
    answers: {
      listPortfolio: () => portfolioPage(),
      listPortfolioFacets: () => portfolioFacets(),
      getPortfolioRollup: () => rollup,
      getPortfolioTrend: () => ({ points, asOf: 0 }),
    },
  });
}

describe('the roll-up', () => {
  it('leads from each number to the list of what it counts', async () => {
    const client = render('/?show=rollup&mine=false&tier=1');
    const table = await screen.findByRole('table');
    expect(client.of('getPortfolioRollup')[0].query).toMatchObject({
      by: 'team',
      tier: ['1'],
    });
    const [, , line] = within(table).getAllByRole('row');
    const targets = within(line)
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    const list = '/?mine=false&tier=1&owner=group%3Adefault%2Fpayments';
    expect(targets.slice(1)).toEqual([
      list,
      `${list}&blocked=true`,
      list,
      `${list}&section=operations`,
    ]);
    expect(
      within(line).getByRole('link', {
        name: 'Operations: 5 of 20 in place',
      }),
    ).toHaveTextContent('25');
    expect(
      screen.getByRole('link', { name: 'Rollback untested' }),
    ).toHaveAttribute('href', '/?mine=false&tier=1&blocker=REL-3');
  });

  it('reaches every line, and draws fifty at a time', async () => {
    const user = userEvent.setup();
    const lines = Array.from({ length: 120 }, (_, index) => ({
      ...rollup.lines[0],
      value: `group:default/team-${index}`,
    }));
    renderReadiness(<PortfolioPage />, {
      path: '/?show=rollup',
      answers: {
        listPortfolioFacets: () => portfolioFacets(),
        getPortfolioRollup: () => ({ ...rollup, lines }),
      },
    });
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row').length).toBeLessThanOrEqual(60);
    expect(screen.getByText('1–50 of 120')).toBeVisible();
    const next = screen.getByRole('button', { name: 'Next' });
    await user.click(next);
    await user.click(next);
    expect(
      within(screen.getByRole('navigation')).getByText('101–120 of 120'),
    ).toBeVisible();
    expect(next).toBeDisabled();
    expect(within(table).getByRole('link', { name: /team-119/ })).toBeVisible();
  });

  it('is in Japanese too', async () => {
    render('/?show=rollup', 'ja');
    expect(
      await screen.findByRole('link', { name: '運用: 20件中5件' }),
    ).toBeInTheDocument();
  });
});

describe('the trend', () => {
  it('says in a sentence how things were and are', async () => {
    render('/?show=trend');
    expect(
      await screen.findByText(
        /75% of what is required is in place; it was 25%/,
      ),
    ).toBeInTheDocument();
  });
});

describe('the trend of an entity', () => {
  it('is shown when somebody asks for it', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(
      <EntityTrend entityRef="component:default/checkout" />,
      { answers: { getEntityTrend: () => ({ points, asOf: 0 }) } },
    );
    const open = await screen.findByRole('button', {
      name: 'Show the last year',
    });
    expect(client.calls).toEqual([]);
    await user.click(open);
    expect(
      await screen.findByText(
        /75% of what is required is in place; it was 25% on/,
      ),
    ).toBeVisible();
    expect(client.of('getEntityTrend')[0].params).toEqual({
      kind: 'component',
      namespace: 'default',
      name: 'checkout',
    });
    expect(screen.queryByText(/Blocked entities/)).not.toBeInTheDocument();
  });
});

describe('the columns', () => {
  it('can be left out, as the address says', async () => {
    render('/?hide=owner&hide=level');
    await screen.findByRole('row', { name: /Checkout/ });
    const headers = screen
      .getAllByRole('columnheader')
      .map(header => header.textContent);
    expect(headers).not.toContain('Owner');
    expect(headers).not.toContain('Level');
    expect(headers).toContain('SLO');
  });
});

describe('saved views', () => {
  it('are kept under a name, and open again', async () => {
    const client = render('/?mine=false&tier=1');
    await screen.findByRole('row', { name: /Checkout/ });
    await userEvent.click(screen.getByRole('button', { name: 'Views' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Save this view…' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Name of the view' }),
      'Critical',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await userEvent.click(
      await screen.findByRole('button', { name: /Remove the filter: Tier 1/ }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Critical' }),
    );
    await waitFor(() => {
      const calls = client.of('listPortfolio');
      expect(calls[calls.length - 1].query).toMatchObject({ tier: ['1'] });
    });
  }, 60_000);
});
