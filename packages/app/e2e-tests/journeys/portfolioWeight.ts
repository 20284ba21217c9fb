import { readFile } from 'node:fs/promises';
import { Language, sizes } from '../browser/Browser';
import { copiedSources, ownScriptBytes } from '../browser/ownScript';
import { SharedApp } from './useApp';
import { wordsOf } from './words';

/** More rows make a table slow to draw and to read aloud. */
const MOST_ROWS = 60;
/** Own code that the page loads, compressed. */
const MOST_BYTES = 120 * 1024;
/** Own sources that it loads more than once. */
const MOST_COPIES = 80;

/**
 * What the portfolio may cost a browser, however large the catalog is, and how
 * it is used without a mouse and on a phone.
 */
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
      expect(copiedSources([...scripts]).length).toBeLessThanOrEqual(
        MOST_COPIES,
      );

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

  it('the portfolio sorts owners by name, goes by keys, and gives its rows away', async () => {
    const { portfolio, portfolioViews } = wordsOf(language);
    await shared.as('platformEngineer', { language }, async page => {
      await page.goto('/readiness?mine=false&sort=owner');
      const names = page.locator('tbody th a');
      await names.nth(20).waitFor();
      // The titles of owners come from the catalog, after the rows.
      await page.waitForLoadState('networkidle');
      const shown = await page
        .locator('tbody td:nth-child(2) a[title^="group:"]')
        .allInnerTexts();
      const teams = [...new Set(shown)].map(name => name.toLowerCase());
      const latin = teams.filter(name => /^[a-z -]+$/.test(name));
      expect(latin.length).toBeGreaterThan(2);
      expect(latin).toEqual([...latin].sort());

      const focused = page.locator(':focus');
      await names.first().focus();
      await page.keyboard.press('ArrowDown');
      const second = await names.nth(1).innerText();
      expect(await focused.innerText()).toBe(second);
      await page.keyboard.press('End');
      const last = await names.last().innerText();
      expect(await focused.innerText()).toBe(last);
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/catalog\/.*\/readiness/);
      await page.goBack();
      await page.waitForURL(/sort=owner/);
      await names.nth(20).waitFor();

      const { open, json } = portfolioViews.export;
      await page.getByRole('button', { name: open }).click();
      const file = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: json }).click();
      const rows = JSON.parse(
        await readFile(await (await file).path(), 'utf8'),
      );
      expect(rows.length).toBeGreaterThan(20);
      expect(rows[0]).toHaveProperty('entityRef');
    });
    const phone = { language, size: sizes.phone };
    await shared.as('platformEngineer', phone, async page => {
      await page.goto('/readiness?mine=false');
      const { columns, sort } = portfolio;
      await page.getByRole('button', { name: new RegExp(sort.label) }).click();
      await page
        .getByRole('option', { name: columns.owner, exact: true })
        .click();
      await page.waitForURL(/sort=owner/);
      await page.getByRole('button', { name: sort.descending }).click();
      await page.waitForURL(/direction=desc/);
      await page.locator('li dl').first().waitFor();
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        ),
      ).toBeLessThanOrEqual(0);
    });
  });
}
