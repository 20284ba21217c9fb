import { Locator, Page } from 'playwright-core';
import { Language, Viewer } from '../browser/Browser';
import { atBothWidths, expectInReach, sidewaysScroll } from '../browser/reach';
import { announced, inboxRow } from './onScreen';
import { SharedApp } from './useApp';
import { filled, Words } from './words';

const slo = '/catalog/default/component/checkout-api/slo';

/** What the people of the journeys about SLOs see and write. */
export interface Telling {
  shared: SharedApp;
  w: Words;
  viewer: { language: Language };
  /**
   * How owners look at it at first: in Japanese on a phone, in English on a
   * desktop. The next time it is the other way round, so that each of them
   * decides at both widths in both languages.
   */
  oneWidth: Viewer;
  otherWidth: Viewer;
  picture: (page: Page, name: string) => Promise<void>;
}

/** The product owner tries other numbers, and signs the one in question. */
export function describeSigning(telling: Telling): void {
  const { shared, w, oneWidth, picture } = telling;

  it('the product owner sees what the number means, and signs it', () =>
    shared.as('productOwner', oneWidth, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.sign).click();
      const panel = page.getByRole('dialog');
      await panel.getByText(w.oneIn).first().waitFor();
      await panel.getByText(w.outage).first().waitFor();
      await picture(page, 'slo-sign');

      await atBothWidths(page, () => tryOthers(page, w));
      const sign = signButton(page, w, '99.9');
      await expectInReach(page, sign);
      await sign.click();
      await panel.getByText(w.slo.decide.agreedNow).first().waitFor();
    }));
}

/** Three weeks later the number is looked at again, at the other width. */
export function describeRenewal(telling: Telling): void {
  const { shared, w, otherWidth, picture } = telling;

  it('three weeks later the owner looks at it again, and says how content', async () => {
    await shared.app.letDaysPass(21);
    await shared.as('productOwner', otherWidth, async page => {
      await page.goto(slo);
      await page
        .getByRole('button', { name: w.slo.action.renew })
        .first()
        .click();
      const panel = page.getByRole('dialog');
      const again = panel.getByRole('button', {
        name: filled(w.slo.decide.signAgain, { target: percent(w, '99.9') }),
      });
      await expectInReach(page, again);
      await again.click();
      await panel.getByText(w.sloReview.missing).waitFor();
      await panel.getByText(w.sloReview.choice.high, { exact: true }).click();
      await picture(page, 'slo-review');
      await again.click();
      await announced(page, w.slo.decide.done.approve);
    });
  });
}

/** The number changes once more, and the CTO agrees this time. */
export function describeSigningByCto(telling: Telling): void {
  const { shared, w, viewer, oneWidth, picture } = telling;

  it('the number is changed again, and the CTO agrees to it', async () => {
    await shared.as('developer', viewer, async page => {
      await proposeTarget(page, w, '99.93');
      await announced(page, w.slo.editor.savedAsked);
    });
    await shared.as('cto', oneWidth, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.sign, '99.93').click();
      const sign = signButton(page, w, '99.93');
      await expectInReach(page, sign);
      await picture(page, 'slo-sign-cto');
      await sign.click();
      await announced(page, w.slo.decide.done.approve);
    });
  });
}

/** Writes a change of the target and asks for signatures. */
export async function proposeTarget(
  page: Page,
  w: Words,
  target: string,
): Promise<void> {
  await page.goto(slo);
  await page
    .getByRole('button', { name: w.slo.action.edit, exact: true })
    .first()
    .click();
  const panel = page.getByRole('dialog');
  const step = (name: string) =>
    panel.getByRole('listitem').getByRole('button', { name });
  await step(w.slo.editor.steps.target).click();
  await panel
    .getByRole('textbox', { name: w.slo.editor.targetLabel })
    .fill(target);
  await step(w.slo.editor.steps.why).click();
  await panel.getByRole('button', { name: w.slo.editor.saveAndAsk }).click();
}

/** The button by which an owner agrees to a number. */
export function signButton(page: Page, w: Words, target: string): Locator {
  return page.getByRole('dialog').getByRole('button', {
    name: filled(w.slo.decide.sign, { target: percent(w, target) }),
  });
}

/**
 * Moves the number by the keyboard, down and up: what may fail and what would
 * have become of releases follow, and nothing can be signed meanwhile.
 */
async function tryOthers(page: Page, w: Words): Promise<void> {
  const panel = page.getByRole('dialog');
  const slider = panel.getByRole('slider', { name: w.slo.decide.tryIt });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await panel.getByText(w.lowerOneIn).first().waitFor();
  await panel.getByText(w.lowerOutage).first().waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toContain('99.8');
  expect(await signButton(page, w, '99.9').isVisible()).toBe(false);

  // With one in two allowed no day was too bad, with one in 100 000 each was.
  await page.keyboard.press('Home');
  const least = await releasesAt(page, w, '50');
  expect(least.known).toBeGreaterThan(80);
  expect(least.paused).toBe(0);
  await page.keyboard.press('End');
  const most = await releasesAt(page, w, '99.999');
  expect(most).toEqual({ known: least.known, paused: least.known });
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await panel
    .getByRole('button', {
      name: filled(w.slo.decide.tryBack, { target: percent(w, '99.9') }),
    })
    .click();
  await panel.getByText(w.oneIn).first().waitFor();
}

/** On how many of the known days releases would have paused, as it is said. */
async function releasesAt(
  page: Page,
  w: Words,
  target: string,
): Promise<{ known: number; paused: number }> {
  const said = new RegExp(
    filled(w.sloSigning.paused, {
      target: percent(w, target),
      known: '(?<known>\\d+)',
      paused: '(?<paused>\\d+)',
    }),
  );
  const line = page.getByRole('dialog').getByText(said).first();
  const { groups } = said.exec((await line.textContent()) ?? '') ?? {};
  return { known: Number(groups?.known), paused: Number(groups?.paused) };
}

function percent(w: Words, number: string): string {
  return filled(w.slo.percent, { number });
}
