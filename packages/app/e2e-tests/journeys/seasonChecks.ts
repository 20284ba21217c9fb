import { announced, shownBy } from './onScreen';
import {
  FROM_WEB,
  readinessOf,
  Season,
  SERVICE_TOKEN,
  withoutGaps,
} from './season';

const run = 'https://ci.minato.example/checkout-api/runs/981';

/** What other systems say, and what changes in the checklist itself. */
export function describeSeasonChecks(season: Season): void {
  const { said, shared, viewer, words } = season;
  const { answer, headline, item, state } = words.checklist;

  it('a pipeline reports what it found, and it is no answer', async () => {
    const report = (value: boolean) =>
      shared.app.ask(
        { token: SERVICE_TOKEN },
        'PUT',
        '/entities/component/default/checkout-api/checks/build-is-green',
        { body: { value, evidence: { kind: 'url', url: run } } },
      );
    await report(false);
    // A system may hand evidence in, and accept nothing.
    await expect(
      shared.app.ask(
        { token: SERVICE_TOKEN },
        'POST',
        '/entities/component/default/checkout-api/items/REL-1/acceptance',
        { version: 3 },
      ),
    ).rejects.toThrow(/: 403 /);
    await shared.as('developer', viewer, async page => {
      await page.goto(readinessOf('checkout-api', '?item=BLD-1'));
      const panel = page.getByRole('dialog');
      await panel.getByText(item.checked.failed).waitFor();
      await panel.getByRole('heading', { name: item.reported }).waitFor();
      await panel
        .getByText(/pipeline/)
        .first()
        .waitFor();
      await season.picture(page, 'reported-failed');
      await report(true);
      await page.reload();
      await panel.getByText(item.checked.passed).waitFor();
      await report(false);
      await page.reload();
      await panel.getByText(state.regressed).waitFor();
    });
  });

  it('while another system is down, its last word counts, with its age', () =>
    shared.as('developer', viewer, async page => {
      await page.goto(readinessOf('checkout-api', '?item=BLD-2'));
      const panel = page.getByRole('dialog');
      const again = async () => {
        await panel.getByRole('button', { name: headline.evaluate }).click();
        await announced(page, headline.evaluated);
      };
      await again();
      await panel.getByText(item.checked.passed).waitFor();
      await season.wayToTechInsights().cut();
      await again();
      await panel.getByText(withoutGaps(item.factError)).waitFor();
      await shared.app.letAnswersAge(2);
      await again();
      await panel.getByText(item.checked.passed).waitFor();
      await panel.getByText(withoutGaps(item.factError)).waitFor();
      const old = new Intl.RelativeTimeFormat(viewer.language, {
        numeric: 'auto',
      });
      await panel.getByText(old.format(-2, 'day')).first().waitFor();
      await season.look(page, 'outage');
    }));

  it('a link that somebody adds to the catalog counts once the catalog has read it', () =>
    shared.as('developer', viewer, async page => {
      const panel = page.getByRole('dialog');
      await page.goto(readinessOf('gift-wrapping', '?item=OPER-1'));
      await panel.getByText(item.fact.hint).waitFor();
      await season.addDashboard();
      await page.goto('/catalog/default/component/gift-wrapping');
      // The catalog's own button.
      await page
        .getByRole('button', {
          name: viewer.language === 'ja' ? '更新' : 'Refresh',
          exact: true,
        })
        .click();
      // Nobody asks for an evaluation.
      await page.goto(readinessOf('gift-wrapping', '?item=OPER-1'));
      await shownBy(page, item.fact.passed);
      await season.picture(page, 'catalog-changed');
    }));

  it('a newer checklist surprises nobody', async () => {
    const line = await season.publishBrokenVersion();
    await shared.as('platformEngineer', viewer, async page => {
      await page.goto('/readiness-studio');
      // Lists in the shapes of others are in use beside it.
      for (const list of said.lists) {
        await page.getByText(list, { exact: true }).first().waitFor();
      }
      await page.getByText(new RegExp(`http://.*${FROM_WEB}`)).waitFor();
      // The document is read again within seconds, the page when it is opened.
      await shownBy(page, said.studio.broken.title);
      await page
        .getByText(new RegExp(`${line}\\D`))
        .first()
        .waitFor();
      await season.look(page, 'broken-version');
    });
    await shared.as('developer', viewer, async page => {
      await page.goto(readinessOf('inventory-holds', '?item=OPS-2'));
      const panel = page.getByRole('dialog');
      const field = panel.getByRole('textbox', { name: answer.label });
      await field.fill(said.dated);
      await season.publishNextVersion();
      await untilVersion('2.0.0');

      await panel.getByRole('button', { name: answer.reconfirm }).click();
      await panel
        .getByText(
          viewer.language === 'ja'
            ? said.refusals.CHECKLIST_CHANGED
            : /asks for something else/,
        )
        .waitFor();
      await season.picture(page, 'older-version');
      await panel.getByRole('button', { name: answer.readAgain }).click();
      await panel
        .getByText(viewer.language === 'ja' ? /新しく入った人/ : /newcomer/)
        .first()
        .waitFor();
      expect(await field.inputValue()).toBe(said.dated);
      await panel.getByRole('button', { name: answer.reconfirm }).click();
      await announced(page, answer.savedSecond);

      await page.goto(readinessOf('inventory-holds', '?item=REL-3'));
      await panel.getByText(state.upcoming).waitFor();
      await panel.getByText(/2099/).first().waitFor();
      await season.picture(page, 'upcoming');
      await page.goto(readinessOf('inventory-holds', '?item=OPS-3'));
      await panel.getByText(item.leftOutBody).waitFor();
      await panel.getByText(`${said.dated} OPS-3`).first().waitFor();
      await season.picture(page, 'left-out');
    });
    await shared.as('platformEngineer', viewer, async page => {
      const { differences } = said.studio;
      await page.goto('/readiness-studio?view=versions&checklist=services');
      for (const change of [
        differences.added,
        differences.removed,
        differences.changed,
      ]) {
        await page.getByText(change, { exact: true }).first().waitFor();
      }
      await season.look(page, 'versions');
    });
  });

  it('a list in the shape of another organisation is answered, and an answer comes back', async () => {
    const { decide, waiver } = words.checklist;
    const inPlace = (id: string) => readinessOf('checkout-web', `?item=${id}`);
    await shared.as('developer', viewer, async page => {
      // A fact of the catalog beside a person's answer.
      await page.goto(inPlace('OPER-1'));
      const panel = page.getByRole('dialog');
      await panel.getByText(item.fact.passed).waitFor();
      await panel.getByRole('textbox', { name: answer.label }).fill(said.dated);
      await panel.getByRole('button', { name: answer.save }).click();
      await announced(page, answer.savedSecond);
      await page.goto(inPlace('ARCH-2'));
      await panel
        .getByRole('button', { name: waiver.askNotApplicable })
        .click();
      await panel
        .getByRole('textbox', { name: waiver.reasonNotApplicable })
        .fill(words.exemptionReason);
      await panel.getByRole('button', { name: waiver.send }).click();
      await announced(page, waiver.sent);

      await shared.as('teamLead', viewer, async colleague => {
        const theirs = colleague.getByRole('dialog');
        await colleague.goto(inPlace('OPER-1'));
        await theirs.getByRole('button', { name: decide.return }).click();
        await theirs
          .getByRole('textbox', { name: decide.comment })
          .fill(said.missing);
        await theirs.getByRole('button', { name: decide.send }).click();
        await announced(colleague, decide.returned);
        await colleague.goto(inPlace('ARCH-2'));
        await theirs.getByRole('button', { name: waiver.decide.agree }).click();
        await announced(colleague, waiver.decide.granted);
      });

      await page.goto(inPlace('OPER-1'));
      await panel.getByText(state.returned).waitFor();
      await panel.getByText(said.missing).first().waitFor();
      await season.picture(page, 'returned');
      await page.goto(readinessOf('checkout-web'));
      await page.locator('[data-item="OPER-1"]').first().waitFor();
      await season.picture(page, 'risk-rated');
    });
  });

  async function untilVersion(version: string): Promise<void> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const { checklist } = await shared.app.ask<{
        checklist: { version: string };
      }>(
        'developer',
        'GET',
        '/entities/component/default/inventory-holds/readiness',
      );
      if (checklist.version === version) return;
      if (Date.now() > deadline) throw new Error(`Still ${checklist.version}`);
      await new Promise(wake => setTimeout(wake, 250));
    }
  }
}
