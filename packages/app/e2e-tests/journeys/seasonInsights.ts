import { announced } from './onScreen';
import { readinessOf, Season } from './season';

/** What the plugin and Tech Insights, which runs beside it, tell each other. */
export function describeSeasonInsights(season: Season): void {
  const { shared, viewer, words } = season;
  const { headline, item } = words.checklist;

  it('Tech Insights decides items, by the catalog and by what it was told of readiness', () =>
    shared.as('developer', viewer, async page => {
      const panel = page.getByRole('dialog');
      const readAgain = async () => {
        await panel.getByRole('button', { name: headline.evaluate }).click();
        await announced(page, headline.evaluated);
      };
      // Four answers were accepted here, none of the coupon engine: that is
      // what Tech Insights is told, and what it judges by.
      await shared.app.retrieveFacts();
      await page.goto(readinessOf('checkout-api', '?item=BLD-3'));
      await readAgain();
      await panel.getByText(item.checked.passed).waitFor();
      await season.look(page, 'tech-insights');
      await page.goto(readinessOf('checkout-api', '?item=BLD-2'));
      await panel.getByText(item.checked.passed).waitFor();
      await page.goto(readinessOf('coupon-engine', '?item=BLD-3'));
      await readAgain();
      await panel.getByText(item.checked.failed).waitFor();
    }));
}
