import { useCallback, useState } from 'react';
import { type SloDraft } from './sloDraft';

const PREFIX = 'production-readiness/slo-draft-2/';

/**
 * An SLO that is being written. It outlives a closed panel and a reload of the
 * page in the same tab, until it is saved or discarded.
 *
 * @param key - what the draft is of: the entity, or the SLO and its version
 * @param start - the draft when there is none yet
 * @internal
 */
export function useSloDraft(
  key: string,
  start: SloDraft,
): {
  draft: SloDraft;
  /** It was there before the panel was opened. */
  restored: boolean;
  change: (part: Partial<SloDraft>) => void;
  discard: () => void;
} {
  const [found] = useState(() => read(key));
  const [draft, setDraft] = useState(found ?? start);
  const [restored, setRestored] = useState(found !== undefined);
  const change = useCallback(
    (part: Partial<SloDraft>) =>
      setDraft(before => {
        const next = { ...before, ...part };
        store(key, next);
        return next;
      }),
    [key],
  );
  const discard = useCallback(() => {
    store(key, undefined);
    setDraft(start);
    setRestored(false);
    // The start is made anew with each render, and only the first one counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return { draft, restored, change, discard };
}

// A browser may forbid storage; the draft then lives as long as the panel.
function read(key: string): SloDraft | undefined {
  try {
    const text = window.sessionStorage.getItem(PREFIX + key);
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function store(key: string, draft: SloDraft | undefined): void {
  try {
    if (draft) {
      window.sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    } else {
      window.sessionStorage.removeItem(PREFIX + key);
    }
  } catch {
    // Nothing to do: the draft is in the component's state.
  }
}
