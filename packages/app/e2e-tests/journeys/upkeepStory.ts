import { upkeep as en } from '../../../../plugins/production-readiness/src/translations/en/upkeep';
import { upkeep as ja } from '../../../../plugins/production-readiness/src/translations/ja/upkeep';
import { Language, screenshot } from '../browser/Browser';
import { SharedApp } from './useApp';
import { longest, wordsOf } from './words';

const team = '/catalog/default/group/checkout-team/upkeep';
const readiness = '/catalog/default/component/checkout-api/readiness';

/** A team chooses what comes first, and a developer what is quickest. */
export function describeUpkeep(language: Language, shared: SharedApp): void {
  const { checklist } = wordsOf(language);
  const upkeep = language === 'ja' ? ja : en;
  const viewer = { language };

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
      await screenshot(page, `${language}-upkeep`);
      await page.goto(readiness);
      await page.getByText(longest(upkeep.focus.now)).first().waitFor();
    }));

  it('a developer sees what each step takes, the quickest first', () =>
    shared.as('developer', viewer, async page => {
      await page.goto(readiness);
      await page.getByRole('button', { name: checklist.next.quickest }).click();
      await page
        .getByRole('button', { name: checklist.next.quickest, pressed: true })
        .waitFor();
      await page.getByText(checklist.next.effort.hours).first().waitFor();
    }));
}
