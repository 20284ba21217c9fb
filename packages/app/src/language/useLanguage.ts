import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** The language on screen, those to choose from, and the choice itself. */
export function useLanguage() {
  const api = useApi(appLanguageApiRef);
  const [language, setLanguage] = useState(api.getLanguage().language);

  useEffect(() => {
    const subscription = api
      .language$()
      .subscribe(next => setLanguage(next.language));
    return () => subscription.unsubscribe();
  }, [api]);

  return {
    language,
    languages: api.getAvailableLanguages().languages,
    choose: (next: string) => api.setLanguage(next),
  };
}
