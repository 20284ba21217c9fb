import { ReadinessResponseError } from '@prodready/backstage-plugin-production-readiness-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  POLICY_ID,
  policyLine,
  policyMaterial,
  policyPage,
  policyVersion,
} from '../../__testUtils__/budgetPolicyFixture';
import { renderReadiness } from '../../__testUtils__/renderReadiness';
import {
  entitySlos,
  material,
  NOW,
  page,
  slo,
  SLO_ID,
  version,
} from '../../__testUtils__/sloFixture';
import { SloDecisionPanel } from '../decision/SloDecisionPanel';
import { SloContent } from '../SloContent';
import { PoliciesSection } from './PoliciesSection';
import { PolicyPanel } from './PolicyPanel';

beforeEach(() => window.sessionStorage.clear());

const section = (
  view: Parameters<typeof entitySlos>[0],
  options: Parameters<typeof renderReadiness>[1] = {},
) => renderReadiness(<PoliciesSection view={entitySlos(view)} />, options);

describe('error-budget policies', () => {
  it('are listed with where they come from, and open beside the page', async () => {
    const user = userEvent.setup();
    section(
      { budgetPolicies: [policyLine()] },
      { answers: { getBudgetPolicy: () => policyPage() } },
    );
    expect(await screen.findByText('of shop')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Open When our budget shrinks' }),
    );
    const panel = await screen.findByRole('dialog', {
      name: 'Do you agree to this policy?',
    });
    const text = panel.textContent ?? '';
    expect(text).toContain('Less than 25% left');
    expect(text).toContain('Nothing left');
    expect(text).toContain('Releases pause, but for fixes.');
    expect(text).toContain('The CTO decides within a day.');
    expect(text).not.toMatch(/SLI|burn rate|PromQL/i);
  });

  it('are signed for exactly what was read, once for a double click', async () => {
    const user = userEvent.setup();
    const read = policyVersion();
    const agreed = policyVersion(policyMaterial(), {
      state: 'in_force',
      decisions: [],
      actingAs: null,
    });
    const client = renderReadiness(
      <PolicyPanel policyId={POLICY_ID} onClose={() => {}} />,
      {
        answers: {
          getBudgetPolicy: () => policyPage(),
          signBudgetPolicy: () =>
            policyPage({ state: 'in_force', inForce: agreed, proposal: null }),
        },
      },
    );
    await user.dblClick(
      await screen.findByRole('button', { name: 'Sign this policy' }),
    );
    expect(
      await screen.findByText(
        'This policy is in force now. Numbers can name it.',
      ),
    ).toBeVisible();
    expect(client.of('signBudgetPolicy')).toEqual([
      expect.objectContaining({
        params: { policyId: POLICY_ID, version: 1 },
        body: {
          meaning: 'approve',
          contentDigest: read.contentDigest,
          shownDigest: read.shownDigest,
        },
        idempotencyKey: expect.any(String),
      }),
    ]);
  });

  it('are looked at again when their review is due', async () => {
    const agreed = policyVersion(policyMaterial(), {
      state: 'in_force',
      decisions: ['approve', 'withdraw'],
    });
    renderReadiness(<PolicyPanel policyId={POLICY_ID} onClose={() => {}} />, {
      answers: {
        getBudgetPolicy: () =>
          policyPage({
            state: 'overdue',
            reviewBy: NOW - 14 * 86_400_000,
            inForce: agreed,
            proposal: null,
          }),
      },
    });
    const panel = await screen.findByRole('dialog', {
      name: 'Is this policy still right?',
    });
    expect(within(panel).getByText('Review overdue')).toBeInTheDocument();
    expect(within(panel).getByText(/^review was due/)).toBeInTheDocument();
    expect(
      within(panel).getByRole('button', { name: 'Sign this policy again' }),
    ).toBeInTheDocument();
  });

  it('come ready for a small team, in its language', async () => {
    const user = userEvent.setup();
    const client = section(
      {},
      {
        language: 'ja',
        answers: { addBudgetPolicy: () => policyPage() },
      },
    );
    await user.click(await screen.findByRole('button', { name: '方針を書く' }));
    const panel = await screen.findByRole('dialog', {
      name: 'エラーバジェットの方針を書く',
    });
    await user.click(
      within(panel).getByRole('button', { name: '保存して合意を依頼する' }),
    );
    expect(
      within(panel).getByText('決める人を書いてください。'),
    ).toBeInTheDocument();
    await user.click(
      within(panel).getByRole('button', {
        name: '小さなチーム向けのひな形を使う',
      }),
    );
    await user.click(
      within(panel).getByRole('button', { name: '保存して合意を依頼する' }),
    );
    const [sent] = client.of('addBudgetPolicy');
    expect(sent.body).toMatchObject({
      requestSignatures: true,
      content: {
        steps: [{ budgetLeft: 50 }, { budgetLeft: 25 }, { budgetLeft: 0 }],
        incident: { budgetUsed: 20 },
        exceptions: [
          expect.any(String),
          expect.any(String),
          expect.any(String),
        ],
      },
    });
  });

  it('lose neither text when two people change one at once', async () => {
    const user = userEvent.setup();
    const theirs = policyMaterial({ escalation: 'The team lead decides.' });
    const client = section(
      { budgetPolicies: [policyLine()] },
      {
        path: `/?policyEdit=${POLICY_ID}`,
        answers: {
          getBudgetPolicy: () => policyPage(),
          editBudgetPolicy: call => {
            if (call.ifMatch === 7) return policyPage({ version: 8 });
            throw new ReadinessResponseError(
              412,
              'POLICY_CHANGED',
              'Somebody else changed it.',
              {
                details: {
                  current: { version: 7, editor: 'Dev', material: theirs },
                },
              },
            );
          },
        },
      },
    );
    const field = await screen.findByRole('textbox', {
      name: 'Who decides when people disagree',
    });
    await user.clear(field);
    await user.type(field, 'We toss a coin.');
    await user.click(screen.getByRole('button', { name: 'Save as a draft' }));
    const notice = (await screen.findByText(/Dev changed this/)).closest(
      '[role="alert"]',
    ) as HTMLElement;
    expect(notice).toHaveTextContent('The team lead decides.');
    expect(notice).toHaveTextContent('We toss a coin.');
    await user.click(within(notice).getAllByRole('button')[0]);
    expect(client.of('editBudgetPolicy').map(one => one.ifMatch)).toEqual([
      1, 7,
    ]);
  });

  it('say on the signing view what happens when the budget is gone', async () => {
    const { steps, exceptions, escalation, title } = policyMaterial();
    const content = material({
      policyRef: { id: POLICY_ID, version: 1, digest: '0'.repeat(64) },
    });
    const waiting = version(1, content);
    const shown = (
      standing: 'signed' | 'replaced',
    ): ReturnType<typeof version> => ({
      ...waiting,
      summary: {
        ...waiting.summary,
        policy: { title, version: 1, standing, steps, exceptions, escalation },
      },
    });
    renderReadiness(<SloDecisionPanel sloId={SLO_ID} onClose={() => {}} />, {
      answers: { getSlo: () => page(slo({ proposal: shown('replaced') })) },
    });
    const part = await screen.findByRole('region', {
      name: 'When the allowance is used up',
    });
    expect(part).toHaveTextContent('Releases pause, but for fixes.');
    expect(part).toHaveTextContent('Fixes for security');
    expect(part).toHaveTextContent(
      'A newer version of this policy is in force.',
    );
  });

  it('of a Domain stand beside its owners, without any number', async () => {
    renderReadiness(<SloContent entityRef="domain:default/commerce" />, {
      answers: {
        getEntitySlos: () =>
          entitySlos({
            entityRef: 'domain:default/commerce',
            budgetPolicies: [
              policyLine({ entityRef: 'domain:default/commerce' }),
            ],
          }),
      },
    });
    expect(
      await screen.findByRole('button', {
        name: 'Open When our budget shrinks',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Who decides')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Write an SLO, with help' }),
    ).not.toBeInTheDocument();
  });
});
