import { announced } from './onScreen';
import { Season, withoutGaps } from './season';
import { filled } from './words';

const DAY = 86_400_000;
const department = '/catalog/default/group/commerce/upkeep';
const team = '/catalog/default/group/payments-team/upkeep';
/** What the team has accepted, among others. */
const line = '[data-line="OPS-1/component:default/refund-service"]';

/** A department, which holds one session for its teams that hold none. */
export function describeSeasonDepartment(season: Season): void {
  const { said, shared, viewer, words } = season;
  const { upkeep } = said;

  it('a department holds a session for its teams, and each team confirms what is its own', async () => {
    await shared.as('departmentLead', viewer, async page => {
      await page.goto(department);
      // One of its teams has chosen a day itself.
      await page
        .getByRole('region', { name: upkeep.below.title })
        .getByRole('link', { name: 'Checkout' })
        .waitFor();
      const choices = page.getByRole('region', { name: upkeep.choices.title });
      await choices
        .getByRole('button', { name: upkeep.choices.change })
        .click();
      await choices
        .getByLabel(upkeep.choices.sessionLabel)
        .fill(new Date(Date.now() + 7 * DAY).toISOString().slice(0, 10));
      await choices
        .getByRole('button', { name: upkeep.choices.save, exact: true })
        .click();
      await announced(page, upkeep.choices.saved);
      await page.locator(line).waitFor();
      await page.locator(line).getByText('Payments').waitFor();
      // It is for the team to say, and for the lead to see.
      expect(await page.locator(line).getByRole('button').count()).toBe(0);
      expect(await page.locator('[data-line*="checkout-api"]').count()).toBe(0);
      await season.look(page, 'department');
    });
    await shared.as('neighbour', viewer, async page => {
      await page.goto(team);
      await page.getByText(withoutGaps(upkeep.session.heldBy)).waitFor();
      await page.goto('/readiness-inbox');
      await page
        .getByRole('listitem')
        .filter({ hasText: words.inbox.kind.holdSession })
        .getByRole('button')
        .or(page.getByRole('link', { name: words.inbox.verb.open }))
        .first()
        .click();
      await page.waitForURL(`**${department}*`);
      await page
        .locator(line)
        .getByRole('button', { name: new RegExp(`^${upkeep.line.confirm}`) })
        .click();
      await announced(page, filled(upkeep.results.saved_one, { count: 1 }));
      await page.locator(line).waitFor({ state: 'detached' });
    });
  });
}
