import { screen, waitFor } from '@testing-library/react';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import {
  material,
  NOW,
  slo,
  SLO_ID,
  version,
} from '../../__testUtils__/sloFixture';
import { Advice } from './Advice';

const agreed = slo({
  state: 'in_force',
  inForce: version(1, material(), { state: 'in_force', decisions: [] }),
  proposal: null,
  signatures: [
    {
      id: 'a',
      version: 1,
      contentDigest: 'd',
      meaning: 'approve',
      signer: { userRef: 'user:default/mika', name: 'Mika' },
      role: 'product-owner',
      onBehalfOf: null,
      signedAt: NOW,
      satisfaction: 'low',
      reason: null,
      shownDigest: 's',
    },
  ],
});

const show = (lastDay: string) =>
  renderReadiness(<Advice slo={agreed} now={NOW} />, {
    answers: {
      getReadiness: () => ({ toil: { state: 'ok' } }),
      getBudgetHistory: () => ({
        sloId: SLO_ID,
        days: [{ day: lastDay, errorRatio: '0.0002' }],
        asOf: NOW,
      }),
    },
  });

describe('advice beside a number', () => {
  it('says what may be tried, and why', async () => {
    show('2026-11-23');
    expect(
      await screen.findByText(/^Because the number was kept/),
    ).toBeInTheDocument();
  });

  it('is withheld when monitoring stopped before yesterday', async () => {
    const client = show('2026-11-21');
    await waitFor(() => {
      expect(client.of('getBudgetHistory')).toHaveLength(1);
      expect(client.of('getReadiness')).toHaveLength(1);
    });
    expect(screen.queryByText(/^Because/)).not.toBeInTheDocument();
  });
});
