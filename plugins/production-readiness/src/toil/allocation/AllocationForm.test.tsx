import {
  type AllocationView,
  DEFAULT_TOIL_CATEGORIES,
} from '@prodready/backstage-plugin-production-readiness-common';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import { CURRENT_WEEK } from '../../__testUtils__/toilFixture';
import { AllocationForm } from './AllocationForm';

jest.setTimeout(30_000);

const VIEW: AllocationView = {
  week: CURRENT_WEEK,
  version: 0,
  capacityMinutes: 12_000,
  parts: [],
  entries: 3,
  proposal: {
    week: '2026-W46',
    parts: [
      { trigger: 'reactive', nature: 'toil', percent: 45 },
      { trigger: 'proactive', nature: 'engineering', percent: 55 },
    ],
  },
};

function render(part: Partial<AllocationView> = {}, language?: 'ja') {
  return renderReadiness(
    <AllocationForm
      group={{ namespace: 'default', name: 'payments' }}
      week={CURRENT_WEEK}
      categories={DEFAULT_TOIL_CATEGORIES}
    />,
    {
      language,
      answers: {
        getAllocation: () => ({ ...VIEW, ...part }),
        putAllocation: () => ({ ...VIEW, version: 1 }),
        deleteAllocation: () => ({}),
      },
    },
  );
}

describe('the split of a week', () => {
  it('always shows what is left, and is saved at exactly 100%', async () => {
    const user = userEvent.setup();
    const client = render();
    expect(
      await screen.findByText('100%: everything is shared out'),
    ).toBeInTheDocument();
    const toil = screen.getByRole('group', { name: 'Toil, Reactive' });
    fireEvent.change(within(toil).getByRole('slider'), {
      target: { value: 50 },
    });
    expect(screen.getByText('5% too much')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save the split' }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The parts sum to 105%. They have to make exactly 100%.',
    );
    expect(client.of('putAllocation')).toHaveLength(0);

    // One press takes what is too much from another kind.
    await user.click(
      screen.getByRole('button', {
        name: 'Take the 5% too much from: Engineering, Proactive',
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Save the split' }));
    expect(client.of('putAllocation')).toMatchObject([
      {
        ifMatch: 0,
        params: { week: CURRENT_WEEK },
        body: {
          capacityMinutes: 12_000,
          parts: [
            { trigger: 'reactive', nature: 'toil', percent: 50 },
            { trigger: 'proactive', nature: 'engineering', percent: 50 },
          ],
        },
      },
    ]);
  });

  it('takes a typed number, and hours with a comma', async () => {
    const user = userEvent.setup();
    const client = render();
    const typed = await screen.findByRole('textbox', {
      name: 'Toil, Reactive: percent',
    });
    await user.clear(typed);
    await user.type(typed, '{selectall}40');
    expect(screen.getByText('5% left')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', {
        name: 'Add the 5% that are left to: Overhead',
      }),
    );
    const hours = screen.getByLabelText(/^Hours that are 100%/);
    await user.clear(hours);
    await user.type(hours, '37,5');
    await user.click(screen.getByRole('button', { name: 'Save the split' }));
    expect(client.of('putAllocation')[0].body).toMatchObject({
      capacityMinutes: 2250,
    });
  });

  it('says that entries are kept, and brings them back', async () => {
    const user = userEvent.setup();
    const client = render({
      version: 2,
      parts: [
        { trigger: 'reactive', nature: 'toil', percent: 100, minutes: 12_000 },
      ],
    });
    expect(
      await screen.findByText(/The 3 single entries of the week are kept/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove the split' }));
    expect(client.of('deleteAllocation')).toMatchObject([{ ifMatch: 2 }]);
  });

  it('speaks Japanese', async () => {
    render({}, 'ja');
    expect(await screen.findByText('合計100%です')).toBeInTheDocument();
    expect(
      screen.getByRole('group', { name: 'トイル（割り込み）' }),
    ).toBeInTheDocument();
  });
});
