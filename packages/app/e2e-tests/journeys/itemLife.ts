import { Page } from 'playwright-core';
import { Language } from '../browser/Browser';
import { SharedApp } from './useApp';
import { filled, Words } from './words';

const readiness = '/catalog/default/component/checkout-api/readiness';

/** What the people of this journey do, as part of the story. */
export function describeItemLife(
  shared: SharedApp,
  language: Language,
  w: Words,
  picture: (page: Page, name: string) => Promise<void>,
): void {
  const viewer = { language };
  const { waiver } = w.checklist;

  it('a developer asks for an exemption, and an SRE approves it', async () => {
    await shared.as('developer', viewer, async page => {
      await page.goto(`${readiness}?item=OBS-4`);
      const panel = page.getByRole('dialog');
      await panel
        .getByRole('button', { name: waiver.askExemption, exact: true })
        .click();
      await panel
        .getByRole('textbox', { name: waiver.reasonExemption })
        .fill(w.exemptionReason);
      await panel
        .getByRole('textbox', { name: waiver.control })
        .fill(w.compensatingControl);
      await picture(page, 'exemption-asked');
      await panel.getByRole('button', { name: waiver.send }).click();
      await announced(page, waiver.sent);
    });
    await shared.as('sre', viewer, async page => {
      await page.goto('/readiness-inbox');
      await page
        .getByRole('button', { name: new RegExp(w.inbox.verb.decide) })
        .first()
        .click();
      const panel = page.getByRole('dialog');
      await panel.getByText(w.compensatingControl).first().waitFor();
      await panel.getByRole('button', { name: waiver.decide.grant }).click();
      await announced(page, waiver.decide.granted);
    });
  });

  it('a review is submitted, and approved with a condition', async () => {
    await shared.as('developer', viewer, async page => {
      await page.goto(readiness);
      await page
        .getByRole('button', { name: w.review.prepare })
        .first()
        .click();
      const panel = page.getByRole('dialog');
      await panel.getByRole('textbox', { name: w.review.note }).fill(w.why);
      await picture(page, 'review-draft');
      await panel.getByRole('button', { name: w.review.submit }).click();
      await announced(page, w.review.submitted);
    });
    await shared.as('sre', viewer, async page => {
      await page.goto('/readiness-inbox');
      await page
        .getByRole('listitem')
        .filter({ hasText: w.inbox.kind.decideReview })
        .getByRole('button')
        .first()
        .click();
      const panel = page.getByRole('dialog');
      const number = { number: '1' };
      await panel
        .getByText(w.review.outcomes.approved_with_conditions, { exact: true })
        .click();
      await panel
        .getByRole('textbox', {
          name: filled(w.review.conditionNumber, number),
        })
        .fill(w.condition);
      await picture(page, 'review-decision');
      await panel
        .getByRole('button', { name: w.review.do.approved_with_conditions })
        .click();
      await announced(page, w.review.decided);
      await panel.getByText(w.condition).first().waitFor();
      for (const [format, ending] of [
        ['html', /\.html$/],
        ['markdown', /\.md$/],
      ] as const) {
        const file = page.waitForEvent('download');
        await panel
          .getByRole('button', { name: w.review.download[format] })
          .click();
        expect((await file).suggestedFilename()).toMatch(ending);
      }
    });
  });
}

async function announced(page: Page, message: string): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: message })
    .first()
    .waitFor({ state: 'attached' });
}
