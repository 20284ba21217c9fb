import { useEffect, useRef } from 'react';
import { session } from '../signIn/session';
import { useLanguage } from './useLanguage';

/**
 * Tells the browser which language is on screen: it picks glyphs, breaks lines
 * and lets screen readers pronounce by it. Once somebody is signed in, another
 * language reloads the page, since the titles of tabs were made in the old one.
 */
export function DocumentLanguage() {
  const { language } = useLanguage();
  const before = useRef(language);

  useEffect(() => {
    document.documentElement.lang = language;
    if (before.current !== language && session.current()) {
      window.location.reload();
    }
    before.current = language;
  }, [language]);

  return null;
}
