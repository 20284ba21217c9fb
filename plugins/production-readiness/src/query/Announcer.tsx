import {
  createContext,
  PropsWithChildren,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { VisuallyHidden } from '@backstage/ui';

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Long enough for a screen reader to pick the message up. */
const CLEAR_AFTER_MS = 7000;

/**
 * Holds the live region in which `useAnnounce` speaks.
 *
 * @internal
 */
export function Announcer({ children }: PropsWithChildren<{}>) {
  const [message, setMessage] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const announce = useCallback((next: string) => {
    clearTimeout(timer.current);
    // The same text twice is no change to a screen reader: empty it between.
    setMessage('');
    timer.current = setTimeout(() => {
      setMessage(next);
      timer.current = setTimeout(() => setMessage(''), CLEAR_AFTER_MS);
    }, 50);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite" aria-atomic="true">
        {message}
      </VisuallyHidden>
    </AnnounceContext.Provider>
  );
}

/**
 * Says something to screen readers without moving the focus: "saved",
 * "someone else changed this meanwhile".
 *
 * @internal
 */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
