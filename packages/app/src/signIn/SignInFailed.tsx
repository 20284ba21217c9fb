import { useEffect } from 'react';

/** Hands a refusal back to the list, where it is said beside the choices. */
export function SignInFailed({ onFailed }: { onFailed(): void }) {
  useEffect(() => {
    onFailed();
    // Once per refusal: the list takes over and unmounts this.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return null;
}
