import { useEffect, useState } from 'react';

const STORED = 'production-readiness.toil.shortcuts';
const CHANGED = 'production-readiness-shortcuts';

/**
 * Whether single keys do something, and the switch for it. Some people speak
 * to their computer, or hit keys by accident, so they can be switched off; the
 * browser remembers it.
 *
 * @internal
 */
export function useShortcutSetting(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(read);
  useEffect(() => {
    const follow = () => setOn(read());
    window.addEventListener(CHANGED, follow);
    return () => window.removeEventListener(CHANGED, follow);
  }, []);
  return [
    on,
    next => {
      try {
        window.localStorage.setItem(STORED, next ? 'on' : 'off');
      } catch {
        // Then it holds until the page is left.
      }
      setOn(next);
      window.dispatchEvent(new Event(CHANGED));
    },
  ];
}

/**
 * Runs something at a single key, unless somebody types, holds a modifier, has
 * a panel open, or switched such keys off.
 *
 * @internal
 */
export function useShortcut(key: string, run: () => void): void {
  const [on] = useShortcutSetting();
  useEffect(() => {
    if (!on) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLocaleLowerCase('en-US') !== key || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on, key, run]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('[role="listbox"], [role="menu"], [role="combobox"]') !==
        null)
  );
}

function read(): boolean {
  try {
    return window.localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}
