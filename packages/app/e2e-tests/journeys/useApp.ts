import { Browser, Page } from 'playwright-core';
import { Engine } from '../app/database';
import { RunningApp } from '../app/RunningApp';
import { openWindow, startBrowser, Viewer } from '../browser/Browser';

/** What the tests of a group share. */
export interface SharedApp {
  readonly app: RunningApp;
  /** Opens a window of its own; it is closed after the group at the latest. */
  open(viewer: Viewer): Promise<Page>;
}

/**
 * Starts an app with empty data and a browser before the tests of the group,
 * and ends both after them. Call it where tests are declared, and use what it
 * returns inside tests and hooks only.
 */
export function useApp(engine: Engine): SharedApp {
  let app: RunningApp | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    browser = await startBrowser();
    app = await RunningApp.start(engine);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  }, 30_000);

  const running = () => {
    if (!app || !browser) throw new Error('The app has not started');
    return { app, browser };
  };
  return {
    get app() {
      return running().app;
    },
    open: viewer => openWindow(running().browser, running().app.url, viewer),
  };
}
