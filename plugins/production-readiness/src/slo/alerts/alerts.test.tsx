import { type AlertView } from '@prodready/backstage-plugin-production-readiness-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import {
  entitySlos,
  material,
  NOW,
  slo,
  SLO_ID,
  version,
} from '../../__testUtils__/sloFixture';
import { SloContent } from '../SloContent';

// A panel of fields is slow to fill in on a busy machine.
jest.setTimeout(20_000);

const REF = 'component:default/checkout';
const ALERT_ID = '3a3e9f53-8c56-4f5f-9d3c-1f3f0a9b2c11';

const alert: AlertView = {
  id: ALERT_ID,
  name: 'CheckoutBudgetBurn',
  sloId: SLO_ID,
  severity: 'SEV1',
  response: 'page',
  runbookUrl: null,
  editor: { userRef: 'user:default/dev', name: 'Dev' },
  review: null,
  reviewDueAt: NOW - 1,
  mayReview: true,
  version: 4,
};

const owned = slo({ proposal: version(1, material()) });
const view = entitySlos({
  slos: [owned],
  alerts: [alert],
  holes: [
    { hole: 'slo_not_measured', id: SLO_ID },
    { hole: 'alert_without_runbook', id: ALERT_ID },
    { hole: 'alert_review_stale', id: ALERT_ID },
  ],
});

describe('the chain from users to runbooks', () => {
  it('is a list whose holes have names', async () => {
    renderReadiness(<SloContent entityRef={REF} />, {
      answers: { getEntitySlos: () => view },
    });
    const chain = await screen.findByRole('region', {
      name: 'From users to the number',
    });
    const stations = within(chain).getAllByRole('listitem');
    expect(stations).toHaveLength(5);
    expect(stations[1]).toHaveTextContent('Missing: Nothing measures it yet');
    expect(stations[3]).toHaveTextContent('CheckoutBudgetBurn');
    expect(stations[3]).toHaveTextContent('An alert needs another look.');
    expect(stations[4]).toHaveTextContent('0 of 1 alerts lead to one');
    expect(stations[4]).toHaveTextContent('None for CheckoutBudgetBurn');
  });

  it('takes a verdict of somebody else, made from what they saw', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(<SloContent entityRef={REF} />, {
      answers: { getEntitySlos: () => view, reviewAlert: () => alert },
      path: `/?alert=${ALERT_ID}`,
    });
    const panel = await screen.findByRole('dialog', {
      name: 'CheckoutBudgetBurn',
    });
    expect(panel).toHaveTextContent('Nobody but Dev has looked at it yet.');
    await user.click(within(panel).getByRole('radio', { name: /^Tune it/ }));
    await user.type(
      within(panel).getByRole('textbox', { name: /What should change/ }),
      'Not on Mondays',
    );
    await user.click(
      within(panel).getByRole('button', { name: 'Ask to tune it' }),
    );
    expect(client.of('reviewAlert')).toEqual([
      expect.objectContaining({
        ifMatch: 4,
        params: expect.objectContaining({ alertId: ALERT_ID }),
        body: { verdict: 'tune', note: 'Not on Mondays' },
      }),
    ]);
  });

  it('writes an alert down, with its runbook', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(<SloContent entityRef={REF} />, {
      answers: { getEntitySlos: () => view, addAlert: () => alert },
      path: '/?alert=new',
    });
    const panel = await screen.findByRole('dialog', { name: 'Add an alert' });
    await user.click(within(panel).getByRole('button', { name: 'Save' }));
    expect(within(panel).getByRole('alert')).toHaveTextContent(
      'Write the name of the alert.',
    );
    await user.type(
      within(panel).getByRole('textbox', { name: /What is the alert called/ }),
      'Burn',
    );
    await user.type(
      within(panel).getByRole('textbox', { name: /what to do first/ }),
      'https://wiki.example/burn',
    );
    await user.click(within(panel).getByRole('button', { name: 'Save' }));
    expect(client.of('addAlert')[0].body).toEqual({
      name: 'Burn',
      sloId: SLO_ID,
      severity: 'SEV1',
      response: 'page',
      runbookUrl: 'https://wiki.example/burn',
    });
  });
});
