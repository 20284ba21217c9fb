import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import {
  material,
  page,
  proposedSlo,
  slo,
  SLO_ID,
  version,
} from '../../__testUtils__/sloFixture';
import { SloDecisionPanel } from './SloDecisionPanel';

const open = (
  answers: Parameters<typeof renderReadiness>[1],
  wanted?: number,
) =>
  renderReadiness(
    <SloDecisionPanel sloId={SLO_ID} version={wanted} onClose={() => {}} />,
    answers,
  );

describe('deciding on an SLO', () => {
  it('says in plain words what would be agreed to, before anything technical', async () => {
    open({ answers: { getSlo: () => page(proposedSlo()) } });
    const panel = await screen.findByRole('dialog', { name: 'Do you agree?' });
    const text = panel.textContent ?? '';

    expect(text).toContain(
      'The proportion of checkouts that succeed within 2 seconds is at least 99.95% over 28 days',
    );
    expect(text).toContain('1 in 2,000 may fail');
    expect(text).toContain('In a total outage: 20 m 10 s over 28 days');
    expect(text).toContain('99.9%');
    expect(text).not.toMatch(/SLI|burn rate|PromQL/i);
  });

  it('shows what another number would mean, and signs only the one in question', async () => {
    const user = userEvent.setup();
    open({ answers: { getSlo: () => page() } });
    const slider = await screen.findByRole('slider', {
      name: 'Try another number',
    });
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      '99.9%: 1 in 1,000 may fail',
    );
    // Two stops down, past 99.8.
    fireEvent.change(slider, { target: { value: 6 } });

    expect(slider).toHaveAttribute(
      'aria-valuetext',
      '99.5%: 1 in 200 may fail',
    );
    expect(screen.getByText('1 in 200 may fail')).toBeInTheDocument();
    expect(
      screen.getByText(/5 times more failures than 99.9%/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Sign/ }),
    ).not.toBeInTheDocument();

    await user.click(
      screen.getByRole('button', { name: 'Ask for 99.5% instead' }),
    );
    expect(screen.getByRole('textbox')).toHaveValue(
      'I suggest 99.5% instead of 99.9%, because ',
    );
  });

  it('sends what was read, once for a double click, and says what is next', async () => {
    const user = userEvent.setup();
    const read = version(1, material());
    const client = open({
      answers: {
        getSlo: () => page(),
        signSlo: () =>
          page(
            slo({
              state: 'in_force',
              inForce: { ...read, state: 'in_force', decisions: [] },
              proposal: null,
            }),
          ),
      },
    });
    await user.dblClick(
      await screen.findByRole('button', { name: 'Sign 99.9%' }),
    );
    // Screen readers may have been told already.
    const [recorded] = await screen.findAllByText(
      'Your agreement is recorded.',
    );
    expect(recorded).toBeVisible();
    expect(
      screen.getByText('The number is agreed on and counts from now.'),
    ).toBeVisible();
    expect(client.of('signSlo')).toEqual([
      expect.objectContaining({
        params: { sloId: SLO_ID, version: 1 },
        body: {
          meaning: 'approve',
          contentDigest: read.contentDigest,
          shownDigest: read.shownDigest,
        },
        idempotencyKey: expect.any(String),
      }),
    ]);
  });

  it('refuses behind one more tap, with a reason', async () => {
    const user = userEvent.setup();
    const client = open({
      answers: { getSlo: () => page(), signSlo: () => page() },
    });
    await user.click(
      await screen.findByRole('button', { name: 'More answers' }),
    );
    await user.click(screen.getByRole('button', { name: 'Refuse' }));
    await user.type(screen.getByRole('textbox'), 'Too high');
    await user.click(screen.getByRole('button', { name: 'Refuse' }));
    expect(
      screen.getByText(/Write at least 10 characters/),
    ).toBeInTheDocument();
    expect(client.of('signSlo')).toEqual([]);

    await user.type(screen.getByRole('textbox'), ' for this team.');
    await user.click(screen.getByRole('button', { name: 'Refuse' }));
    expect(await screen.findByText('Your refusal is recorded.')).toBeVisible();
    expect(client.of('signSlo')[0].body).toMatchObject({
      meaning: 'reject',
      reason: 'Too high for this team.',
    });
  });

  it('takes a question from the bar, which is no decision', async () => {
    const user = userEvent.setup();
    const client = open({
      answers: { getSlo: () => page(), askQuestion: () => ({}) },
    });
    const ask = await screen.findByRole('button', { name: 'Ask a question' });
    await user.click(ask);
    const field = screen.getByRole('textbox', { name: /like to know/ });
    expect(field).toHaveFocus();
    expect(ask).not.toBeInTheDocument();
    await user.type(field, 'Are retries failures?');
    await user.click(screen.getByRole('button', { name: 'Send the question' }));
    expect(client.of('askQuestion')[0].body).toEqual({
      version: 1,
      text: 'Are retries failures?',
    });
    // Still there to be decided on.
    expect(
      await screen.findByRole('button', { name: 'Ask a question' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Sign 99.9%' })).toBeVisible();
    expect(client.of('signSlo')).toEqual([]);
  });

  it('shows what was edited meanwhile, and leads to the newest version', async () => {
    const user = userEvent.setup();
    let current = page();
    const client = open({
      answers: {
        getSlo: () => current,
        signSlo: () => {
          throw new ReadinessResponseError(409, 'SLO_CHANGED', 'Changed.', {
            details: {
              editor: 'Dev',
              changes: [{ field: 'target', before: '99.9', after: '99.95' }],
            },
          });
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Sign 99.9%' }));
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('It was changed while you were reading');
    expect(within(notice).getByText('99.95%')).toBeInTheDocument();
    expect(client.of('signSlo')).toHaveLength(1);

    current = page(
      slo({ proposal: version(2, material({ target: '99.95' })) }),
    );
    await user.click(
      within(notice).getByRole('button', { name: 'Read the newest version' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Sign 99.95%' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps what is read on the screen when something newer arrives', async () => {
    let current = page();
    const client = open({ answers: { getSlo: () => current } });
    await screen.findByRole('button', { name: 'Sign 99.9%' });
    current = page(slo({ proposal: version(2, material({ target: '99' })) }));
    fireEvent(window, new Event('visibilitychange'));
    expect(screen.getByRole('button', { name: 'Sign 99.9%' })).toBeVisible();
    expect(client.of('getSlo').length).toBeGreaterThan(0);
  });

  it('offers nothing to whoever may decide nothing', async () => {
    open({
      answers: {
        getSlo: () =>
          page(slo({ proposal: version(1, material(), { decisions: [] }) })),
      },
    });
    expect(
      await screen.findByRole('dialog', { name: 'The number' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Sign|Refuse|More/ }),
    ).not.toBeInTheDocument();
  });

  it('speaks Japanese', async () => {
    open({
      language: 'ja',
      answers: {
        getSlo: () =>
          page(
            slo({
              proposal: version(
                1,
                material({ sliText: '2秒以内に成功した注文の割合' }),
              ),
            }),
          ),
      },
    });
    expect(
      await screen.findByText(
        '2秒以内に成功した注文の割合を28日間で99.9%以上に保つ',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('1,000回に1回までの失敗は許容'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('全面停止なら、28日間で合計40分19秒まで'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: '99.9%に合意する' }),
    ).toBeInTheDocument();
  });
});
