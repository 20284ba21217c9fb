import type { KeyboardEvent } from 'react';

/**
 * Whether a key press saves a form with a text area: Enter alone is a new
 * line, and one that only confirms a Japanese conversion is neither.
 *
 * @internal
 */
export function isSubmitKey(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' &&
    (event.ctrlKey || event.metaKey) &&
    !event.nativeEvent.isComposing
  );
}

/** The keys as this machine names them. @internal */
export function submitKeys(): string {
  const apple = /Mac|iPhone|iPad/.test(window.navigator.platform);
  return apple ? '⌘ Enter' : 'Ctrl + Enter';
}
