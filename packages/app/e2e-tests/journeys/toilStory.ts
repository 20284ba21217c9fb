import { Page } from 'playwright-core';
import { toilFigures as en } from '../../../../plugins/production-readiness/src/translations/en/toilFigures';
import { toilFigures as ja } from '../../../../plugins/production-readiness/src/translations/ja/toilFigures';
import { Language, screenshot } from '../browser/Browser';
import { beginning, filled, wordsOf } from './words';
import { SharedApp } from './useApp';

const team = '/catalog/default/group/checkout-team/toil';
const smallTeam = '/catalog/default/group/accounts-team/toil';

/**
 * A lead reads where the team's time goes and decides; somebody outside sees
 * only what the rules allow. After the story, on the same app.
 */
export function describeToil(language: Language, shared: SharedApp): void {
  const w = { ...wordsOf(language), figures: language === 'ja' ? ja : en };
  const releases = language === 'ja' ? '手動リリース' : 'Manual releases';
  const viewer = { language };
  const picture = (page: Page, name: string) =>
    screenshot(page, `${language}-${name}`);

  it('a lead logs last week’s releases', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(team);
      await button(page, w.toil.log.previous).click();
      await page.getByRole('textbox', { name: w.toil.log.time }).fill('20h');
      const category = page.getByRole('combobox', {
        name: w.toil.log.category,
      });
      await category.fill(releases);
      await page.getByRole('option', { name: releases }).first().waitFor();
      // By keys, as whoever types goes on.
      await category.press('ArrowDown');
      await category.press('Enter');
      expect(await category.inputValue()).toBe(releases);
      await button(page, w.toil.log.save).click();
      await page.getByText(beginning(w.toil.log.saved)).first().waitFor();
    }));

  it('a lead sets a target for the team', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(team);
      await button(page, w.figures.targets.open).click();
      await page
        .getByRole('textbox', { name: w.figures.targets.toil })
        .fill('42.5');
      await button(page, w.figures.targets.save).click();
      await page
        .getByText(
          filled(w.toil.figure.target, {
            percent: '42.5%',
          }),
        )
        .first()
        .waitFor();
      await picture(page, 'toil-target');
    }));

  it('the lead reckons when automating pays back, and keeps it', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(team);
      const section = region(page, w.figures.automate.title);
      await section
        .getByRole('textbox', { name: w.figures.automate.upkeep })
        .fill('100');
      await section.getByText(w.figures.automate.never).waitFor();
      await section
        .getByRole('textbox', { name: w.figures.automate.upkeep })
        .fill('0.5');
      await section.getByText(w.figures.automate.never).waitFor({
        state: 'detached',
      });
      const decided = region(page, w.figures.decisions.title);
      await decided.waitFor();
      const before = await decided.getByRole('listitem').count();
      await button(page, w.figures.automate.save).click();
      await decided.getByRole('listitem').nth(before).waitFor();
      await picture(page, 'toil-decide');
    }));

  it('the lead closes the week with the Friday card', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(team);
      await button(page, w.figures.friday.open).click();
      const bar = page.getByRole('slider', {
        name: filled(w.figures.friday.slider, { name: w.toil.toil }),
      });
      await bar.focus();
      await bar.press('ArrowRight');
      await button(page, w.figures.friday.save).click();
      await page.getByLabel(w.figures.friday.digest).waitFor();
      await picture(page, 'toil-friday');
    }));

  it('somebody outside gets totals, and nothing of a small team', () =>
    shared.as('sre', viewer, async page => {
      await page.goto(team);
      await page.getByText(w.toil.hints.outsider).waitFor();
      expect(await button(page, w.figures.targets.open).count()).toBe(0);
      expect(await button(page, w.figures.friday.open).count()).toBe(0);
      const log = page.getByRole('heading', { name: w.toil.log.title });
      expect(await log.count()).toBe(0);
      await page.goto(smallTeam);
      await page.getByText(w.toil.hidden.title).waitFor();
      expect(await page.getByText(/\d%/).count()).toBe(0);
      await picture(page, 'toil-outside');
    }));
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

function region(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}
