import {
  DEFAULT_TOIL_CATEGORIES,
  type ImportReport,
  ReadinessResponseError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import { CURRENT_WEEK } from '../../__testUtils__/toilFixture';
import { ImportPanel } from './ImportPanel';
import { readLastMapping } from './lastMapping';
import { mappingOf } from './mappingDraft';

jest.setTimeout(60_000);
beforeEach(() => window.localStorage.clear());

const REPORT: ImportReport = {
  dryRun: true,
  format: 'entries',
  encoding: 'utf-8',
  rows: 3,
  added: 2,
  alreadyThere: 0,
  ignored: 0,
  rejected: 0,
  problems: [],
  totals: {
    toil: 90,
    engineering: 0,
    overhead: 0,
    unsure: 0,
    reactive: 90,
    proactive: 0,
  },
  weeks: { from: '2026-W46', to: '2026-W47' },
};
const BAD: ImportReport = {
  ...REPORT,
  rejected: 1,
  problems: [
    {
      line: 3,
      column: 2,
      header: 'minutes',
      code: 'BAD_VALUE',
      value: 'x',
      reason: 'must be a whole number of minutes from 1 to 10080',
    },
  ],
};

function render(
  answer: (query: Record<string, unknown>) => unknown,
  language?: 'ja',
) {
  return renderReadiness(
    <ImportPanel
      group={{ namespace: 'default', name: 'payments' }}
      currentWeek={CURRENT_WEEK}
      categories={DEFAULT_TOIL_CATEGORIES}
      open
      onClose={() => {}}
    />,
    { language, answers: { importToil: ({ query }) => answer(query) } },
  );
}

async function choose(user: ReturnType<typeof userEvent.setup>) {
  await user.upload(
    await screen.findByLabelText(/^(File|ファイル)（? ?\(?/),
    new File(['week,minutes\n'], 'toil.csv', { type: 'text/csv' }),
  );
}

describe('importing a file', () => {
  it('is checked first and stores nothing until it is confirmed', async () => {
    const user = userEvent.setup();
    const client = render(query => ({
      ...REPORT,
      dryRun: query.dryRun === 'true',
    }));
    await choose(user);
    await user.click(screen.getByRole('button', { name: 'Check the file' }));
    await user.click(
      await screen.findByRole('button', { name: 'Import 2 entries' }),
    );
    expect(
      await screen.findByText('2 entries are imported.'),
    ).toBeInTheDocument();
    expect(client.of('importToil').map(({ query }) => query.dryRun)).toEqual([
      'true',
      'false',
    ]);
  });

  it('names each bad line, and imports the others only when told to', async () => {
    const user = userEvent.setup();
    const client = render(() => BAD);
    await choose(user);
    await user.click(screen.getByRole('button', { name: 'Check the file' }));
    const table = await screen.findByRole('table');
    expect(within(table).getByText('3')).toBeInTheDocument();
    expect(table).toHaveTextContent('2 · minutes');
    expect(table).toHaveTextContent('must be a whole number of minutes');
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    await user.click(screen.getByRole('switch'));
    await user.click(screen.getByRole('button', { name: 'Import 2 entries' }));
    expect(client.of('importToil')[1].query).toMatchObject({
      dryRun: 'false',
      skipRejected: 'true',
    });
  });

  it('says in Japanese what is wrong with a line', async () => {
    const user = userEvent.setup();
    render(() => {
      throw new ReadinessResponseError(400, 'IMPORT_REJECTED', 'No.', {
        details: { report: BAD },
      });
    }, 'ja');
    await choose(user);
    await user.click(screen.getByRole('button', { name: 'ファイルを確認' }));
    expect(
      await screen.findByText(/この列では使えない値です/),
    ).toBeInTheDocument();
  });

  it('takes tickets by their labels, and remembers which', async () => {
    const user = userEvent.setup();
    const client = render(query => ({
      ...REPORT,
      dryRun: query.dryRun === 'true',
    }));
    await choose(user);
    await user.click(screen.getByText(/^Tickets: /));
    await user.click(screen.getByRole('button', { name: 'Add a label' }));
    const check = screen.getByRole('button', { name: 'Check the file' });
    await user.click(check);
    expect(screen.getByText(/Choose a category, or both/)).toBeInTheDocument();
    expect(client.of('importToil')).toEqual([]);

    const label = screen.getByRole('textbox', { name: 'Label in the tracker' });
    await user.type(label, 'toil: inquiry');
    const row = screen.getByRole('group', { name: 'Label toil: inquiry' });
    await user.click(within(row).getByRole('button', { name: /Category/ }));
    await user.click(
      await screen.findByRole('option', { name: 'Log search for inquiries' }),
    );
    await user.type(
      within(row).getByRole('textbox', { name: /^Minutes/ }),
      '45',
    );
    await user.click(check);
    await user.click(
      await screen.findByRole('button', { name: 'Import 2 entries' }),
    );
    await screen.findByText('2 entries are imported.');
    const mapping = {
      labels: [
        { label: 'toil: inquiry', category: 'customer_inquiry', minutes: 45 },
      ],
    };
    for (const { query } of client.of('importToil')) {
      expect(JSON.parse(String(query.mapping))).toEqual(mapping);
    }
    expect(mappingOf(readLastMapping('default/payments'))).toEqual(mapping);
  });

  it('offers a template to fill in', async () => {
    render(() => REPORT);
    const link = await screen.findByRole('link', {
      name: 'Download a template',
    });
    expect(link).toHaveAttribute('download', 'toil.csv');
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain(
      `${CURRENT_WEEK},90,reactive,toil`,
    );
  });
});
