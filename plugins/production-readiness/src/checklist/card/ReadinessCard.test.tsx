import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import {
  checklistOf,
  readinessOf,
  view,
  words,
} from '../__testUtils__/fixtures';
import { ReadinessCard } from './ReadinessCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
};

describe('ReadinessCard', () => {
  it('says what blocks, names the risks and leads to the tab', async () => {
    renderReadiness(
      <EntityProvider entity={entity}>
        <ReadinessCard />
      </EntityProvider>,
      {
        answers: {
          getReadiness: () =>
            readinessOf([view('OPS-2')], {
              blockers: [
                {
                  itemId: 'OPS-2',
                  move: 'team',
                  waitsForRef: null,
                  since: null,
                },
              ],
            }),
          getChecklist: () => checklistOf(words('OPS-2')),
        },
      },
    );
    expect(
      await screen.findByText('1 thing blocks release: 1 yours'),
    ).toBeVisible();
    expect(await screen.findByText('OPS-2 risk')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See all' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/readiness',
    );
  });
});
