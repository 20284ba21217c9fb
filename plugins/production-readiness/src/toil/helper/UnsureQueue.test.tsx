import { DEFAULT_TOIL_CATEGORIES } from '@prodready/backstage-plugin-production-readiness-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import { CURRENT_WEEK, toilEntry } from '../../__testUtils__/toilFixture';
import { UnsureQueue } from './UnsureQueue';

jest.setTimeout(60_000);

function render() {
  let open = [toilEntry({ nature: 'unsure', category: undefined })];
  return renderReadiness(
    <UnsureQueue
      group={{ namespace: 'default', name: 'payments' }}
      currentWeek={CURRENT_WEEK}
      categories={DEFAULT_TOIL_CATEGORIES}
    />,
    {
      answers: {
        listUnsureToil: () => ({ entries: open, count: open.length }),
        updateToilEntry: ({ body }) => {
          open = [];
          return {
            entry: { ...toilEntry(), ...(body as object) },
            similar: 0,
            counted: true,
          };
        },
      },
    },
  );
}

beforeEach(() => window.localStorage.clear());

describe('the queue of what is unsorted', () => {
  it('suggests after four traits, and saves nothing until it is chosen', async () => {
    const user = userEvent.setup();
    const client = render();
    await user.click(
      await screen.findByRole('button', { name: /^Is this toil/ }),
    );
    const questions = screen.getAllByRole('radiogroup');
    expect(questions).toHaveLength(6);
    for (const question of questions.slice(0, 3)) {
      await user.click(within(question).getByRole('radio', { name: 'Yes' }));
    }
    expect(screen.queryByRole('button', { name: /^Choose/ })).toBeNull();
    await user.click(within(questions[3]).getByRole('radio', { name: 'Yes' }));
    expect(screen.getByText(/this looks like toil/)).toBeInTheDocument();
    expect(client.of('updateToilEntry')).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Choose “Toil”' }));
    await waitFor(() =>
      expect(screen.queryByText('What was this?')).toBeNull(),
    );
    expect(client.of('updateToilEntry')).toMatchObject([
      { ifMatch: 1, body: { nature: 'toil', minutes: 90 } },
    ]);
  });

  it('is put off until the next week', async () => {
    const user = userEvent.setup();
    render();
    await user.click(
      await screen.findByRole('button', { name: 'Not this week' }),
    );
    expect(screen.queryByText('What was this?')).toBeNull();
    expect(
      window.localStorage.getItem(
        'production-readiness.toil.sorting.default/payments',
      ),
    ).toBe(CURRENT_WEEK);
  });
});
