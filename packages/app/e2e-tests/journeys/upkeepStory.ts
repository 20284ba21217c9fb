import { Page } from 'playwright-core';
import { upkeep as en } from '../../../../plugins/production-readiness/src/translations/en/upkeep';
import { upkeep as ja } from '../../../../plugins/production-readiness/src/translations/ja/upkeep';
import { Language, screenshot } from '../browser/Browser';
import { SharedApp } from './useApp';
import { filled, wordsOf } from './words';

const team = '/catalog/default/group/checkout-team/upkeep';
const readiness = '/catalog/default/component/checkout-api/readiness';

/**
 * A team keeps its answers true in one sitting, chooses what comes first, and
 * reads how another team answered.
 */
export function describeUpkeep(language: Language, shared: SharedApp): void {
  const { checklist } = wordsOf(language);
  const upkeep = language === 'ja' ? ja : en;
  const viewer = { language };
  const picture = (page: Page, name: string) =>
    screenshot(page, `${language}-${name}`);

  it('the team confirms what is still true, and answers several at once', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(team);
      const session = page.getByRole('region', { name: upkeep.session.title });
      const lines = session.locator('[data-line]');
      const confirm = lines.getByRole('button', { name: upkeep.line.confirm });
      await confirm.first().waitFor();
      await picture(page, 'upkeep-session');
      await confirm.first().click();
      await session
        .getByText(filled(upkeep.results.saved_one, { count: 1 }))
        .waitFor();

      const choose = lines.getByRole('checkbox');
      for (const index of [0, 1]) {
        await choose.nth(index).press('Space');
      }
      const several = page.getByRole('region', { name: upkeep.several.title });
      await several.getByRole('button', { name: upkeep.several.same }).click();
      await several
        .getByRole('textbox', { name: upkeep.several.evidence })
        .fill('Looked at together in the session of 2026-11-20.');
      await several
        .getByRole('button', {
          name: filled(upkeep.several.save_other, { count: 2 }),
        })
        .click();
      await session
        .getByText(filled(upkeep.results.saved_other, { count: 2 }))
        .waitFor();
      await picture(page, 'upkeep-several');
    }));

  it('the team chooses what comes first, and sees it on its services', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(team);
      const choices = page.getByRole('region', { name: upkeep.choices.title });
      await choices
        .getByRole('button', { name: upkeep.choices.change })
        .click();
      await choices.getByRole('checkbox').first().press('Space');
      await choices
        .getByRole('button', { name: upkeep.choices.save, exact: true })
        .click();
      await page
        .getByRole('status')
        .filter({ hasText: upkeep.choices.saved })
        .first()
        .waitFor({ state: 'attached' });
      await page.goto(readiness);
      await page.getByText(withoutGaps(upkeep.focus.now)).first().waitFor();
    }));

  it('a developer takes the quickest step first, and borrows an answer', () =>
    shared.as('developer', viewer, async page => {
      await page.goto(readiness);
      await page.getByRole('button', { name: checklist.next.quickest }).click();
      await page.getByText(checklist.next.effort.minutes).first().waitFor();
      await page.goto(`${readiness}?item=OPS-5`);
      const panel = page.getByRole('dialog');
      await panel.getByText(upkeep.examples.title).waitFor();
      await picture(page, 'borrowed-answer');
    }));
}

/** The longest part of a text between its gaps. */
function withoutGaps(text: string): string {
  return text
    .split(/\{\{\w+\}\}/)
    .reduce((most, part) => (part.length > most.length ? part : most))
    .trim();
}
