const FOCUSABLE = [
  'a[href]',
  'button:not([disabled])',
  'input:not([disabled])',
  'select:not([disabled])',
  'textarea:not([disabled])',
  'summary',
  '[tabindex]:not([tabindex="-1"])',
].join(',');

/**
 * What the Tab key stops at inside an element, in order.
 *
 * @internal
 */
export function focusables(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    element =>
      !element.dataset.focusGuard &&
      element.tabIndex >= 0 &&
      !element.closest('[hidden],[inert]'),
  );
}
