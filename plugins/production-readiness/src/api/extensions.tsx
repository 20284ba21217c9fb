import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { createReadinessClient } from '@prodready/backstage-plugin-production-readiness-common';
import { readinessApiRef } from './readinessApi';

const readinessApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: readinessApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createReadinessClient,
    }),
});

/** What this folder adds to the plugin. @internal */
export const apiExtensions = [readinessApi];
