import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Finds a place for the focus after a panel closed whose opener is gone: a row
 * that was taken care of left the list, and its button with it. What stood
 * around it gets the focus, so that the keyboard goes on from there. (While
 * the opener is there, the drawer gives the focus back to it by itself.)
 *
 * @param open - whether the panel is open
 * @returns to be called when the panel has gone
 * @internal
 */
export function useFocusReturn(open: boolean): () => void {
  const around = useRef<HTMLElement[]>([]);

  // Before the drawer moves the focus inside, which it does in an effect.
  useLayoutEffect(() => {
    if (open) around.current = ancestors(document.activeElement);
  }, [open]);

  return useCallback(() => {
    // The panel is told before it is taken out of the document.
    setTimeout(() => {
      if (document.activeElement === document.body) focusFirst(around.current);
    });
  }, []);
}

function focusFirst(places: HTMLElement[]) {
  const place = places.find(element => element.isConnected);
  if (!place) return;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.style.outline = 'none';
  place.focus({ preventScroll: true });
}

function ancestors(element: Element | null): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = element?.parentElement; at; at = at.parentElement) {
    if (at !== document.body && at !== document.documentElement) found.push(at);
  }
  return found;
}
