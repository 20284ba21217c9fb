import {
  createContext,
  PropsWithChildren,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { VisuallyHidden } from '@backstage/ui';

type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** What is being said, and whether a panel lies over the page. */
const SpokenContext = createContext<{
  message: string;
  /** Takes the voice over; returns the way to give it back. */
  enterPanel: () => () => void;
}>({ message: '', enterPanel: () => () => {} });

/** Long enough for a screen reader to pick the message up. */
const CLEAR_AFTER_MS = 7000;

/**
 * Holds the live region in which `useAnnounce` speaks.
 *
 * @internal
 */
export function Announcer({ children }: PropsWithChildren<{}>) {
  const [message, setMessage] = useState('');
  const [panels, setPanels] = useState(0);
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
  const enterPanel = useCallback(() => {
    setPanels(count => count + 1);
    return () => setPanels(count => count - 1);
  }, []);
  const spoken = useMemo(
    () => ({ message, enterPanel }),
    [message, enterPanel],
  );

  return (
    <AnnounceContext.Provider value={announce}>
      <SpokenContext.Provider value={spoken}>
        {children}
        <LiveRegion message={panels > 0 ? '' : message} />
      </SpokenContext.Provider>
    </AnnounceContext.Provider>
  );
}

/**
 * The live region of a panel. While a panel is open, the page beneath it is
 * hidden from screen readers, and the page's own live region with it.
 *
 * @internal
 */
export function PanelAnnouncements() {
  const { message, enterPanel } = useContext(SpokenContext);
  useEffect(enterPanel, [enterPanel]);
  return <LiveRegion message={message} />;
}

function LiveRegion({ message }: { message: string }) {
  return (
    <VisuallyHidden role="status" aria-live="polite" aria-atomic="true">
      {message}
    </VisuallyHidden>
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
