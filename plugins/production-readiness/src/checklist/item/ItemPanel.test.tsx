import {
  ReadinessResponseError,
  type ItemView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FakeAnswer } from '../../__testUtils__/fakeReadinessClient';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import {
  checklistOf,
  ENTITY_REF,
  NOW,
  readinessOf,
  view,
  waitingAnswer,
  words,
} from '../__testUtils__/fixtures';
import { ItemPanel } from './ItemPanel';

const GOOD = 'Rolled back 1.4 to 1.3 on 20 November, nine minutes';

/** Shows the item REL-3; the server's item can change meanwhile. */
function show(item: ItemView, answers: Record<string, FakeAnswer> = {}) {
  const server = { item };
  const client = renderReadiness(
    <ItemPanel entityRef={ENTITY_REF} itemId="REL-3" onClose={() => {}} />,
    {
      answers: {
        getReadiness: () => readinessOf([server.item]),
        getChecklist: () => checklistOf(words('REL-3')),
        listItemHistory: () => ({ events: [], asOf: NOW }),
        ...answers,
      },
    },
  );
  return { client, server };
}

describe('ItemPanel', () => {
  beforeEach(() => window.sessionStorage.clear());

  it.each([
    [['entity'], 'The catalog supports it.'],
    [['slo', 'entity'], 'What is on the SLO tab supports it.'],
    [['toil'], 'The work that the team recorded supports it.'],
    [['checks'], 'Another system confirms it.'],
  ] as const)('says who knows what it reads of %j', async (reads, text) => {
    show(view('REL-3', { fact: 'passed', state: 'passed' }), {
      getChecklist: () => checklistOf(words('REL-3', { reads: [...reads] })),
    });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('saves evidence by Ctrl-Enter, with the version it was made from', async () => {
    const user = userEvent.setup();
    const { client, server } = show(view('REL-3', { version: 4 }), {
      attestItem: () => {
        server.item = view('REL-3', {
          version: 5,
          state: 'attested',
          move: 'reviewer',
          answer: waitingAnswer(GOOD),
        });
        return { item: server.item, asOf: NOW };
      },
    });
    const field = await screen.findByRole('textbox', { name: 'Evidence' });
    expect(field).toHaveFocus();
    await user.type(field, `${GOOD}{Control>}{Enter}{/Control}`);

    expect(await screen.findByText(/Waits for a second person/)).toBeVisible();
    expect(client.of('attestItem')).toEqual([
      expect.objectContaining({
        ifMatch: 4,
        body: {
          evidence: { kind: 'text', text: GOOD },
          checklistDigest: expect.any(String),
        },
      }),
    ]);
    await waitFor(() =>
      expect(
        screen.getByText('Saved. It waits for a second person.'),
      ).toBeInTheDocument(),
    );
  });

  it('shows how another service answered, and whom to ask', async () => {
    const { client } = show(view('REL-3'), {
      listAnswerExamples: () => ({
        examples: [
          {
            entityRef: 'component:default/basket',
            entityTitle: 'Basket',
            ownerRef: 'group:default/search',
            evidence: { kind: 'text', text: GOOD },
            attestedBy: { ref: 'user:default/olga', name: 'Olga' },
            acceptedAt: NOW,
            isSameSystem: true,
          },
        ],
        asOf: NOW,
      }),
    });
    const example = await screen.findByRole('region', {
      name: 'How another service answered',
    });
    expect(example).toHaveTextContent(GOOD);
    expect(example).toHaveTextContent('ask olga');
    expect(client.of('listAnswerExamples')[0].params).toMatchObject({
      name: 'checkout',
      itemId: 'REL-3',
    });

    // Taken over it is a text to change, and the offer is gone.
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Start from this: Basket',
      }),
    );
    const field = screen.getByRole('textbox', { name: 'Evidence' });
    expect(field).toHaveValue(GOOD);
    expect(field).toHaveFocus();
    expect(screen.queryByText('Start from this')).not.toBeInTheDocument();
    expect(client.of('attestItem')).toEqual([]);
  });

  it('shows one example, and the others only when asked', async () => {
    const example = (name: string) => ({
      entityRef: `component:default/${name}`,
      entityTitle: name,
      ownerRef: 'group:default/search',
      evidence: { kind: 'text' as const, text: `${GOOD} By ${name}.` },
      attestedBy: { ref: 'user:default/olga', name: 'Olga' },
      acceptedAt: NOW,
      isSameSystem: true,
    });
    show(view('REL-3'), {
      listAnswerExamples: () => ({
        examples: [example('basket'), example('wallet'), example('ledger')],
        asOf: NOW,
      }),
    });
    const examples = await screen.findByRole('region', {
      name: 'How another service answered',
    });
    expect(examples).toHaveTextContent('By basket.');
    expect(examples).not.toHaveTextContent('By wallet.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 2 more examples' }),
    );
    expect(examples).toHaveTextContent('By ledger.');
    expect(screen.queryByRole('button', { name: /more example/ })).toBeNull();
  });

  it('tells what was said of an item that was left out', async () => {
    const gone = { itemId: 'REL-9', entityRef: ENTITY_REF };
    const answers = {
      getReadiness: () => readinessOf([view('REL-3')]),
      getChecklist: () => checklistOf(words('REL-3')),
    };
    renderReadiness(<ItemPanel {...gone} onClose={() => {}} />, {
      answers: {
        ...answers,
        listItemHistory: () => ({
          events: [
            {
              at: NOW,
              actor: 'user:default/olga',
              actorName: 'Olga',
              actingService: null,
              action: 'checklist.attested',
              evidence: { kind: 'text', text: GOOD },
              comment: null,
            },
          ],
          asOf: NOW,
        }),
      },
    });
    expect(
      await screen.findByText('REL-9 is no longer in the checklist'),
    ).toBeVisible();
    expect(screen.getByText(GOOD)).toBeVisible();
    cleanup();

    renderReadiness(<ItemPanel {...gone} onClose={() => {}} />, {
      answers: {
        ...answers,
        listItemHistory: () => {
          throw new ReadinessResponseError(404, 'ITEM_NOT_FOUND', 'None.');
        },
      },
    });
    expect(
      await screen.findByText('There is no item REL-9 here'),
    ).toBeVisible();
  });

  it('lets a person read anew what a newer checklist asks, and keeps the text', async () => {
    const user = userEvent.setup();
    let refused = false;
    const { client } = show(view('REL-3'), {
      attestItem: () => {
        if (refused) return { item: view('REL-3'), asOf: NOW };
        refused = true;
        throw new ReadinessResponseError(
          409,
          'CHECKLIST_CHANGED',
          'REL-3 asks for something else.',
          { field: 'body.checklistDigest' },
        );
      },
    });
    const field = await screen.findByRole('textbox', { name: 'Evidence' });
    await user.type(field, GOOD);
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    expect(await screen.findByRole('alert')).not.toHaveTextContent('Digest');
    await user.click(
      screen.getByRole('button', { name: 'Read what it asks now' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('alert')).not.toBeInTheDocument(),
    );
    expect(field).toHaveValue(GOOD);
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    await waitFor(() => expect(client.of('attestItem')).toHaveLength(2));
  });

  it('sends a link as a link', async () => {
    const user = userEvent.setup();
    const { client } = show(view('REL-3'), {
      attestItem: () => ({ item: view('REL-3'), asOf: NOW }),
    });
    await user.type(
      await screen.findByRole('textbox', { name: 'Evidence' }),
      ' https://ci.example.com/run/7 ',
    );
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    await waitFor(() => expect(client.of('attestItem')).toHaveLength(1));
    expect(client.of('attestItem')[0].body).toMatchObject({
      evidence: { kind: 'url', url: 'https://ci.example.com/run/7' },
    });
  });

  it.each([
    ['{Enter}', 'Write what was done, or paste a link.'],
    ['TBD', /only stands in for an answer/],
    ['too short', /Say a little more/],
    ['javascript:alert(1)', /This is not a web link/],
  ])('explains why %j is no evidence and keeps it', async (text, problem) => {
    const user = userEvent.setup();
    const { client } = show(view('REL-3'));
    const field = await screen.findByRole('textbox', { name: 'Evidence' });
    await user.type(field, text);
    await user.click(screen.getByRole('button', { name: 'Save answer' }));
    expect(screen.getByRole('alert')).toHaveTextContent(problem);
    expect(client.of('attestItem')).toHaveLength(0);
    if (text !== '{Enter}') expect(field).toHaveValue(text);
  });

  it('shows a refusal of the server and keeps the text', async () => {
    const user = userEvent.setup();
    show(view('REL-3'), {
      attestItem: () => {
        throw new ReadinessResponseError(
          403,
          'NOT_AN_OWNER',
          'Only members of Payments answer this item.',
        );
      },
    });
    const field = await screen.findByRole('textbox', { name: 'Evidence' });
    await user.type(field, `${GOOD}{Control>}{Enter}{/Control}`);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Only members of Payments answer this item.',
    );
    expect(field).toHaveValue(GOOD);
  });

  it('shows both texts of a conflict and saves mine on their version', async () => {
    const user = userEvent.setup();
    const theirs = 'Rolled back on Monday, it took four minutes';
    const { client, server } = show(view('REL-3', { version: 1 }), {
      attestItem: call => {
        if (call.ifMatch === 1) {
          server.item = view('REL-3', {
            version: 2,
            answer: { ...waitingAnswer(theirs, 'Taro') },
            state: 'attested',
            move: 'reviewer',
          });
          throw new ReadinessResponseError(
            412,
            'STALE',
            'Somebody was faster.',
          );
        }
        return { item: view('REL-3', { version: 3 }), asOf: NOW };
      },
    });
    const field = await screen.findByRole('textbox', { name: 'Evidence' });
    await user.type(field, `${GOOD}{Control>}{Enter}{/Control}`);

    const notice = await screen.findByRole('alert');
    expect(await within(notice).findByText(theirs)).toBeVisible();
    expect(within(notice).getByText('Saved meanwhile by Taro')).toBeVisible();
    expect(within(notice).getByText(GOOD)).toBeVisible();

    await user.click(
      within(notice).getByRole('button', { name: 'Save mine instead' }),
    );
    await waitFor(() => expect(client.of('attestItem')).toHaveLength(2));
    expect(client.of('attestItem')[1]).toMatchObject({
      ifMatch: 2,
      body: { evidence: { kind: 'text', text: GOOD } },
    });
  });

  it('keeps a text that was not saved when the panel is closed', async () => {
    const user = userEvent.setup();
    show(view('REL-3'));
    await user.type(
      await screen.findByRole('textbox', { name: 'Evidence' }),
      'half a sentence',
    );
    cleanup();
    show(view('REL-3'));
    expect(
      await screen.findByRole('textbox', { name: 'Evidence' }),
    ).toHaveValue('half a sentence');
    expect(screen.getByText(/unsaved text from before/)).toBeVisible();
  });

  it('never makes a link of what is none', async () => {
    const answer = waitingAnswer('x');
    show(
      view('REL-3', {
        answer: {
          ...answer,
          evidence: { kind: 'url', url: 'javascript:alert(1)' },
        },
      }),
    );
    expect(await screen.findByText(/javascript:alert\(1\)/)).toBeVisible();
    expect(
      screen.queryByRole('link', { name: /alert/ }),
    ).not.toBeInTheDocument();
  });

  describe('for a reviewer', () => {
    const waiting = view('REL-3', {
      version: 7,
      state: 'attested',
      move: 'reviewer',
      answer: waitingAnswer(GOOD),
      canAttest: { allowed: false, reason: 'not_an_owner' },
      canAccept: { allowed: true, reason: null },
    });

    it('accepts the version that was read', async () => {
      const user = userEvent.setup();
      const { client, server } = show(waiting, {
        acceptItem: () => {
          server.item = view('REL-3', { state: 'accepted', satisfied: true });
          return { item: server.item, asOf: NOW };
        },
      });
      expect(await screen.findByText(GOOD)).toBeVisible();
      await user.click(screen.getByRole('button', { name: 'Accept' }));
      expect(
        await screen.findByText('Accepted. It counts now.'),
      ).toBeInTheDocument();
      expect(client.of('acceptItem')[0].ifMatch).toBe(7);
    });

    it('returns with a comment that says something', async () => {
      const user = userEvent.setup();
      const { client } = show(waiting, {
        returnItem: () => ({ item: waiting, asOf: NOW }),
      });
      await user.click(
        await screen.findByRole('button', { name: 'Return with a comment' }),
      );
      const comment = screen.getByRole('textbox', { name: 'What is missing?' });
      expect(comment).toHaveFocus();
      await user.type(comment, 'no');
      await user.click(screen.getByRole('button', { name: 'Return it' }));
      expect(screen.getByRole('alert')).toHaveTextContent(
        'at least 10 characters',
      );
      await user.type(
        comment,
        ' data change was part of it{Control>}{Enter}{/Control}',
      );
      await waitFor(() => expect(client.of('returnItem')).toHaveLength(1));
      expect(client.of('returnItem')[0]).toMatchObject({
        ifMatch: 7,
        body: { comment: 'no data change was part of it' },
      });
    });

    it('asks to read again when the answer changed meanwhile', async () => {
      const user = userEvent.setup();
      const { server } = show(waiting, {
        acceptItem: () => {
          server.item = {
            ...waiting,
            version: 8,
            answer: waitingAnswer('Another text that came in between'),
          };
          throw new ReadinessResponseError(412, 'STALE', 'It changed.');
        },
      });
      await user.click(await screen.findByRole('button', { name: 'Accept' }));
      expect(
        await screen.findByText('Another text that came in between'),
      ).toBeVisible();
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'changed while you were reading',
      );
    });

    it('keeps the comment of a reviewer when another one was quicker', async () => {
      const user = userEvent.setup();
      const { server } = show(waiting, {
        returnItem: () => {
          server.item = {
            ...waiting,
            version: 8,
            state: 'accepted',
            satisfied: true,
            canAccept: undefined,
            canAttest: { allowed: false, reason: 'not_an_owner' },
          };
          throw new ReadinessResponseError(412, 'STALE', 'It changed.');
        },
      });
      await user.click(
        await screen.findByRole('button', { name: 'Return with a comment' }),
      );
      await user.type(screen.getByRole('textbox'), 'Which release was it?');
      await user.click(screen.getByRole('button', { name: 'Return it' }));
      expect(
        await screen.findByText(/Somebody else was quicker/),
      ).toBeVisible();
      expect(screen.getByText('Which release was it?')).toBeVisible();
      await user.click(screen.getByRole('button', { name: 'I have read it' }));
      expect(
        screen.queryByText('Which release was it?'),
      ).not.toBeInTheDocument();
    });

    it('says nothing of others to the one who decided', async () => {
      const user = userEvent.setup();
      const { server } = show(waiting, {
        acceptItem: () => {
          server.item = {
            ...waiting,
            version: 8,
            state: 'accepted',
            satisfied: true,
            canAccept: undefined,
          };
          return { item: server.item, asOf: 0 };
        },
      });
      await user.click(await screen.findByRole('button', { name: 'Accept' }));
      await waitFor(() =>
        expect(
          screen.queryByRole('button', { name: 'Accept' }),
        ).not.toBeInTheDocument(),
      );
      expect(
        screen.queryByText(/Somebody else was quicker/),
      ).not.toBeInTheDocument();
    });
  });

  it('says why a reader cannot answer', async () => {
    show(
      view('REL-3', {
        canAttest: { allowed: false, reason: 'not_an_owner' },
      }),
    );
    const panel = await screen.findByRole('dialog', { name: 'REL-3 title' });
    expect(panel).toHaveTextContent('Members of payments answer this.');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
