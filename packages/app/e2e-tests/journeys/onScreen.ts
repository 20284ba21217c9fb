import { Locator, Page } from 'playwright-core';

/** The button of a row of the inbox. */
export function inboxRow(page: Page, verb: string, about = ''): Locator {
  return page
    .getByRole('button', {
      name: new RegExp(`${escaped(verb)}.*${escaped(about)}`),
    })
    .first();
}

/**
 * Waits until a screen reader hears something: from a live region that the
 * open panel does not cover.
 */
export async function announced(page: Page, message: string): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: message })
    .first()
    .waitFor({ state: 'attached' });
}

/** Loads the page again and again until something is on it. */
export async function shownBy(page: Page, text: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const found = page.getByText(text).first();
    if (
      await found.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      )
    )
      return;
    await page.reload();
  }
  throw new Error(`Never shown: ${text}`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
