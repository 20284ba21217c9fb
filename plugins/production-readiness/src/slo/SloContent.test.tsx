import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderReadiness } from '../__testUtils__/renderReadiness';
import {
  entitySlos,
  material,
  page,
  proposedSlo,
  slo,
  SLO_ID,
  version,
} from '../__testUtils__/sloFixture';
import { SloContent } from './SloContent';

const REF = 'component:default/checkout';

beforeEach(() => window.sessionStorage.clear());

describe('the SLO page of an entity', () => {
  it('leads with the promise, and shows the change beside it', async () => {
    renderReadiness(<SloContent entityRef={REF} />, {
      answers: {
        getEntitySlos: () =>
          entitySlos({
            slos: [proposedSlo()],
            holes: [{ hole: 'slo_not_measured', id: SLO_ID }],
          }),
      },
    });
    expect(
      await screen.findByRole('heading', {
        name: 'The proportion of checkouts that succeed within 2 seconds is at least 99.9% over 28 days',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('A change is proposed: 99.9% → 99.95%'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Read and decide' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Nothing measures it yet/)).toBeInTheDocument();
    expect(screen.getByText('from the system shop')).toBeInTheDocument();
    expect(screen.getByText('Nobody named')).toBeInTheDocument();
  });

  it('opens the agreement at a URL of its own', async () => {
    const user = userEvent.setup();
    renderReadiness(<SloContent entityRef={REF} />, {
      answers: {
        getEntitySlos: () => entitySlos({ slos: [slo()] }),
        getSlo: () => page(),
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Read and decide' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Do you agree?' }),
    ).toBeInTheDocument();
  });

  it('asks for signatures on a draft', async () => {
    const user = userEvent.setup();
    const draft = version(1, material(), {
      state: 'draft',
      requestedAt: null,
      decisions: [],
      requestable: true,
    });
    const client = renderReadiness(<SloContent entityRef={REF} />, {
      answers: {
        getEntitySlos: () =>
          entitySlos({ slos: [slo({ state: 'draft', proposal: draft })] }),
        requestSignatures: () => page(),
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Ask for signatures' }),
    );
    expect(client.of('requestSignatures')[0].params).toMatchObject({
      version: 1,
    });
  });

  it('tells a reader who may not edit that there is none, without a button', async () => {
    renderReadiness(<SloContent entityRef={REF} />, {
      answers: {
        getEntitySlos: () =>
          entitySlos({
            mayEdit: false,
            need: { notNeeded: null, mayDecide: false, version: 0 },
          }),
      },
    });
    expect(
      await screen.findByText('No number is promised yet'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('naming an owner', () => {
  it('searches the catalog, and says when somebody else was faster', async () => {
    const user = userEvent.setup();
    const catalog = catalogApiMock({
      entities: ['mika', 'kenji'].map(name => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name, namespace: 'default' },
        spec: { profile: { displayName: `The ${name}` } },
      })),
    });
    const [po, cto] = entitySlos().owners;
    const client = renderReadiness(<SloContent entityRef={REF} />, {
      apis: [[catalogApiRef, catalog]],
      answers: {
        getEntitySlos: () => entitySlos(),
        setOwner: () => {
          throw new ReadinessResponseError(412, 'OWNER_CHANGED', 'Changed.', {
            details: { current: { ...po, role: cto.role } },
          });
        },
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Name the CTO' }),
    );
    await user.click(await screen.findByRole('button', { name: /The kenji/ }));
    expect(client.of('setOwner')[0]).toMatchObject({
      params: { role: 'cto' },
      body: { userRef: 'user:default/kenji' },
      ifMatch: 0,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody else named Mika here in the meantime.',
    );
  });
});

describe('writing an SLO', () => {
  const start = async (answers = {}) => {
    const user = userEvent.setup();
    const client = renderReadiness(<SloContent entityRef={REF} />, {
      answers: {
        getEntitySlos: () => entitySlos(),
        addSlo: () => page(),
        ...answers,
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Write an SLO, with help' }),
    );
    const panel = await screen.findByRole('dialog', { name: 'Write an SLO' });
    const press = (name: string) =>
      user.click(within(panel).getByRole('button', { name }));
    return { user, client, panel, press };
  };

  it('goes through five steps and asks for signatures', async () => {
    const { user, client, panel, press } = await start();
    await press('Next');
    expect(
      within(panel).getByText('Choose what must work, or write something new.'),
    ).toBeInTheDocument();
    await user.click(
      within(panel).getByRole('radio', { name: 'Check out a basket' }),
    );
    await press('Next');
    await user.type(
      within(panel).getByRole('textbox'),
      'the proportion of checkouts that succeed',
    );
    await press('Next');

    const target = within(panel).getByRole('textbox');
    await user.clear(target);
    await user.type(target, '100');
    await press('Next');
    expect(within(panel).getByText(/100 leaves no room/)).toBeInTheDocument();
    await user.clear(target);
    await user.type(target, '99,9');
    await press('Next');
    expect(
      within(panel).getByText(/Write a point before the decimals: 99.9/),
    ).toBeInTheDocument();
    await user.clear(target);
    await user.type(target, '99.5');
    expect(
      within(panel).getByText(
        'The proportion of checkouts that succeed is at least 99.5% over 28 days',
      ),
    ).toBeInTheDocument();
    await press('Next');
    await press('Next');
    await user.type(within(panel).getByRole('textbox'), 'It was so last year.');
    await press('Save and ask for signatures');

    expect(client.of('addSlo')[0].body).toMatchObject({
      requestSignatures: true,
      content: {
        sliText: 'the proportion of checkouts that succeed',
        target: '99.5',
        window: { kind: 'rolling', n: 28, unit: 'day' },
        rationale: { text: 'It was so last year.', basis: 'observed' },
      },
    });
  }, 20_000);

  it('keeps what was typed in a closed panel', async () => {
    const { user, panel, press } = await start();
    await user.click(
      within(panel).getByRole('radio', { name: 'Check out a basket' }),
    );
    await press('Next');
    await user.type(within(panel).getByRole('textbox'), 'the proportion of');
    expect(
      window.sessionStorage.getItem(`production-readiness/slo-draft-2/${REF}`),
    ).toContain('the proportion of');
  });
});
