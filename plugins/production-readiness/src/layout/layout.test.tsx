import { useState } from 'react';
import { Button } from '@backstage/ui';
import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { renderReadiness } from '../__testUtils__/renderReadiness';
import { ErrorNotice } from './ErrorNotice';
import { SidePanel } from './SidePanel';
import { usePanelParam } from './usePanelParam';

function PanelOnUrl() {
  const panel = usePanelParam('item');
  const { search } = useLocation();
  return (
    <>
      <Button onPress={() => panel.open('OWN-1')}>Open</Button>
      <span data-testid="search">{search}</span>
      <SidePanel
        open={panel.value !== undefined}
        onClose={panel.close}
        title={`About ${panel.value}`}
        footer={<Button>Save</Button>}
      >
        <input aria-label="Evidence" />
      </SidePanel>
    </>
  );
}

describe('SidePanel', () => {
  it('has a URL, keeps the focus inside and gives it back', async () => {
    const user = userEvent.setup();
    renderReadiness(<PanelOnUrl />, { path: '/?other=1' });
    await user.click(await screen.findByRole('button', { name: 'Open' }));

    expect(
      await screen.findByRole('dialog', { name: 'About OWN-1' }),
    ).toBeInTheDocument();
    expect(screen.getByTestId('search')).toHaveTextContent(
      '?other=1&item=OWN-1',
    );

    act(() => screen.getByRole('button', { name: 'Save' }).focus());
    await user.tab();
    expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
    await user.tab({ shift: true });
    expect(screen.getByRole('button', { name: 'Save' })).toHaveFocus();

    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(screen.getByTestId('search')).toHaveTextContent('?other=1');
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
  });
});

function PanelThatGetsDone() {
  const [done, setDone] = useState(false);
  const [open, setOpen] = useState(true);
  return (
    <SidePanel open={open} onClose={() => setOpen(false)} title="Answer">
      {done ? (
        <p>Accepted</p>
      ) : (
        <Button onPress={() => setDone(true)}>Accept</Button>
      )}
    </SidePanel>
  );
}

describe('SidePanel whose focused part goes away', () => {
  it('keeps the keyboard', async () => {
    const user = userEvent.setup();
    renderReadiness(<PanelThatGetsDone />);
    await user.click(await screen.findByRole('button', { name: 'Accept' }));
    await screen.findByText('Accepted');
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});

function ListThatShrinks() {
  const [open, setOpen] = useState(false);
  const [listed, setListed] = useState(true);
  return (
    <section data-testid="list">
      {listed && <Button onPress={() => setOpen(true)}>Take care</Button>}
      <SidePanel open={open} onClose={() => setOpen(false)} title="Answer">
        <Button onPress={() => setListed(false)}>Accept</Button>
      </SidePanel>
    </section>
  );
}

describe('SidePanel whose opener goes away', () => {
  it('leaves the focus where the opener was', async () => {
    const user = userEvent.setup();
    renderReadiness(<ListThatShrinks />);
    await user.click(await screen.findByRole('button', { name: 'Take care' }));
    await user.click(await screen.findByRole('button', { name: 'Accept' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByTestId('list')).toHaveFocus());
  });
});

function FailsOnce() {
  const [failed, setFailed] = useState(true);
  if (!failed) return <p>It worked</p>;
  return (
    <ErrorNotice
      error={
        new ReadinessResponseError(
          400,
          'EVIDENCE_PLACEHOLDER',
          'The evidence "TBD" says nothing yet.',
          { field: 'body.evidence.text' },
        )
      }
      onRetry={() => setFailed(false)}
    />
  );
}

describe('ErrorNotice', () => {
  it('shows the sentence of the server and its field, and tries again', async () => {
    const user = userEvent.setup();
    renderReadiness(<FailsOnce />);
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('The evidence "TBD" says nothing yet.');
    expect(notice).toHaveTextContent('It is about: evidence.text');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('It worked')).toBeInTheDocument();
  });

  it('says in Japanese why the server refused', async () => {
    renderReadiness(
      <ErrorNotice
        error={new ReadinessResponseError(403, 'OWN_ANSWER', 'Not your own.')}
      />,
      { language: 'ja' },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '自分の回答を自分で確認することはできません。',
    );
  });

  it('says in the reader’s language that a server on the way is busy', async () => {
    renderReadiness(
      <ErrorNotice
        error={
          new ReadinessResponseError(
            503,
            'HTTP_503',
            'The server answered 503 Service Unavailable.',
          )
        }
      />,
      { language: 'ja' },
    );
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('サーバーが今は応答できません。');
    expect(notice).not.toHaveTextContent('503');
  });

  it('says that the server was out of reach', async () => {
    renderReadiness(<ErrorNotice error={new TypeError('Failed to fetch')} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The server could not be reached. Nothing was lost.',
    );
  });
});

describe('ErrorNotice in Japanese', () => {
  it('says in words of its own why a target was not taken', async () => {
    const error = new ReadinessResponseError(
      400,
      'INPUT_INVALID',
      'body.content.target: A target has a point before its decimals.',
      {
        field: 'body.content.target',
        details: {
          issues: [{ code: 'TARGET_DECIMAL_COMMA', suggestion: '99.9' }],
        },
      },
    );
    renderReadiness(<ErrorNotice error={error} />, { language: 'ja' });
    expect(
      await screen.findByText('小数点にはピリオドを使ってください：99.9'),
    ).toBeInTheDocument();
  });
});
