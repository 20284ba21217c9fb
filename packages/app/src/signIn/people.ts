import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';

/** One person as the backend's `demo-people` plugin lists them. */
export interface Person {
  /** Canonical User reference. */
  ref: string;
  displayName: string;
  persona?: string;
  role: { en?: string; ja?: string };
  story: { en?: string; ja?: string };
  /** Names of the groups that the person is a direct member of. */
  groups: string[];
}

/** The list, or why there is none. */
export type PeopleState =
  | { status: 'loading' }
  | { status: 'failed'; reason: string }
  | { status: 'ready'; people: Person[] };

const ASK_AGAIN_MS = 1500;
const ASK_AT_MOST = 12;

/**
 * Reads the people whom one can sign in as. An empty answer is asked again for
 * a while: right after the first start the catalog is still being read.
 */
export function usePeople(): PeopleState & { retry(): void } {
  const discoveryApi = useApi(discoveryApiRef);
  const [state, setState] = useState<PeopleState>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function ask(asked: number) {
      try {
        const baseUrl = await discoveryApi.getBaseUrl('demo-people');
        const response = await fetch(`${baseUrl}/people`);
        if (!response.ok) {
          throw new Error(`${response.status} ${response.statusText}`);
        }
        const { items }: { items: Person[] } = await response.json();
        if (stopped) {
          return;
        }
        if (items.length === 0 && asked < ASK_AT_MOST) {
          timer = setTimeout(() => ask(asked + 1), ASK_AGAIN_MS);
        } else {
          setState({ status: 'ready', people: items });
        }
      } catch (error) {
        if (!stopped) {
          setState({ status: 'failed', reason: String(error) });
        }
      }
    }

    setState({ status: 'loading' });
    ask(1);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [attempt, discoveryApi]);

  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { ...state, retry };
}

/** Text in the language on screen, else in English. */
export function inLanguage(
  text: { en?: string; ja?: string },
  language: string,
): string | undefined {
  return (language === 'ja' ? text.ja : undefined) ?? text.en;
}

/**
 * Whether every word of the search is in the name, role, team or story of a
 * person, in either language.
 */
export function matches(person: Person, search: string): boolean {
  const haystack = [
    person.displayName,
    person.ref,
    ...person.groups,
    ...Object.values(person.role),
    ...Object.values(person.story),
  ]
    .join(' ')
    .normalize('NFKC')
    .toLocaleLowerCase();
  return search
    .normalize('NFKC')
    .toLocaleLowerCase()
    .split(/\s+/)
    .every(word => haystack.includes(word));
}
