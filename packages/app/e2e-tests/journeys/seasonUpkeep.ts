import { announced } from './onScreen';
import { readinessOf, Season, withoutGaps } from './season';
import { beginning, filled } from './words';

const DAY = 86_400_000;
const team = '/catalog/default/group/checkout-team/upkeep';
const lineOf = (itemId: string, component: string) =>
  `[data-line="${itemId}/component:default/${component}"]`;

/** Keeping answers true: the session of a team, and what it gives to others. */
export function describeSeasonUpkeep(season: Season): void {
  const { said, shared, viewer, words } = season;
  const { upkeep } = said;
  const { answer, item } = words.checklist;

  beforeAll(async () => {
    const given = [
      ...['checkout-api', 'cart-service', 'inventory-holds'].flatMap(one =>
        ['OPS-1', 'OPS-2', 'OPS-3'].map(id => [one, id] as const),
      ),
      ...['checkout-api', 'cart-service'].map(one => [one, 'REL-1'] as const),
    ];
    for (const [component, id] of given) {
      const evidence = `${said.dated} ${id}`;
      const done = await season.answer('developer', component, id, evidence);
      await season.accept('sre', component, done);
    }
    await shared.app.letAnswersAge(40);
  }, 60_000);

  it(
    'a team holds its quarterly session',
    () =>
      shared.as('teamLead', viewer, async page => {
        await page.goto(team);
        const choices = page.getByRole('region', {
          name: upkeep.choices.title,
        });
        await choices
          .getByRole('button', { name: upkeep.choices.change })
          .click();
        await choices
          .getByLabel(upkeep.choices.sessionLabel)
          .fill(new Date(Date.now() + 7 * DAY).toISOString().slice(0, 10));
        await choices
          .getByRole('switch', { name: upkeep.choices.sharingLabel })
          .press('Space');
        await choices
          .getByRole('button', { name: upkeep.choices.save, exact: true })
          .click();
        await announced(page, upkeep.choices.saved);
        // One entry among what waits, not one for each answer.
        const { kind } = words.inbox;
        await page.goto('/readiness-inbox');
        const entries = page.getByRole('listitem');
        await entries.filter({ hasText: kind.holdSession }).first().waitFor();
        expect(await entries.filter({ hasText: kind.renew }).count()).toBe(0);
        await season.picture(page, 'inbox');
        await page.goto(team);
        await page.getByText(withoutGaps(upkeep.session.open)).waitFor();
        await season.picture(page, 'session');

        const line = (id: string, component: string) =>
          page.locator(lineOf(id, component));
        const verb = (name: string) => ({ name: new RegExp(`^${name}`) });
        const confirmed = [
          ['OPS-3', 'checkout-api'],
          ['OPS-3', 'cart-service'],
          ['OPS-1', 'inventory-holds'],
        ] as const;
        // One alone, the others at once.
        await line('OPS-1', 'cart-service')
          .getByRole('button', verb(upkeep.line.confirm))
          .click();
        await announced(page, filled(upkeep.results.saved_one, { count: 1 }));
        await line('OPS-1', 'cart-service').waitFor({ state: 'detached' });
        for (const [id, component] of confirmed) {
          await line(id, component).getByRole('checkbox').press('Space');
        }
        const bar = page.getByRole('region', { name: upkeep.several.title });
        await bar
          .getByRole('button', {
            name: filled(upkeep.several.confirm_other, { count: 3 }),
          })
          .click();
        await announced(page, filled(upkeep.results.saved_other, { count: 3 }));
        await line(...confirmed[0]).waitFor({ state: 'detached' });

        // What can block is said anew, with its day, and so is what differs.
        expect(
          await line('REL-1', 'checkout-api')
            .getByRole('button', verb(upkeep.line.confirm))
            .count(),
        ).toBe(0);
        for (const [id, component] of [
          ['REL-1', 'checkout-api'],
          ['REL-1', 'cart-service'],
          ['OPS-2', 'checkout-api'],
        ]) {
          await line(id, component).getByRole('checkbox').press('Space');
        }
        await bar.getByRole('button', { name: upkeep.several.same }).click();
        const evidence = bar.getByRole('textbox', {
          name: upkeep.several.evidence,
        });
        const save = bar.getByRole('button', {
          name: filled(upkeep.several.save_other, { count: 3 }),
        });
        await evidence.fill(said.undated);
        await save.click();
        await bar.getByText(upkeep.several.undated).waitFor();
        await evidence.fill(said.dated);
        await season.look(page, 'session-several');
        await save.click();
        await page
          .getByText(filled(upkeep.results.waiting_other, { count: 3 }))
          .waitFor();

        await line('OPS-2', 'inventory-holds')
          .getByRole('button', verb(upkeep.line.skip))
          .click();
        await page.getByText(upkeep.line.skipped).waitFor();
        // For whom it waits, and how busy they are.
        const waiting = page.getByRole('region', {
          name: upkeep.waiting.title,
        });
        await waiting.getByText('SRE', { exact: true }).waitFor();
        await waiting
          .getByText(withoutGaps(words.review.load.oldest))
          .first()
          .waitFor();
        await season.picture(page, 'session-done');

        // Waiting for an acceptor, what was accepted last still counts.
        await page.goto(readinessOf('checkout-api', '?item=REL-1'));
        const panel = page.getByRole('dialog');
        await panel.getByText(answer.keepsCounting).first().waitFor();
        await panel.getByText(said.dated, { exact: true }).first().waitFor();
      }),
    60_000,
  );

  it('a reconfirmed answer says that nobody else looked', async () => {
    const candidates = [
      ['cart-service', 'OPS-1'],
      ['checkout-api', 'OPS-3'],
      ['cart-service', 'OPS-3'],
      ['inventory-holds', 'OPS-1'],
    ];
    // One in ten is looked at all the same, so one of four is enough.
    const found = [];
    for (const [component, id] of candidates) {
      const { items } = await shared.app.ask<{
        items: { itemId: string; basis: string | null }[];
      }>(
        'developer',
        'GET',
        `/entities/component/default/${component}/readiness`,
      );
      const basis = items.find(one => one.itemId === id)?.basis;
      if (basis === 'reconfirmation') found.push([component, id]);
    }
    expect(found.length).toBeGreaterThan(0);
    const [[component, id]] = found;
    await shared.as('developer', viewer, async page => {
      await page.goto(readinessOf(component, `?item=${id}`));
      const basis = item.basis.reconfirmation.split(/\{\{\w+\}\}/).at(-1)!;
      await page.getByRole('dialog').getByText(basis.trim()).first().waitFor();
      await season.picture(page, 'reconfirmed');
    });
  });

  it('a neighbour borrows a good answer, changes it, and a peer accepts it', async () => {
    await shared.as('neighbour', viewer, async page => {
      await page.goto(readinessOf('refund-service', '?item=OPS-1'));
      const panel = page.getByRole('dialog');
      await panel
        .getByRole('heading', { name: upkeep.examples.title })
        .waitFor();
      await season.look(page, 'borrow');
      await panel
        .getByRole('button', {
          name: new RegExp(withoutGaps(upkeep.examples.startOf)),
        })
        .first()
        .click();
      const field = panel.getByRole('textbox', { name: answer.label });
      const borrowed = await field.inputValue();
      expect(borrowed).toContain(said.dated);
      await field.fill(borrowed + said.added);
      await panel.getByRole('button', { name: answer.save }).click();
      await announced(page, answer.savedSecond);
    });
    await shared.as('neighbourPeer', viewer, async page => {
      await page.goto(readinessOf('refund-service', '?item=OPS-1'));
      const { decide } = words.checklist;
      await page
        .getByRole('dialog')
        .getByRole('button', { name: decide.accept, exact: true })
        .click();
      await announced(page, decide.accepted);
      await page.keyboard.press('Escape');
      await page.getByText(words.review.mode.peers).first().waitFor();
    });
  });

  it('a team that certifies itself is sampled', async () => {
    await shared.as('certifier', viewer, async page => {
      await page.goto(readinessOf('scan-ingest', '?item=OPS-2'));
      const panel = page.getByRole('dialog');
      await panel.getByText(answer.selfCertified).waitFor();
      await panel.getByRole('textbox', { name: answer.label }).fill(said.dated);
      await panel.getByRole('button', { name: answer.save }).click();
      await page
        .getByRole('status')
        .filter({ hasText: answer.savedCounts })
        .or(page.getByRole('status').filter({ hasText: answer.savedSecond }))
        .first()
        .waitFor({ state: 'attached' });
      await page.keyboard.press('Escape');
      await page.getByText(words.review.mode.self_certified).first().waitFor();
      await season.picture(page, 'self-certified');
    });
    // Each answer draws its own lot: one in ten waits for somebody else.
    let waits = false;
    for (let turn = 1; turn <= 150 && !waits; turn++) {
      const evidence = `${said.dated} ${turn}`;
      const done = await season.answer(
        'certifier',
        'scan-ingest',
        'OPS-1',
        evidence,
      );
      waits = done.answer?.decision === 'waiting';
    }
    expect(waits).toBe(true);
    await shared.as('certifierPeer', viewer, async page => {
      await page.goto('/readiness-inbox');
      await page
        .getByRole('button', {
          name: new RegExp(`^${beginning(words.inbox.verb.accept)}`),
        })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', {
          name: words.checklist.decide.accept,
          exact: true,
        })
        .click();
      await announced(page, words.checklist.decide.accepted);
    });
  }, 60_000);
}
