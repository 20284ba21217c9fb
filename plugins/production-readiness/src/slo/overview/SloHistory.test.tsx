import { screen, within } from '@testing-library/react';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import { NOW, slo } from '../../__testUtils__/sloFixture';
import { SloHistory } from './SloHistory';

const HOUR = 3_600_000;
const mika = { userRef: 'user:default/mika', name: 'Mika' };
const dev = { userRef: 'user:default/dev', name: 'Dev' };

it('tells versions, signatures, questions and answers, newest first', async () => {
  const { history } = slo();
  renderReadiness(
    <SloHistory
      history={history.map(one => ({ ...one, createdAt: NOW - 9 * HOUR }))}
      signatures={[
        {
          id: 'signature',
          version: 1,
          contentDigest: 'd',
          meaning: 'approve',
          signer: mika,
          role: 'product-owner',
          onBehalfOf: null,
          signedAt: NOW - HOUR,
          satisfaction: 'low',
          reason: null,
          shownDigest: 's',
        },
      ]}
      questions={[
        {
          id: 'question',
          version: 1,
          asker: mika,
          askedAt: NOW - 5 * HOUR,
          text: 'Are retries failures?',
          answer: { by: dev, at: NOW - 3 * HOUR, text: 'No.' },
          read: true,
          mayAnswer: false,
          mayRead: false,
        },
      ]}
      titleOf={line => `Version ${line.version}`}
      now={NOW}
    />,
  );
  await screen.findByText('Show the history, 4 entries');
  const lines = within(screen.getByRole('list'))
    .getAllByRole('listitem')
    .map(one => one.textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^Mika agreed.*not content/),
    expect.stringMatching(/^Dev answered Mika.*No\./),
    expect.stringMatching(/^Mika asked.*Are retries failures\?/),
    expect.stringMatching(/^Version 1/),
  ]);
});
