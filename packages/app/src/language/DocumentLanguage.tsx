import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';

/**
 * Tells the browser which language is on screen: it picks glyphs, breaks lines
 * and lets screen readers pronounce by it.
 */
export function DocumentLanguage() {
  const languageApi = useApi(appLanguageApiRef);

  useEffect(() => {
    const subscription = languageApi.language$().subscribe(({ language }) => {
      document.documentElement.lang = language;
    });
    return () => subscription.unsubscribe();
  }, [languageApi]);

  return null;
}
