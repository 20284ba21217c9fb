import { ownScriptBytes } from '../browser/ownScript';
import { Language } from '../browser/Browser';
import { SharedApp } from './useApp';

/** More rows make a table slow to draw and to read aloud. */
const MOST_ROWS = 60;
/** Own code that the page loads, compressed. */
const MOST_BYTES = 120 * 1024;

/** What the portfolio may cost a browser, however large the catalog is. */
export function describePortfolioWeight(
  language: Language,
  shared: SharedApp,
): void {
  it('the portfolio stays light, and the catalog table says how ready things are', () =>
    shared.as('platformEngineer', { language }, async page => {
      const scripts = new Set<string>();
      page.on('response', response => {
        if (response.request().resourceType() === 'script') {
          scripts.add(response.url());
        }
      });
      // Loaded anew, so that every script is seen.
      await page.goto('/readiness?mine=false');
      const rows = page.locator('tr');
      await page.locator('tbody tr').nth(20).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await rows.count()).toBeLessThanOrEqual(MOST_ROWS);
      const bytes = ownScriptBytes([...scripts]);
      expect(bytes).toBeGreaterThan(10 * 1024);
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES);

      await page.goto('/readiness?mine=false&show=rollup');
      await page.locator('tbody tr').nth(5).waitFor();
      expect(await rows.count()).toBeLessThanOrEqual(MOST_ROWS);

      const batches: string[] = [];
      page.on('request', request => {
        if (request.url().includes('/portfolio/by-refs')) {
          batches.push(request.url());
        }
      });
      await page.goto('/catalog?filters[kind]=component&filters[user]=all');
      await page.locator('tbody a[href$="/readiness"]').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(batches).toHaveLength(1);
    }));
}
