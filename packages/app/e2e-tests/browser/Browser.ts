import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, BrowserContext, chromium, Page } from 'playwright-core';

/** A language of the product. */
export type Language = 'en' | 'ja';

/** What the person in front of the screen has chosen. */
export interface Viewer {
  language: Language;
  theme?: 'light' | 'dark';
  /** Width and height in pixels; a desktop by default. */
  size?: { width: number; height: number };
}

/** The windows in which everything has to work, in pixels. */
export const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

const results = process.env.READINESS_TEST_RESULTS ?? 'test-results';

/** Starts the headless browser that `npm test` has chosen. */
export async function startBrowser(): Promise<Browser> {
  const libraries = [
    process.env.READINESS_TEST_CHROME_LIBRARIES,
    process.env.LD_LIBRARY_PATH,
  ].filter(Boolean);
  return chromium.launch({
    executablePath: process.env.READINESS_TEST_CHROME,
    // Root, as in most containers, can't have Chromium's sandbox. The pages
    // are our own.
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--font-render-hinting=none'],
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') },
  });
}

/** Opens a window of its own, with nothing remembered from others. */
export async function openWindow(
  browser: Browser,
  url: string,
  { language, theme = 'light', size = sizes.desktop }: Viewer,
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: url,
    viewport: size,
    colorScheme: theme,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      window.localStorage.setItem('language', chosenLanguage);
      window.localStorage.setItem('theme', chosenTheme);
    },
    [language, theme] as const,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Keeps what is on screen under `test-results/screenshots`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(results, 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
