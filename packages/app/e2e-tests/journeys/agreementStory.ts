import { Page } from 'playwright-core';
import { expectInReach } from '../browser/reach';
import { announced, inboxRow } from './onScreen';
import { signButton, Telling } from './signingStory';
import { filled, Words } from './words';

const slo = '/catalog/default/component/checkout-api/slo';

/** A number in force is disputed, and what happens without budget is signed. */
export function describeAgreement(telling: Telling): void {
  const { shared, w, viewer, oneWidth, otherWidth, picture } = telling;
  const { sloPolicy } = w;

  it('a team takes a policy for its error budget, and the CTO signs it', async () => {
    await shared.as('developer', viewer, async page => {
      await page.goto(slo);
      await page.getByRole('button', { name: sloPolicy.write }).click();
      const panel = page.getByRole('dialog');
      await panel
        .getByRole('button', { name: sloPolicy.edit.template })
        .click();
      await picture(page, 'policy-editor');
      await panel
        .getByRole('button', { name: sloPolicy.edit.saveAndAsk })
        .click();
      await announced(page, sloPolicy.edit.savedAsked);
    });
    await shared.as('cto', otherWidth, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.sign, sloPolicy.template.title).click();
      const panel = page.getByRole('dialog');
      await panel.getByText(sloPolicy.template.gone.action).waitFor();
      await picture(page, 'policy-sign');
      const sign = panel.getByRole('button', {
        name: filled(w.slo.decide.sign, { target: sloPolicy.subject }),
      });
      await expectInReach(page, sign);
      await sign.click();
      await panel.getByText(sloPolicy.done).waitFor();
    });
  });

  it('an SRE disputes the number, and the CTO decides that it stays', async () => {
    await shared.as('sre', viewer, async page => {
      await page.goto(slo);
      await page
        .getByRole('button', { name: w.slo.action.withdraw })
        .or(page.getByRole('button', { name: w.slo.action.read, exact: true }))
        .first()
        .click();
      await answer(page, w, {
        say: w.slo.decide.dispute,
        title: w.slo.decide.reasonTitle.dispute,
        reason: w.disputeReason,
        send: w.slo.decide.send.dispute,
      });
      await announced(page, w.slo.decide.done.dispute);
    });
    await shared.as('cto', oneWidth, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.decide).click();
      const panel = page.getByRole('dialog');
      await panel.getByText(w.disputeReason).first().waitFor();
      await picture(page, 'dispute');
      const say = filled(w.slo.decide.uphold, {
        target: filled(w.slo.percent, { number: '99.9' }),
      });
      await expectInReach(
        page,
        panel.getByRole('button', { name: say, exact: true }),
      );
      await answer(page, w, {
        say,
        title: w.slo.decide.reasonTitle.uphold,
        reason: w.ruling,
        send: w.slo.decide.send.uphold,
      });
      await announced(page, w.slo.decide.done.uphold);
    });
  });
}

/** Before deciding on a proposal an owner asks, and lets somebody else decide. */
export function describeProposal(telling: Telling): void {
  const { shared, w, viewer, oneWidth, otherWidth, picture } = telling;

  it('the owner asks before deciding, and the team answers in place', async () => {
    const send = async (
      page: Page,
      label: string,
      text: string,
      by: string,
    ) => {
      const panel = page.getByRole('dialog');
      await panel.getByRole('textbox', { name: label }).fill(text);
      await panel.getByRole('button', { name: by, exact: true }).click();
    };
    await shared.as('productOwner', oneWidth, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.sign, '99.95').click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: w.question.ask })
        .click();
      await send(page, w.question.label, w.asked, w.question.send);
      await announced(page, w.question.sent);
    });
    await shared.as('developer', viewer, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.reply).click();
      await page.getByRole('dialog').getByText(w.asked).waitFor();
      await send(page, w.question.answerLabel, w.reply, w.question.answer);
      await announced(page, w.question.answered);
    });
    await shared.as('productOwner', otherWidth, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.open, '99.95').click();
      const panel = page.getByRole('dialog');
      await panel.getByText(w.reply).waitFor();
      await picture(page, 'question-answered');
      await panel.getByRole('button', { name: w.question.read }).click();
      await announced(page, w.question.readDone);
      // It was no decision: the signature is still asked for.
      await signButton(page, w, '99.95').waitFor();
    });
  });

  it('the owner is away, and the team lead signs in the owner’s name', async () => {
    await shared.as('productOwner', oneWidth, async page => {
      await page.goto('/readiness-inbox');
      await page.getByRole('button', { name: w.delegation.add }).click();
      const panel = page.getByRole('dialog');
      await panel
        .getByRole('searchbox', { name: w.slo.owners.search })
        .fill('takumi');
      await panel
        .getByRole('listitem')
        .getByRole('button', { name: /Takumi Ito/ })
        .click();
      await panel
        .getByRole('textbox', { name: w.delegation.reason })
        .fill(w.awayReason);
      await picture(page, 'delegation');
      await panel
        .getByRole('button', { name: /Takumi Ito/ })
        .last()
        .click();
      await page
        .getByText(filled(w.delegation.forYou, { who: '.*' }).split('.*')[1])
        .first()
        .waitFor();
    });
    await shared.as('teamLead', viewer, async page => {
      await page.goto('/readiness-inbox');
      await inboxRow(page, w.inbox.verb.sign, '99.95').click();
      const panel = page.getByRole('dialog');
      const name = /Mika Ono/;
      await panel.getByText(name).first().waitFor();
      await signButton(page, w, '99.95').click();
      await announced(page, w.slo.decide.done.approve);
    });
  });
}

/** Says something that needs a reason, one tap behind the answers. */
async function answer(
  page: Page,
  w: Words,
  said: { say: string; title: string; reason: string; send: string },
): Promise<void> {
  const panel = page.getByRole('dialog');
  const button = panel.getByRole('button', { name: said.say, exact: true });
  const more = panel.getByRole('button', { name: w.slo.decide.more });
  await button.or(more).first().waitFor();
  if (!(await button.isVisible())) await more.click();
  await button.click();
  await panel.getByRole('textbox', { name: said.title }).fill(said.reason);
  await panel.getByRole('button', { name: said.send, exact: true }).click();
}
