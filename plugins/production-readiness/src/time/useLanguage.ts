import { useEffect, useState } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/**
 * The language that the app is shown in, as a BCP 47 tag for `Intl`.
 *
 * @internal
 */
export function useLanguage(): string {
  const api = useApi(appLanguageApiRef);
  const [language, setLanguage] = useState(() => api.getLanguage().language);
  useEffect(() => {
    const subscription = api
      .language$()
      .subscribe(next => setLanguage(next.language));
    return () => subscription.unsubscribe();
  }, [api]);
  return language;
}
