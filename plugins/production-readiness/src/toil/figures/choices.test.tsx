import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import { toilReport } from '../../__testUtils__/toilFixture';
import { TargetsForm } from './TargetsForm';
import { WhoSees } from './WhoSees';

jest.setTimeout(30_000);

const GROUP = { namespace: 'default', name: 'payments' };

describe('the targets of a team', () => {
  it('are sent with the version they replace, and only as percents', async () => {
    const user = userEvent.setup();
    const onClose = jest.fn();
    const client = renderReadiness(
      <TargetsForm group={GROUP} report={toilReport()} onClose={onClose} />,
      { answers: { setToilTargets: () => ({ version: 1 }) } },
    );
    const toil = await screen.findByLabelText('Toil, at most (%)');
    await user.clear(toil);
    await user.type(toil, '101');
    await user.click(screen.getByRole('button', { name: 'Save targets' }));
    expect(client.of('setToilTargets')).toHaveLength(0);
    expect(screen.getByText(/A number from 0 to 100/)).toBeInTheDocument();
    await user.clear(toil);
    await user.type(toil, '42.5');
    await user.click(screen.getByRole('button', { name: 'Save targets' }));
    expect(client.of('setToilTargets')).toMatchObject([
      { ifMatch: 0, body: { toil: 42.5, reactive: 50 } },
    ]);
    expect(onClose).toHaveBeenCalled();
  });
});

describe('who sees the figures', () => {
  const members = toilReport().members!;

  it('lets a small team share its totals, and names groups that looked', async () => {
    const user = userEvent.setup();
    const client = renderReadiness(
      <WhoSees
        group={GROUP}
        members={{
          ...members,
          sharing: { shares: false, version: 4, offered: true },
        }}
      />,
      {
        answers: {
          setToilSharing: () => ({ version: 5 }),
          listToilLooks: () => ({
            looks: [
              {
                week: '2026-W46',
                from: '2026-11-09',
                by: {
                  kind: 'group',
                  ref: 'group:default/platform',
                  title: 'Platform',
                },
              },
            ],
          }),
        },
      },
    );
    expect(await screen.findByText('Platform')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show our totals' }));
    expect(client.of('setToilSharing')).toMatchObject([
      { ifMatch: 4, body: { shares: true } },
    ]);
  });

  it('offers nothing to a team that is large enough', async () => {
    renderReadiness(<WhoSees group={GROUP} members={members} />, {
      answers: { listToilLooks: () => ({ looks: [] }) },
    });
    expect(
      await screen.findByText('No other group has looked so far.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
