import { Locator, Page } from 'playwright-core';
import { toilAllocation as allocationEn } from '../../../../plugins/production-readiness/src/translations/en/toilAllocation';
import { toilHelp as helpEn } from '../../../../plugins/production-readiness/src/translations/en/toilHelp';
import { toilImport as importEn } from '../../../../plugins/production-readiness/src/translations/en/toilImport';
import { toilAllocation as allocationJa } from '../../../../plugins/production-readiness/src/translations/ja/toilAllocation';
import { toilHelp as helpJa } from '../../../../plugins/production-readiness/src/translations/ja/toilHelp';
import { toilImport as importJa } from '../../../../plugins/production-readiness/src/translations/ja/toilImport';
import { Language, screenshot } from '../browser/Browser';
import { SharedApp } from './useApp';
import { beginning, filled, wordsOf } from './words';

const team = '/catalog/default/group/checkout-team/toil';

/**
 * A team records its work in all the ways there are: from the home page, sorted
 * out later with six questions, a week in percent, and from a file.
 */
export function describeToilRecording(
  language: Language,
  shared: SharedApp,
): void {
  const ja = language === 'ja';
  const { toil } = wordsOf(language);
  const allocation = ja ? allocationJa : allocationEn;
  const help = ja ? helpJa : helpEn;
  const importing = ja ? importJa : importEn;
  const viewer = { language };
  const picture = (page: Page, name: string) =>
    screenshot(page, `${language}-${name}`);

  it('a member logs from the home page, not yet sure what it was', () =>
    shared.as('developer', viewer, async page => {
      await page.goto('/home');
      await page.getByRole('textbox', { name: toil.log.time }).fill('45');
      await choose(page, toil.reactive);
      await choose(page, toil.unsure);
      await button(page, toil.log.save).click();
      await page.getByText(beginning(toil.log.saved)).first().waitFor();
      await picture(page, 'toil-home');
    }));

  it('the team sorts out what it was, with six questions', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(team);
      const queue = region(page, help.queue);
      await button(queue, help.title).click();
      const questions = queue.getByRole('radiogroup');
      for (const index of [0, 1, 2]) {
        await choose(questions.nth(index), help.yes);
      }
      // Three answers could still become either, so nothing is suggested.
      expect(await queue.getByText(help.suggests.toil).count()).toBe(0);
      await choose(questions.nth(3), help.yes);
      await queue.getByText(help.suggests.toil).waitFor();
      await picture(page, 'toil-questions');
      await button(queue, filled(help.choose, { nature: toil.toil })).click();
      // The next entry begins with no answers; after the last the queue goes.
      await queue.getByText(help.suggests.toil).waitFor({ state: 'detached' });
    }));

  it('the team splits a week in percent, to 100 and no more', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(team);
      for (const _ of [1, 2, 3]) await button(page, toil.log.previous).click();
      await page
        .getByRole('radio', { name: allocation.inPercent })
        .or(button(page, allocation.inPercent))
        .first()
        .click();
      const share = (nature: string, trigger: string) =>
        page.getByRole('textbox', {
          name: filled(allocation.typed, {
            name: filled(allocation.kind, { nature, trigger }),
          }),
          exact: true,
        });
      await share(toil.toil, toil.reactive).fill('60');
      await share(toil.engineering, toil.proactive).fill('45');
      await page.getByText(filled(allocation.over, { percent: 5 })).waitFor();
      await button(page, allocation.save).click();
      await page
        .getByText(filled(allocation.notHundred, { sum: 105 }))
        .waitFor();
      await share(toil.toil, toil.reactive).fill('55');
      await page.getByText(allocation.complete).waitFor();
      await button(page, allocation.save).click();
      await page.getByText(beginning(allocation.counts)).first().waitFor();
      await picture(page, 'toil-allocation');
    }));

  it('the team imports a file, but for its bad line, and only once', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(team);
      await button(page, importing.open).click();
      const panel = page.getByRole('dialog', { name: importing.title });
      const template = await panel
        .getByRole('link', { name: importing.template })
        .getAttribute('href');
      const good = decodeURIComponent(template!.slice(template!.indexOf(',')));
      const buffer = Buffer.from(
        `${good.slice(1)}${/\d{4}-W\d\d/.exec(good)},soon,reactive,toil\r\n`,
      );
      const pick = () =>
        panel
          .getByLabel(importing.file)
          .setInputFiles({ name: 'toil.csv', mimeType: 'text/csv', buffer });
      await pick();
      await button(panel, importing.check).click();
      const bad = panel.getByRole('row').nth(1);
      await bad.waitFor();
      expect(await bad.innerText()).toMatch(/^4\s+2 · minutes/);
      await picture(page, 'toil-import');
      await panel.getByText(importing.skip).click();
      await button(panel, filled(importing.import_other, { count: 2 })).click();
      await panel
        .getByText(filled(importing.done_other, { count: 2 }))
        .waitFor();

      await pick();
      await button(panel, importing.check).click();
      await panel
        .getByRole('listitem')
        .filter({ hasText: new RegExp(`2\\s*${importing.alreadyThere}`) })
        .waitFor();
      // With nothing to add, a file may be checked but not imported.
      expect(await button(panel, importing.check).isVisible()).toBe(true);
    }));
}

function button(place: Page | Locator, name: string) {
  return place.getByRole('button', { name, exact: true });
}

function region(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}

/** The radio buttons lie under their words, so the words are pressed. */
function choose(place: Page | Locator, name: string) {
  return place
    .getByRole('radio', { name, exact: true })
    .first()
    .check({ force: true });
}
