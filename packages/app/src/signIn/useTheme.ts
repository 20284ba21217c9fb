import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** The theme on screen (`light` or `dark`) and the choice of another. */
export function useTheme() {
  const api = useApi(appThemeApiRef);
  const [chosen, setChosen] = useState(api.getActiveThemeId());

  useEffect(() => {
    const subscription = api.activeThemeId$().subscribe(setChosen);
    return () => subscription.unsubscribe();
  }, [api]);

  return {
    theme: chosen ?? (systemPrefersDark() ? 'dark' : 'light'),
    choose: (next: string) => api.setActiveThemeId(next),
  };
}

function systemPrefersDark(): boolean {
  // Where nothing is drawn, as in tests, there is no such question to ask.
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
}
