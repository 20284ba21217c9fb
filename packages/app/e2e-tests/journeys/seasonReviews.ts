import { Page } from 'playwright-core';
import { announced } from './onScreen';
import { readinessOf, Season, withoutGaps } from './season';
import { filled } from './words';

/** Reviews that are not simply approved, and the gate that asks for them. */
export function describeSeasonReviews(season: Season): void {
  const { said, shared, viewer, words } = season;
  const { review } = words;
  const { gate } = said;
  const submit = async (page: Page) => {
    await page
      .getByRole('dialog')
      .getByRole('button', { name: review.submit })
      .click();
    await announced(page, review.submitted);
  };
  const choose = (page: Page, outcome: string) =>
    page.getByRole('dialog').getByText(outcome, { exact: true }).click();
  const decide = (page: Page, verb: string) =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: verb, exact: true })
      .click();

  const limit = async (page: Page) => {
    await choose(page, review.outcomes.limited_release);
    await page.getByRole('textbox', { name: review.capLabel }).fill(said.cap);
  };

  it('of two reviewers who decide at once, one is told', async () => {
    await shared.as('developer', viewer, async page => {
      await page.goto(readinessOf('checkout-api'));
      // Who will decide, and how busy they are, before anything is sent.
      await page.getByText(withoutGaps(review.load.oldest)).first().waitFor();
      await page
        .getByRole('button', { name: new RegExp(`^${review.prepare}`) })
        .first()
        .click();
      await submit(page);
      const opened = page.url();
      await shared.as('sre', viewer, async first => {
        await shared.as('secondSre', viewer, async second => {
          for (const reviewer of [first, second]) {
            await reviewer.goto(opened);
            await reviewer
              .getByRole('dialog')
              .getByText(review.outcomes.limited_release, { exact: true })
              .waitFor();
          }
          await limit(second);
          await choose(first, review.outcomes.changes_requested);
          await first
            .getByRole('textbox', { name: review.whatIsMissing })
            .fill(said.missing);
          await decide(first, review.do.changes_requested);
          await announced(first, review.decided);
          await decide(second, review.do.limited_release);
          const panel = second.getByRole('dialog');
          await panel.getByText(review.overtaken).waitFor();
          await panel.getByText(said.cap).waitFor();
          await panel.getByText(said.missing).waitFor();
          await season.look(second, 'two-reviewers');
        });
        await page.reload();
        await page.getByRole('dialog').getByText(said.missing).waitFor();
        await submit(page);
        await first.reload();
        await limit(first);
        await decide(first, review.do.limited_release);
        await announced(first, review.decided);
        await first.keyboard.press('Escape');
        // Beside the phase, and at the gate.
        const allowed = first.getByText(filled(review.cap, { cap: said.cap }));
        await allowed.nth(1).waitFor();
        await season.picture(first, 'limited-release');
      });
    });
  }, 60_000);

  it('a gate warns one tier and stops another, until somebody breaks the glass', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(readinessOf('cart-service'));
      await page.locator('[data-decision="warn"]').waitFor();
      await page.goto(readinessOf('checkout-api'));
      await page.locator('[data-decision="block"]').waitFor();
      const box = page.getByRole('region', { name: gate.title });
      await season.picture(page, 'gate-blocks');
      await box.getByRole('button', { name: gate.breakGlass }).click();
      await box
        .getByRole('textbox', { name: gate.reason })
        .fill(said.emergency);
      await box.getByRole('button', { name: gate.breakGlass }).click();
      await announced(page, gate.done);
      await page.locator('[data-decision="warn"]').waitFor();
      await box.getByText(said.emergency).waitFor();
      await season.look(page, 'gate-passed');
      await box.getByRole('button', { name: gate.close }).click();
      await box
        .getByRole('textbox', { name: gate.whatCame })
        .fill(said.outcome);
      await box.getByRole('button', { name: gate.close }).click();
      await announced(page, gate.closed);
    }));

  it('an approval is renewed with a condition, which is met, and what lapsed lately only warns', async () => {
    await shared.app.letAnswersAge(33);
    await shared.as('developer', viewer, async page => {
      await page.goto(readinessOf('checkout-api'));
      await page.getByText(filled(gate.grace_one, { count: 1 })).waitFor();
      await page
        .locator('[data-phase="design"]')
        .getByRole('button', { name: new RegExp(`^${review.renew}`) })
        .click();
      await season.picture(page, 'renewal');
      await submit(page);
      const opened = page.url();

      await shared.as('sre', viewer, async reviewer => {
        await reviewer.goto(opened);
        await choose(reviewer, review.outcomes.approved_with_conditions);
        await reviewer
          .getByRole('textbox', {
            name: filled(review.conditionNumber, { number: '1' }),
          })
          .fill(words.condition);
        await decide(reviewer, review.do.approved_with_conditions);
        await announced(reviewer, review.decided);
      });
      // What was asked for is shown, by evidence and not by a word.
      await page.reload();
      const panel = page.getByRole('dialog');
      await panel.getByText(words.condition).waitFor();
      const meet = panel.getByRole('button', { name: review.meet });
      await meet.click();
      const evidence = panel.getByRole('textbox', {
        name: words.checklist.answer.label,
      });
      await evidence.fill('TBD');
      await meet.click();
      await panel
        .getByText(words.checklist.answer.problem.placeholder)
        .waitFor();
      await evidence.fill(said.dated);
      await meet.click();
      await announced(page, review.met);
      await panel.getByText(said.dated).waitFor();
      await panel.getByText(withoutGaps(review.conditionMet)).first().waitFor();
      await season.look(page, 'condition-met');
    });
  }, 60_000);
}
