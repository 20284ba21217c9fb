import {
  addWeeks,
  weekOfInstant,
} from '../../../../plugins/production-readiness-common/src/toil/week';
import { sloChain as chainEn } from '../../../../plugins/production-readiness/src/translations/en/sloChain';
import { upkeep as en } from '../../../../plugins/production-readiness/src/translations/en/upkeep';
import { sloChain as chainJa } from '../../../../plugins/production-readiness/src/translations/ja/sloChain';
import { upkeep as ja } from '../../../../plugins/production-readiness/src/translations/ja/upkeep';
import { Language, screenshot } from '../browser/Browser';
import { announced } from './onScreen';
import { SharedApp } from './useApp';
import { longest, wordsOf } from './words';

const team = '/catalog/default/group/checkout-team/upkeep';
const slos = '/catalog/default/component/checkout-api/slo';
const readiness = '/catalog/default/component/checkout-api/readiness';

/** A team chooses what comes first, and a developer what is quickest. */
export function describeUpkeep(language: Language, shared: SharedApp): void {
  const { checklist, slo } = wordsOf(language);
  const chain = language === 'ja' ? chainJa : chainEn;
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
      // What there is to start with, and nothing of it blocks.
      await page.getByText(longest(checklist.adoption.title)).first().waitFor();
    }));

  it('links of the catalog, SLOs, alerts and recorded toil answer items by themselves', () =>
    shared.as('developer', viewer, async page => {
      const panel = page.getByRole('dialog');
      const { fact, slo: promise, toil } = checklist.item;
      const sees = async (id: string, what: string) => {
        await page.goto(`${readiness}?item=${id}`);
        await panel.getByText(id, { exact: true }).waitFor();
        await panel.getByText(what).waitFor();
      };
      await sees('OBS-1', fact.passed);
      for (const id of ['SLO-1', 'SLO-2']) await sees(id, promise.passed);

      // The monitoring runs an alert that leads to no runbook.
      await sees('OBS-5', promise.failed);
      await page.goto(slos);
      await page
        .locator('span', { hasText: 'CheckoutConfirmationsMissing' })
        .locator('xpath=following-sibling::button')
        .first()
        .click();
      await panel
        .getByRole('textbox', { name: chain.field.runbook })
        .fill('https://handbook.minato.example/runbooks/confirmations');
      await panel.getByRole('button', { name: slo.editor.save }).click();
      await announced(page, chain.saved);
      await sees('OBS-5', promise.passed);

      // Half of a quarter has to be recorded.
      await sees('OPS-6', toil.failed);
      for (let weeks = 1; weeks <= 7; weeks++) {
        await shared.app.ask(
          'teamLead',
          'POST',
          '/groups/default/checkout-team/toil/entries',
          {
            body: {
              week: addWeeks(weekOfInstant(Date.now(), 'UTC'), -weeks),
              minutes: 90,
              trigger: 'reactive',
              nature: 'toil',
            },
          },
        );
      }
      await page.reload();
      await panel
        .getByRole('button', { name: checklist.headline.evaluate })
        .click();
      await panel.getByText(toil.passed).waitFor();
    }));
}
