import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type OpenSloImportView } from '@prodready/backstage-plugin-production-readiness-common';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import { OpenSloImport } from './OpenSloPanel';

const view = (change: Partial<OpenSloImportView> = {}): OpenSloImportView => ({
  dryRun: true,
  taken: true,
  documents: 2,
  slos: [
    {
      document: 1,
      name: 'checkouts',
      title: 'Checkouts succeed',
      target: '99.9',
      service: 'checkout',
      entityRef: 'component:default/checkout',
      candidates: [],
      outcome: 'added',
      sloId: '7b0c2b5e-8f5e-4b59-9d43-0d8c3a1f2e11',
      journeyMissing: true,
    },
  ],
  problems: [
    {
      severity: 'error',
      code: 'TARGET_IS_100',
      document: 2,
      name: 'other',
      line: 31,
      column: 15,
      path: 'spec.objectives[0].target',
      message: 'A target of 100 is refused.',
    },
  ],
  asOf: 0,
  ...change,
});

jest.setTimeout(60_000);

it('checks first, says what is wrong and where, then imports', async () => {
  const user = userEvent.setup();
  const client = renderReadiness(
    <OpenSloImport entityRef="component:default/checkout" />,
    {
      answers: {
        importOpenSlo: ({ body }) =>
          view({ dryRun: (body as { dryRun?: boolean }).dryRun === true }),
      },
    },
  );
  const bytes = new TextEncoder().encode('\uFEFFkind: SLO\r\n');
  // The test browser's own files are of another world than its decoder.
  const file = Object.assign(new File([bytes], 'slos.yaml'), {
    arrayBuffer: async () => bytes,
  });
  await user.upload(await screen.findByTestId('openslo-file'), file);
  await user.click(await screen.findByRole('button', { name: 'Check first' }));

  expect(
    await screen.findByText('Document 2, line 31, column 15 · other'),
  ).toBeInTheDocument();
  expect(screen.getByText('spec.objectives[0].target')).toBeInTheDocument();
  expect(
    screen.getByText('Documents read: 2. Ready: 1. Not ready: 1.'),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Import 1 SLO' }));

  expect(
    await screen.findByText('1 SLO was imported as a draft.'),
  ).toBeInTheDocument();
  // The byte order mark and the line end arrive as they were.
  expect(client.of('importOpenSlo').map(one => one.body)).toEqual([
    expect.objectContaining({
      dryRun: true,
      source: { kind: 'text', text: '\uFEFFkind: SLO\r\n' },
    }),
    expect.objectContaining({ take: 'sound' }),
  ]);
});

it('imports nothing on request when something is wrong', async () => {
  const user = userEvent.setup();
  renderReadiness(<OpenSloImport />, {
    answers: { importOpenSlo: () => view() },
  });
  await user.click(await screen.findByRole('radio', { name: 'I paste them' }));
  await user.type(
    screen.getByRole('textbox', { name: /OpenSLO documents/ }),
    'kind: SLO',
  );
  await user.click(screen.getByRole('button', { name: 'Check first' }));
  await user.click(await screen.findByRole('radio', { name: 'Import none' }));
  expect(screen.getByRole('button', { name: 'Import 1 SLO' })).toBeDisabled();
});

it('speaks Japanese, also of what is wrong', async () => {
  const user = userEvent.setup();
  renderReadiness(<OpenSloImport />, {
    language: 'ja',
    answers: { importOpenSlo: () => view() },
  });
  expect(
    // The words are loaded first, which takes a busy machine a while.
    await screen.findByRole(
      'button',
      { name: 'まず確認する' },
      { timeout: 20_000 },
    ),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: '貼り付け' }));
  await user.type(screen.getByRole('textbox'), 'kind: SLO');
  await user.click(screen.getByRole('button', { name: 'まず確認する' }));
  expect(
    await screen.findByText(
      '目標値を100%にすると、エラーバジェットがなくなり、何も変更できません。',
    ),
  ).toBeInTheDocument();
  // What the server knows of the values stands behind it.
  expect(screen.getByText('A target of 100 is refused.')).toBeInTheDocument();
});
