import { Browser, Page } from 'playwright-core';
import { Engine } from '../app/database';
import { RunningApp, Settings } from '../app/RunningApp';
import {
  openWindow,
  screenshot,
  startBrowser,
  Viewer,
} from '../browser/Browser';
import { Person, signInAs } from '../browser/signIn';

/** What the tests of a group share. */
export interface SharedApp {
  readonly app: RunningApp;
  /** Opens a window in which nobody has signed in. */
  open(viewer: Viewer): Promise<Page>;
  /** Opens a window of a person, does something in it, and closes it. */
  as(
    person: Person,
    viewer: Viewer,
    work: (page: Page) => Promise<void>,
  ): Promise<void>;
}

/**
 * Starts an app with empty data and a browser before the tests of the group,
 * and ends both after them. Call it where tests are declared, and use what it
 * returns inside tests and hooks only.
 *
 * @param settings - configuration on top of the project's
 */
export function useApp(
  engine: Engine,
  settings?: () => Promise<Settings>,
): SharedApp {
  let app: RunningApp | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    browser = await startBrowser();
    app = await RunningApp.start(engine, await settings?.());
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  }, 30_000);

  const running = () => {
    if (!app || !browser) throw new Error('The app has not started');
    return { app, browser };
  };
  const open = (viewer: Viewer) =>
    openWindow(running().browser, running().app.url, viewer);
  return {
    get app() {
      return running().app;
    },
    open,
    async as(person, viewer, work) {
      const page = await open(viewer);
      try {
        await signInAs(page, person);
        await work(page);
      } catch (error) {
        await keepTrace(page, person);
        throw error;
      } finally {
        await page.context().close();
      }
    },
  };
}

/** What was on screen when a journey failed, as a picture and as text. */
async function keepTrace(page: Page, person: Person): Promise<void> {
  const name = `failed-${person}-${Date.now()}`;
  await screenshot(page, name).catch(() => {});
  const text = await page
    .locator('body')
    .ariaSnapshot()
    .catch(() => '');
  process.stderr.write(`${person} was at ${page.url()}\n${text}\n`);
}
