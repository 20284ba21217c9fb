import { Page } from 'playwright-core';
import { Engine } from '../app/database';
import { Language, screenshot, sizes } from '../browser/Browser';
import { describeAgreement, describeProposal } from './agreementStory';
import { describeItemLife } from './itemLife';
import { announced, inboxRow } from './onScreen';
import {
  describeRenewal,
  describeSigning,
  describeSigningByCto,
  proposeTarget,
} from './signingStory';
import { beginning, filled, longest, wordsOf } from './words';
import { SharedApp, useApp } from './useApp';

const entity = '/catalog/default/component/checkout-api';
const team = '/catalog/default/group/checkout-team';

/**
 * The journey through the whole product, in one language: each test goes on
 * from where the one before it ended.
 */
export function describeStory(language: Language, engine: Engine): SharedApp {
  const shared = useApp(engine);
  const w = wordsOf(language);
  const viewer = { language };
  const onPhone = { language, size: sizes.phone };
  const [oneWidth, otherWidth] =
    language === 'ja' ? [onPhone, viewer] : [viewer, onPhone];
  const picture = (page: Page, name: string) =>
    screenshot(page, `${language}-${engine}-${name}`);

  const telling = { shared, w, viewer, oneWidth, otherWidth, picture };

  it('a developer answers an item with evidence', () =>
    shared.as('developer', viewer, async page => {
      await page.goto(`${entity}/readiness`);
      await page.getByText(w.checklist.next.title).first().waitFor();
      await picture(page, 'readiness-empty');
      await page.locator('[data-item="REL-3"] button').first().click();
      const panel = page.getByRole('dialog');
      await panel.getByText(w.rollback).first().waitFor();

      const field = panel.getByRole('textbox', {
        name: w.checklist.answer.label,
      });
      await field.fill('TBD');
      await panel
        .getByRole('button', { name: w.checklist.answer.save })
        .click();
      await panel.getByText(w.checklist.answer.problem.placeholder).waitFor();
      await field.fill(w.evidence);
      await picture(page, 'item-answer');
      await panel
        .getByRole('button', { name: w.checklist.answer.save })
        .click();
      await announced(page, w.checklist.answer.savedSecond);
      await panel.getByText(w.evidence).first().waitFor();
    }));

  it('an SRE accepts it from the inbox', async () => {
    const decision = shared.as('sre', viewer, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.accept, w.rollback).click();
      const panel = page.getByRole('dialog');
      await panel.getByText(w.evidence).first().waitFor();
      await picture(page, 'inbox-accept');
      await panel
        .getByRole('button', { name: w.checklist.decide.accept, exact: true })
        .click();
      await announced(page, w.checklist.decide.accepted);
    });
    // Meanwhile the monitoring says which SLOs it runs.
    await Promise.all([decision, shared.app.collectTelemetry()]);
  });

  it('the developer writes an SLO and asks for signatures', () =>
    shared.as('developer', viewer, async page => {
      await page.goto(`${entity}/slo`);
      await page.getByRole('button', { name: w.slo.empty.action }).click();
      const panel = page.getByRole('dialog');
      const next = panel.getByRole('button', {
        name: w.slo.editor.next,
        exact: true,
      });
      await panel
        .getByRole('textbox', { name: w.slo.journeys.field.title })
        .fill(w.journey);
      await panel
        .getByRole('textbox', { name: w.slo.journeys.field.beneficiary })
        .fill(w.beneficiary);
      await next.click();
      await panel
        .getByRole('textbox', { name: w.slo.editor.sentenceTitle })
        .fill(w.sentence);
      await next.click();
      const target = panel.getByRole('textbox', {
        name: w.slo.editor.targetLabel,
      });
      await target.fill('100');
      await next.click();
      await panel.getByText(w.sloTarget.TARGET_IS_100).first().waitFor();
      await target.fill('99.9');
      await picture(page, 'slo-editor');
      await next.click();
      await next.click();
      await panel
        .getByRole('textbox', { name: w.slo.editor.whyTitle })
        .fill(w.why);
      await panel
        .getByRole('button', { name: w.slo.editor.saveAndAsk })
        .click();
      await announced(page, w.slo.editor.savedAsked);
      await panel.waitFor({ state: 'hidden' });
      // The monitoring of the demo runs an SLO of the same service.
      await page
        .getByRole('button', { name: /pay-for-a-cart/ })
        .first()
        .click();
      await announced(page, longest(w.telemetry.bound));
    }));

  it('an SRE reviews it technically', async () => {
    const review = shared.as('sre', viewer, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.review).click();
      const panel = page.getByRole('dialog');
      await panel.getByRole('button', { name: w.slo.decide.review }).click();
      await announced(page, w.slo.decide.done['technical-review']);
    });
    // Meanwhile the last quarter is read from the monitoring.
    await Promise.all([review, shared.app.collectTelemetry()]);
  });

  describeSigning(telling);

  describeRenewal(telling);
  describeAgreement(telling);

  it('an edit becomes a proposal, and what was signed stays in force', () =>
    shared.as('developer', viewer, async page => {
      await proposeTarget(page, w, '99.95');
      await announced(page, w.slo.editor.savedAsked);

      const percent = (number: string) => filled(w.slo.percent, { number });
      await page
        .getByText(
          filled(w.slo.proposal.changed, {
            before: percent('99.9'),
            after: percent('99.95'),
          }),
        )
        .waitFor();
      const headline = page
        .getByRole('heading', { level: 2 })
        .filter({ hasText: w.sentence.slice(-6) });
      expect(await headline.first().textContent()).toContain('99.9');
      expect(await headline.first().textContent()).not.toContain('99.95');
      await picture(page, 'slo-proposal');
    }));

  describeProposal(telling);
  describeSigningByCto(telling);

  it('a member of the team logs toil', () =>
    shared.as('teamLead', viewer, async page => {
      await page.goto(`${team}/toil`);
      await page.getByRole('textbox', { name: w.toil.log.time }).fill('1h30');
      await choose(page, w.toil.log.trigger, w.toil.reactive);
      await choose(page, w.toil.log.nature, w.toil.toil);
      await page
        .getByRole('button', { name: w.toil.log.save, exact: true })
        .click();
      await page.getByText(beginning(w.toil.log.saved)).first().waitFor();
      await picture(page, 'toil');
    }));

  it('a platform engineer finds it all in the portfolio', () =>
    shared.as('platformEngineer', viewer, async page => {
      await page.goto('/readiness');
      await choose(page, w.portfolio.scope.label, w.portfolio.scope.all);
      await page
        .getByRole('searchbox', { name: w.portfolio.search })
        .fill('checkout api');
      await page
        .getByRole('row')
        .filter({ hasText: 'Checkout API' })
        .first()
        .waitFor();
      // The view is in the URL, so that it can be passed on.
      await page.waitForURL(/q=checkout/);
      await picture(page, 'portfolio');
      await page
        .getByRole('link', { name: /Checkout API/ })
        .first()
        .click();
      await page.waitForURL(`**${entity}/**`);
      await page.getByText(w.rollback).first().waitFor({ state: 'attached' });
    }));

  it('a platform engineer saves a view, drills down and exports', () =>
    shared.as('platformEngineer', viewer, async page => {
      const v = w.portfolioViews;
      await page.goto('/readiness?mine=false&tier=1');
      await page.getByRole('row').nth(1).waitFor();
      await page.getByRole('button', { name: v.saved.open }).click();
      await page.getByRole('menuitem', { name: v.saved.save }).click();
      await page.getByRole('textbox', { name: v.saved.name }).fill('Tier 1');
      await page
        .getByRole('button', { name: v.saved.confirm, exact: true })
        .click();
      await announced(page, v.saved.saved);

      await choose(page, v.show.label, v.show.rollup);
      const cell = page.locator('td a[aria-label]').first();
      await cell.waitFor();
      await picture(page, 'portfolio-rollup');
      await cell.click();
      await page.waitForURL(/section=/);
      await page.getByRole('row').nth(1).waitFor();
      await choose(page, v.show.label, v.show.trend);
      await page
        .getByText(v.trend.hint)
        .or(page.getByText(v.trend.short))
        .waitFor();
      await picture(page, 'portfolio-trend');

      await page.getByRole('button', { name: v.saved.open }).click();
      await page.getByRole('menuitem', { name: 'Tier 1', exact: true }).click();
      await page.waitForURL(url => !url.search.includes('section'));
      await page.getByRole('button', { name: v.export.open }).click();
      const file = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: v.export.csv }).click();
      expect((await file).suggestedFilename()).toBe('readiness.csv');
    }));

  it('two people edit one item at once, and neither text is lost', () =>
    shared.as('developer', viewer, async first => {
      await shared.as('teamLead', viewer, async second => {
        const field = (page: Page) =>
          page.getByRole('dialog').getByRole('textbox', {
            name: w.checklist.answer.label,
          });
        const save = (page: Page) =>
          page
            .getByRole('dialog')
            .getByRole('button', { name: w.checklist.answer.save })
            .click();
        for (const page of [first, second]) {
          await page.goto(`${entity}/readiness?item=REL-2`);
          await field(page).waitFor();
        }
        await field(first).fill(w.evidence);
        await field(second).fill(w.otherEvidence);
        await save(first);
        await announced(first, w.checklist.answer.savedSecond);
        await save(second);

        const notice = second.getByRole('alert');
        await notice.getByText(w.checklist.conflict.title).waitFor();
        await notice.getByText(w.evidence).waitFor();
        await notice.getByText(w.otherEvidence).waitFor();
        expect(await field(second).inputValue()).toBe(w.otherEvidence);
        await picture(second, 'conflict');
        await notice
          .getByRole('button', { name: w.checklist.conflict.keepMine })
          .click();
        await announced(second, w.checklist.answer.savedSecond);
      });
    }));

  describeItemLife(shared, language, w, picture);

  it('all of it is there after a restart', async () => {
    await shared.app.restart();
    await shared.as('developer', viewer, async page => {
      await page.goto(`${entity}/readiness?item=REL-3`);
      await page.getByRole('dialog').getByText(w.evidence).first().waitFor();
      await picture(page, 'readiness-after-restart');
      await page.goto(`${entity}/slo`);
      await page
        .getByRole('heading', { level: 2 })
        .filter({ hasText: '99.9' })
        .first()
        .waitFor();
      await page.goto(`${team}/toil`);
      const logged = filled(w.toil.hoursAndMinutes, { hours: 1, minutes: 30 });
      await page.getByText(logged).first().waitFor();
    });
  }, 240_000);

  return shared;
}

/** Chooses one of a few answers that stand side by side. */
async function choose(page: Page, question: string, answer: string) {
  await page
    .getByRole('radiogroup', { name: question })
    .getByRole('radio', { name: answer, exact: true })
    .click();
}
