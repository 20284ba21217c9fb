import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../__testUtils__/renderReadiness';
import { StudioPage } from './StudioPage';

const DIGEST = 'a'.repeat(64);
const checklist = {
  id: 'default',
  version: '1.0.0',
  digest: DIGEST,
  title: { en: 'Production readiness', ja: '本番準備チェックリスト' },
  description: { en: 'What it needs', ja: '必要なこと' },
  items: 42,
  usedSince: 0,
  target: 'default',
  entities: 3,
  error: null,
};
const answers = (canDraft = true) => ({
  listChecklists: () => ({ checklists: [checklist], canDraft, asOf: 0 }),
  getChecklistDocument: () => ({ text: 'id: default\nitems: []\n' }),
  validateChecklistDraft: () => ({
    issues: [],
    checklist: {
      id: 'default',
      version: '2.0.0',
      title: checklist.title,
      items: 42,
      atOnce: ['OWN-9'],
      replaces: DIGEST,
      differences: {
        fields: [{ field: 'version', before: '"1.0.0"', after: '"2.0.0"' }],
        items: [
          {
            itemId: 'OWN-9',
            title: { en: 'A new item', ja: '新しい項目' },
            change: 'added',
            fields: [],
          },
        ],
      },
    },
  }),
  previewChecklistDraft: () => ({
    total: {
      entities: 3,
      changed: 2,
      levelUp: 0,
      levelDown: 1,
      moreBlockers: 2,
    },
    levels: [{ level: 'none', before: 1, after: 2 }],
    teams: [],
    items: [],
    entities: [],
    asOf: 0,
  }),
});

describe('StudioPage', () => {
  it('shows what a change would do, from the version in use', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(<StudioPage />, { answers: answers() });
    await user.click(
      await screen.findByRole('button', {
        name: 'Start from the version in use',
      }),
    );
    const field = screen.getByRole('textbox', { name: 'Checklist, in YAML' });
    await waitFor(() => expect(field).toHaveValue('id: default\nitems: []\n'));
    await user.click(
      screen.getByRole('button', { name: 'Show what would change' }),
    );
    expect(
      await screen.findByText('2 of 3 entities would change.'),
    ).toBeVisible();
    expect(screen.getByText('1 loses a level')).toBeVisible();
    expect(
      screen.getByText(/OWN-9 is new and would count at once/),
    ).toBeVisible();
    await user.click(
      screen.getByRole('radio', { name: 'Once every item has started' }),
    );
    await waitFor(() =>
      expect(client.of('previewChecklistDraft')).toHaveLength(2),
    );
    expect(client.of('previewChecklistDraft')[1].body).toMatchObject({
      when: 'started',
    });
  });

  it('leads to the place of what is wrong, and previews nothing', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(<StudioPage />, {
      answers: {
        ...answers(),
        validateChecklistDraft: () => ({
          issues: [
            { line: 2, column: 1, path: 'items', message: 'Write an item.' },
          ],
          checklist: null,
        }),
      },
    });
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: 'Checklist, in YAML',
    });
    await user.type(field, 'id: x{Enter}items:');
    await user.click(
      screen.getByRole('button', { name: 'Show what would change' }),
    );
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('Write an item.')).toBeVisible();
    await user.click(
      within(alert).getByRole('button', { name: 'Line 2, column 1' }),
    );
    expect(field).toHaveFocus();
    expect(field.selectionStart).toBe('id: x\n'.length);
    expect(client.of('previewChecklistDraft')).toHaveLength(0);
  });

  it('says who may try out drafts', async () => {
    renderReadiness(<StudioPage />, { answers: answers(false) });
    expect(
      await screen.findByText(/tried out by the administrators/),
    ).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('lets administrators check the journal', async () => {
    const user = userEvent.setup();
    renderReadiness(<StudioPage />, {
      path: '/?view=records',
      answers: {
        ...answers(),
        listLostRecords: () => ({ entities: [], hasMore: false }),
        verifyJournal: () => ({
          chains: 12,
          records: 3400,
          broken: [{ chain: 'entity:7', sequence: 3, reason: 'hash' }],
        }),
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Check all chains' }),
    );
    expect(await screen.findByText('1 of 12 chains do not hold')).toBeVisible();
    expect(screen.getByText('entity:7 #3')).toBeVisible();
    expect(
      screen.getByText('Every record belongs to an entity of the catalog'),
    ).toBeVisible();
  });

  it('says in Japanese why a newer version is not in use', async () => {
    renderReadiness(<StudioPage />, {
      language: 'ja',
      answers: {
        ...answers(),
        listChecklists: () => ({
          checklists: [
            {
              ...checklist,
              error: {
                message: 'x',
                since: 0,
                issues: [
                  { line: 7, column: 3, path: 'items[0]', message: 'Mend it.' },
                  {
                    line: 9,
                    column: 1,
                    path: 'items[1].section',
                    message: 'There is no section "ops".',
                    code: 'no_such_section',
                    params: { id: 'ops', known: '$all, rel' },
                  },
                ],
              },
            },
          ],
          canDraft: true,
          asOf: 0,
        }),
      },
    });
    expect(
      await screen.findByText(
        '新しい版に問題があるため、現在の版を使い続けています',
      ),
    ).toBeVisible();
    expect(screen.getByText('7 行目 3 文字目')).toBeVisible();
    expect(
      screen.getByText(
        'このチェックリストにセクション「ops」はありません。使えるのは$all, relです。',
      ),
    ).toBeVisible();
    // An earlier release noted what was wrong without its code.
    expect(screen.getByText('Mend it.')).toBeVisible();
    expect(screen.getByText('本番準備チェックリスト')).toBeVisible();
  });
});
