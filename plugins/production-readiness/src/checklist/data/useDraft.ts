import { useCallback, useState } from 'react';

const PREFIX = 'production-readiness/draft/';

/**
 * A text that is being written. It outlives a closed panel and a reload of the
 * page in the same tab, until it is saved or discarded.
 *
 * @param key - what the text is for: entity and item
 * @param initial - what to begin with where nothing was written yet
 * @internal
 */
export function useDraft(
  key: string,
  initial = '',
): {
  text: string;
  /** The text was there before the panel was opened. */
  restored: boolean;
  write: (text: string) => void;
} {
  const [start] = useState(() => read(key));
  const [text, setText] = useState(start || initial);
  const write = useCallback(
    (next: string) => {
      setText(next);
      store(key, next);
    },
    [key],
  );
  return { text, restored: start !== '' && text === start, write };
}

// A browser may forbid storage; the text then lives as long as the panel.
function read(key: string): string {
  try {
    return window.sessionStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

function store(key: string, text: string) {
  try {
    if (text === '') window.sessionStorage.removeItem(PREFIX + key);
    else window.sessionStorage.setItem(PREFIX + key, text);
  } catch {
    // Nothing to do: the text is in the component's state.
  }
}
