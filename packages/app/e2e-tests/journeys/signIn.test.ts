import { Browser } from 'playwright-core';
import { RunningApp } from '../app/RunningApp';
import { accessibilityFindings } from '../browser/accessibility';
import { openWindow, screenshot, startBrowser } from '../browser/Browser';

const headings = { en: 'Through whose eyes?', ja: '誰の立場で見ますか？' };

describe('The sign-in page', () => {
  let app: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    [app, browser] = await Promise.all([
      RunningApp.start('SQLite'),
      startBrowser(),
    ]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
    it.each(['en', 'ja'] as const)(
      'offers the people of the company in %s',
      async language => {
        const page = await openWindow(browser, app.url, { language, theme });
        await page.goto('/');
        await page.getByRole('heading', { name: headings[language] }).waitFor();
        await page.getByRole('button').first().waitFor();
        await screenshot(page, `sign-in-${language}-${theme}`);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(
          language,
        );
        expect(await accessibilityFindings(page)).toEqual([]);
        await page.context().close();
      },
    );
  });
});
