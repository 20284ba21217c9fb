import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { giveChartsSpace } from '../../__testUtils__/chartSpace';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import {
  CURRENT_WEEK,
  toilEntry,
  toilReport,
  toilWeek,
} from '../../__testUtils__/toilFixture';
import { RecordedCall } from '../../__testUtils__/fakeReadinessClient';
import { TeamToil } from '../TeamToil';

// Typing into real fields takes its time on a busy machine.
jest.setTimeout(30_000);

const GROUP = { namespace: 'default', name: 'payments' };

function render(answers: Record<string, (call: RecordedCall) => unknown> = {}) {
  return renderReadiness(<TeamToil group={GROUP} />, {
    answers: {
      getTeamToil: () => toilReport(),
      listUnsureToil: () => ({ entries: [], count: 0 }),
      listToilEntries: () => ({
        week: toilWeek(CURRENT_WEEK, { toil: 90 }),
        allocated: false,
        entries: [toilEntry()],
      }),
      logToil: ({ body }) => ({
        entry: { ...toilEntry(), ...(body as object) },
        similar: 0,
        counted: true,
      }),
      deleteToilEntry: () => ({}),
      ...answers,
    },
  });
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(await screen.findByLabelText(/^Time spent/), '1h30');
  await user.type(
    screen.getByRole('combobox', { name: /^Category/ }),
    'manual{ArrowDown}{Enter}',
  );
}

beforeEach(() => window.localStorage.clear());
beforeEach(giveChartsSpace);

describe('the quick log', () => {
  it('takes minutes and a category, and saves on Enter', async () => {
    const user = userEvent.setup();
    const client = render();
    await fill(user);
    // The usual axes of the category are chosen; Enter in a field saves.
    const proactive = screen.getByRole('radio', { name: 'Proactive' });
    expect(proactive).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Toil' })).toBeChecked();
    await user.type(screen.getByLabelText(/^Time spent/), '{Enter}');

    expect(
      await screen.findByText('Saved: 1 h 30 min, Manual releases.'),
    ).toBeInTheDocument();
    expect(client.of('logToil')).toHaveLength(1);
    const [call] = client.of('logToil');
    expect(call.params).toEqual(GROUP);
    expect(call.body).toMatchObject({
      week: CURRENT_WEEK,
      minutes: 90,
      category: 'manual_release',
      trigger: 'proactive',
      nature: 'toil',
    });
    expect(call.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
    // Ready for the next one: choices stay, the minutes are asked for again.
    expect(screen.getByLabelText(/^Time spent/)).toHaveValue('');
    expect(screen.getByLabelText(/^Time spent/)).toHaveFocus();
    expect(screen.getByRole('combobox')).toHaveValue('Manual releases');
  });

  it('asks for both axes of "other", and says what is missing', async () => {
    const user = userEvent.setup();
    const client = render();
    await user.type(
      await screen.findByRole('combobox', { name: /^Category/ }),
      'Other{ArrowDown}{Enter}',
    );
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('Choose what started it.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Choose what kind of work it was.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Write how long it took, such as 30, 1h30 or 1:30.'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByLabelText(/^Time spent/)).toHaveFocus(),
    );
    expect(client.of('logToil')).toEqual([]);
  });

  it('logs the same as last time with one press', async () => {
    const user = userEvent.setup();
    const client = render();
    await fill(user);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(
      await screen.findByRole('button', { name: /^Same as last time/ }),
    );
    await waitFor(() => expect(client.of('logToil')).toHaveLength(2));
    const [first, second] = client.of('logToil');
    expect(second.body).toEqual(first.body);
    expect(second.idempotencyKey).not.toBe(first.idempotencyKey);
  });

  it('keeps what was typed when the server refuses, and repeats the key', async () => {
    const user = userEvent.setup();
    let refuse = true;
    const client = render({
      logToil: ({ body }) => {
        if (refuse) throw new TypeError('Failed to fetch');
        return { entry: { ...toilEntry(), ...(body as object) }, similar: 0 };
      },
    });
    await fill(user);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText(
        'This was not saved. What you typed is still here.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/^Time spent/)).toHaveValue('1h30');
    refuse = false;
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText(/^Saved:/);
    const [first, second] = client.of('logToil');
    expect(second.idempotencyKey).toBe(first.idempotencyKey);
  });

  it('hints at similar work and takes the entry back', async () => {
    const user = userEvent.setup();
    const client = render({
      logToil: () => ({
        entry: toilEntry({ id: 'b4d8f5a6-2b57-4a39-9a6e-5f0c7c1d2e3f' }),
        similar: 2,
      }),
    });
    await fill(user);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText(/There were 2 similar entries that day already/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText(/^Deleted:/);
    expect(client.of('deleteToilEntry')[0]).toMatchObject({
      params: { ...GROUP, entryId: 'b4d8f5a6-2b57-4a39-9a6e-5f0c7c1d2e3f' },
      ifMatch: 1,
    });
  });
});

describe('the entries of a week', () => {
  it('can be deleted and put back', async () => {
    const user = userEvent.setup();
    const client = render();
    expect(
      await screen.findByText('The same question again'),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', {
        name: 'Delete 1 h 30 min, Log search for inquiries',
      }),
    );
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText(/^Put back:/);
    expect(client.of('logToil')[0].body).toEqual({
      week: CURRENT_WEEK,
      minutes: 90,
      trigger: 'reactive',
      nature: 'toil',
      category: 'customer_inquiry',
      note: 'The same question again',
    });
  });

  it('can be changed; a lost race shows both and loses neither', async () => {
    const user = userEvent.setup();
    const client = render({
      updateToilEntry: ({ ifMatch, body }) => {
        if (ifMatch === 1) {
          throw new ReadinessResponseError(412, 'ENTRY_CHANGED', 'Changed.', {
            details: { current: toilEntry({ version: 2, minutes: 45 }) },
          });
        }
        return {
          entry: { ...toilEntry({ version: 3 }), ...(body as object) },
          similar: 0,
          counted: true,
        };
      },
    });
    await user.click(
      await screen.findByRole('button', {
        name: 'Edit 1 h 30 min, Log search for inquiries',
      }),
    );
    const drawer = await screen.findByRole('dialog', {
      name: 'Change an entry',
    });
    const time = within(drawer).getByLabelText(/^Time spent/);
    await user.clear(time);
    await user.type(time, '30{Enter}');
    expect(await within(drawer).findByRole('alert')).toHaveTextContent(
      'It now says: 45 min, Log search for inquiries',
    );
    expect(time).toHaveValue('30');
    await user.click(
      within(drawer).getByRole('button', { name: 'Save mine instead' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(client.of('updateToilEntry')[1]).toMatchObject({
      ifMatch: 2,
      body: { minutes: 30, note: 'The same question again' },
    });
  });

  it('lists and logs an earlier week', async () => {
    const user = userEvent.setup();
    const client = render();
    await user.click(
      await screen.findByRole('button', { name: 'The week before' }),
    );
    await waitFor(() =>
      expect(client.of('listToilEntries').at(-1)?.query).toEqual({
        week: '2026-W46',
      }),
    );
    expect(screen.getByText('last week')).toBeInTheDocument();
    await fill(user);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(client.of('logToil')[0].body).toMatchObject({ week: '2026-W46' }),
    );
  });
});
