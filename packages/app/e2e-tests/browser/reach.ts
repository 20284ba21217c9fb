import { Locator, Page } from 'playwright-core';
import { sizes } from './Browser';

/**
 * By how many pixels something is wider than where it is shown: the page in
 * its window, or what an open panel scrolls up and down.
 */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    // Code and tables may scroll by themselves; they are small.
    const scrolled = [
      ...document.querySelectorAll('[role="dialog"], [role="dialog"] *'),
    ].filter(
      one =>
        getComputedStyle(one).overflowY === 'auto' &&
        one.clientHeight > window.innerHeight / 3,
    );
    return Math.max(
      ...[document.documentElement, ...scrolled].map(
        one => one.scrollWidth - one.clientWidth,
      ),
    );
  });
}

/**
 * Turns the window into a phone and into a desktop, whichever it is not first,
 * and leaves it as it was.
 *
 * @param look - in each of them
 */
export async function atBothWidths(
  page: Page,
  look: () => Promise<void>,
): Promise<void> {
  const own = page.viewportSize() ?? sizes.desktop;
  const isPhone = own.width === sizes.phone.width;
  await page.setViewportSize(isPhone ? sizes.desktop : sizes.phone);
  await look();
  await page.setViewportSize(own);
  await look();
}

/**
 * Fails unless a button can be pressed without scrolling, on a phone and on a
 * desktop, and nothing has to be scrolled sideways.
 */
export async function expectInReach(page: Page, button: Locator) {
  await atBothWidths(page, async () => {
    // Waits until it stands still and nothing covers it; presses nothing.
    await button.click({ trial: true });
    expect(await isInWindow(button)).toBe(true);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  });
}

/** Before anything was scrolled: what is to be decided stands at its top. */
function isInWindow(button: Locator): Promise<boolean> {
  return button.evaluate(element => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return (
      left >= 0 &&
      top >= 0 &&
      right <= window.innerWidth &&
      bottom <= window.innerHeight
    );
  });
}
