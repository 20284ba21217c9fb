import { useRef } from 'react';

/**
 * Keeps what a drawer shows while it slides away, and tells one opening from
 * the next: what is opened again is read anew.
 *
 * @param wanted - what is to be shown; closed while undefined
 * @internal
 */
export function useOpening<T>(
  wanted: T | undefined,
): { drawn: T; opening: number } | undefined {
  const last = useRef<{ drawn: T; opening: number }>();
  const isOpen = useRef(false);
  if (wanted !== undefined) {
    const before = last.current?.opening ?? 0;
    last.current = {
      drawn: wanted,
      opening: isOpen.current ? before : before + 1,
    };
  }
  isOpen.current = wanted !== undefined;
  return last.current;
}
