import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import {
  entitySlos,
  material,
  NOW,
  page,
  slo,
  SLO_ID,
  version,
} from '../../__testUtils__/sloFixture';
import { SloContent } from '../SloContent';
import { VagueHint } from '../severity/SeverityPanel';

const REF = 'component:default/checkout';

describe('no number yet', () => {
  it('offers to say that none is needed, with a reason', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(<SloContent entityRef={REF} />, {
      answers: {
        getEntitySlos: () => entitySlos(),
        decideSloNeed: () => ({ notNeeded: null, mayDecide: true, version: 1 }),
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Say why none is needed' }),
    );
    await user.type(screen.getByRole('textbox'), 'short');
    await user.click(screen.getByRole('button', { name: 'None is needed' }));
    expect(client.of('decideSloNeed')).toEqual([]);
    await user.type(screen.getByRole('textbox'), ', but enough now');
    await user.click(screen.getByRole('button', { name: 'None is needed' }));
    expect(client.of('decideSloNeed')[0]).toMatchObject({
      body: { notNeededBecause: 'short, but enough now' },
      ifMatch: 0,
    });
  }, 20_000);

  it('shows who decided that, and the way back', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(<SloContent entityRef={REF} />, {
      answers: {
        getEntitySlos: () =>
          entitySlos({
            need: {
              notNeeded: {
                because: 'Only a nightly job uses it.',
                by: { userRef: 'user:default/mika', name: 'Mika' },
                at: NOW,
              },
              mayDecide: true,
              version: 3,
            },
          }),
        decideSloNeed: () => ({ notNeeded: null, mayDecide: true, version: 4 }),
      },
    });
    expect(
      await screen.findByText('Only a nightly job uses it.'),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'One is needed after all' }),
    );
    expect(client.of('decideSloNeed')[0]).toMatchObject({
      body: { notNeededBecause: null },
      ifMatch: 3,
    });
  }, 20_000);
});

describe('looking at a number again', () => {
  it('asks how content the owner is before it takes the signature', async () => {
    const user = userEvent.setup();
    const due = slo({
      state: 'review_due',
      proposal: null,
      inForce: version(1, material(), {
        state: 'in_force',
        decisions: ['approve', 'withdraw'],
      }),
    });
    const client = renderReadiness(<SloContent entityRef={REF} />, {
      answers: {
        getEntitySlos: () => entitySlos({ slos: [due] }),
        getSlo: () => page(due),
        signSlo: () => page(due),
      },
      path: `/?decide=${SLO_ID}`,
    });
    const panel = await screen.findByRole('dialog', {
      name: 'Is this number still right?',
    });
    expect(within(panel).getByText('Review due')).toBeInTheDocument();
    const sign = await within(panel).findByRole('button', {
      name: 'Sign 99.9% again',
    });
    await user.click(sign);
    expect(client.of('signSlo')).toEqual([]);
    expect(within(panel).getByRole('alert')).toHaveTextContent(
      'Say how content you are',
    );
    await user.click(within(panel).getByRole('radio', { name: /^Content/ }));
    await user.click(sign);
    expect(client.of('signSlo')[0].body).toMatchObject({
      meaning: 'approve',
      satisfaction: 'high',
    });
  }, 20_000);
});

describe('the criteria of a severity', () => {
  it('get a hint on vague words in both languages', async () => {
    renderReadiness(
      <>
        <VagueHint text="An important function is down" />
        <VagueHint text="重要な機能が長時間止まる" />
        <VagueHint text="5 % of orders fail for 10 minutes" />
      </>,
    );
    const hints = await screen.findAllByRole('status');
    const texts = hints.map(one => one.textContent);
    expect(texts.some(text => text?.includes('“important function”'))).toBe(
      true,
    );
    expect(texts.some(text => text?.includes('“重要な機能”, “長時間”'))).toBe(
      true,
    );
    expect(texts.some(text => text?.includes('orders'))).toBe(false);
  });
});
