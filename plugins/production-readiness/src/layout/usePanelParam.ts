import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Keeps what a side panel shows in the URL, so that it can be linked to and
 * the browser's back button closes it. Other parameters stay as they are.
 *
 * @param name - the search parameter, such as `item`
 * @returns its value, and functions that open another one or close the panel
 * @internal
 */
export function usePanelParam(name: string): {
  value: string | undefined;
  open: (value: string) => void;
  close: () => void;
} {
  const [params, setParams] = useSearchParams();
  const open = useCallback(
    (value: string) =>
      setParams(previous => {
        const next = new URLSearchParams(previous);
        next.set(name, value);
        return next;
      }),
    [name, setParams],
  );
  const close = useCallback(
    () =>
      setParams(
        previous => {
          const next = new URLSearchParams(previous);
          next.delete(name);
          return next;
        },
        // Closing is no place to come back to.
        { replace: true },
      ),
    [name, setParams],
  );
  return { value: params.get(name) ?? undefined, open, close };
}
