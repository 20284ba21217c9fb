import { Suspense } from 'react';
import { type RouteRef } from '@backstage/core-plugin-api';
import {
  renderInTestApp,
  type TestApiPair,
} from '@backstage/frontend-test-utils';
import {
  type CatalogApi,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { readinessApiRef } from '../api';
import { queryClient, ReadinessProviders } from '../query';
import { FakeAnswer, FakeReadinessClient } from './fakeReadinessClient';

/** Options of {@link renderReadiness}. */
export interface RenderReadinessOptions {
  /** What the server answers, by operation id. */
  answers?: Record<string, FakeAnswer>;
  /** English unless told. Japanese is loaded: look for it with `findBy`. */
  language?: 'en' | 'ja';
  /** The catalog, for parts that look something up in it. */
  apis?: readonly TestApiPair<CatalogApi>[];
  /** The URL that the part is shown at. */
  path?: string;
  /** Other pages that the app has, by path. */
  mountedRoutes?: Record<string, RouteRef<undefined>>;
}

/**
 * Renders a part of the plugin in a test app, inside the providers, with a
 * client that gives the answers named by operation id.
 *
 * @returns the client, which remembers its calls
 */
export function renderReadiness(
  element: JSX.Element,
  options: RenderReadinessOptions = {},
): FakeReadinessClient {
  queryClient.clear();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  const client = new FakeReadinessClient(options.answers ?? {});
  const language = options.language ?? 'en';
  // The app remembers the language here, also from the test before.
  window.localStorage.setItem('language', language);
  const part = (
    // Japanese words are loaded; pages and tabs stand in a boundary as well.
    <Suspense fallback={null}>
      <ReadinessProviders>{element}</ReadinessProviders>
    </Suspense>
  );
  renderInTestApp(part, {
    initialRouteEntries: [options.path ?? '/'],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      ...options.mountedRoutes,
    },
    apis: [[readinessApiRef, client], ...(options.apis ?? [])],
    config: {
      backend: { baseUrl: 'http://localhost:7007' },
      app: {
        extensions: [
          {
            'api:app/app-language': {
              config: {
                availableLanguages: ['en', 'ja'],
                defaultLanguage: language,
              },
            },
          },
        ],
      },
    },
  });
  return client;
}
