import { useCallback, useRef } from 'react';

/**
 * Takes the focus back when what had it goes away: an answer was accepted and
 * its buttons are gone. The browser gives the focus to the document then, where
 * neither Tab nor Escape reaches a panel any more.
 *
 * @returns a ref for the element, which must have a `tabIndex`
 * @internal
 */
export function useFocusKept() {
  const observer = useRef<MutationObserver>();
  return useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new MutationObserver(() => {
      if (document.activeElement === document.body) element.focus();
    });
    observer.current.observe(element, { childList: true, subtree: true });
  }, []);
}
