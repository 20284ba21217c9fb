import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import { LostRecords } from './LostRecords';

const none = {
  answers: 0,
  reviews: 0,
  slos: 0,
  signatures: 0,
  others: 0,
  toil: 0,
  choices: 0,
};
const from = {
  ref: 'component:default/checkout',
  uid: 'old',
  title: 'Checkout',
  goneSince: 0,
  records: { ...none, answers: 12, slos: 1, signatures: 2 },
};
const to = {
  ref: 'component:default/cashier',
  uid: 'new',
  title: 'Cashier',
  goneSince: null,
  records: none,
};
const catalog = catalogApiMock({
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cashier', title: 'Cashier' },
    },
  ],
});
const show = (obstacles: string[] = [], language: 'en' | 'ja' = 'en') =>
  renderReadiness(<LostRecords />, {
    language,
    apis: [[catalogApiRef, catalog]],
    answers: {
      listLostRecords: () => ({ entities: [from], hasMore: false }),
      previewRecordMove: () => ({ from, to, obstacles }),
      moveRecords: () => ({ entityRef: to.ref, moved: from.records }),
    },
  });

describe('LostRecords', () => {
  it('moves what was previewed, once it is said what becomes of signatures', async () => {
    const user = userEvent.setup();
    const client = show();
    expect(
      await screen.findByText(/12 answers · 1 SLO · 2 signatures/),
    ).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Move the records of Checkout' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Cashier' }));
    const move = await screen.findByRole('button', { name: 'Move to Cashier' });
    await user.type(
      screen.getByRole('textbox', { name: /Why\?/ }),
      'It has another name now',
    );
    await user.click(move);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Choose what becomes of the signatures.',
    );
    await user.click(screen.getByRole('radio', { name: /Ask the owners/ }));
    await user.click(move);
    await waitFor(() => expect(client.of('moveRecords')).toHaveLength(1));
    expect(client.of('moveRecords')[0]).toMatchObject({
      body: {
        from: { ref: from.ref, uid: 'old' },
        to: { ref: to.ref, uid: 'new' },
        signatures: 'ask-again',
        reason: 'It has another name now',
      },
      idempotencyKey: expect.any(String),
    });
  }, 30_000);

  it('says in Japanese what is in the way, and offers no move', async () => {
    const user = userEvent.setup();
    show(['target-has-records'], 'ja');
    await user.click(
      await screen.findByRole('button', { name: 'Checkout の記録を引き継ぐ' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Cashier' }));
    expect(
      await screen.findByText(/引き継ぎ先にはすでに記録があります/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Cashier に引き継ぐ' }),
    ).not.toBeInTheDocument();
  }, 30_000);
});
