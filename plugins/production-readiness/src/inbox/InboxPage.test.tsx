import { type InboxItem } from '@prodready/backstage-plugin-production-readiness-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  renderReadiness,
  type RenderReadinessOptions,
} from '../__testUtils__/renderReadiness';
import { InboxPage } from './InboxPage';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;

const runbook: InboxItem = {
  id: 'accept-1',
  kind: 'accept',
  verb: 'accept',
  entityRef: 'component:default/checkout',
  entityTitle: 'Checkout',
  subject: {
    type: 'item',
    checklistId: 'default',
    itemId: 'OPS-2',
    title: {
      en: 'Runbook reviewed within a year',
      ja: '1年以内に手順書を見直した',
    },
    state: 'attested',
  },
  since: NOW - 2 * DAY_MS,
  deadline: NOW + 3 * DAY_MS,
  waitingFor: 'group:default/sre',
};

function Url() {
  return <output data-testid="url">{useLocation().search}</output>;
}

function render(
  items: InboxItem[],
  options: RenderReadinessOptions & { nextDue?: unknown } = {},
) {
  return renderReadiness(
    <>
      <InboxPage />
      <Url />
    </>,
    {
      ...options,
      answers: {
        listInbox: () => ({
          items,
          total: items.length,
          nextDue: options.nextDue ?? null,
          asOf: NOW,
        }),
        getReadiness: () => new Promise(() => {}),
        ...options.answers,
      },
    },
  );
}

describe('InboxPage', () => {
  it('says what waits, where, since when, by when and for whom', async () => {
    render([runbook]);
    const group = await screen.findByRole('region', { name: 'Within a week' });
    const row = within(group).getByRole('listitem');
    expect(row).toHaveTextContent('An answer to accept');
    expect(row).toHaveTextContent('Runbook reviewed within a year');
    expect(row).toHaveTextContent('Asked 2 days ago');
    expect(row).toHaveTextContent('for sre');
    expect(row).toHaveTextContent('Due in 3 days');
    expect(within(row).getByRole('link', { name: 'Checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/readiness',
    );
  });

  it('opens the drawer of the entity at a URL of its own', async () => {
    const user = userEvent.setup();
    render([runbook]);
    await user.click(await screen.findByRole('button', { name: /^Accept:/ }));
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    expect(screen.getByTestId('url')).toHaveTextContent('?open=accept-1');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says that an old link was taken care of', async () => {
    render([runbook], { path: '/?open=accept-0' });
    expect(
      await screen.findByRole('dialog', {
        name: 'This no longer waits for you',
      }),
    ).toBeInTheDocument();
  });

  it('says what is next due when nothing waits', async () => {
    render([], {
      nextDue: {
        entityRef: 'component:default/checkout',
        entityTitle: 'Checkout',
        itemId: 'OPS-2',
        title: runbook.subject.title,
        at: NOW + 9 * DAY_MS,
      },
    });
    expect(
      await screen.findByText(
        'Next: “Runbook reviewed within a year” of Checkout expires in 9 days.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Look at it now' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/readiness?item=OPS-2',
    );
  });

  it('is in Japanese too', async () => {
    render([runbook], { language: 'ja' });
    const row = await screen.findByRole('listitem');
    expect(row).toHaveTextContent('1年以内に手順書を見直した');
    expect(row).toHaveTextContent('依頼: 一昨日');
    expect(
      within(row).getByRole('button', { name: /^確認する/ }),
    ).toBeInTheDocument();
  });
});
