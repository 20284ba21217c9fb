import { studioRoutes } from '@prodready/backstage-plugin-production-readiness-common';
import { ApiRouter } from '../http';
import { Drafts } from './Drafts';
import { ImpactDeps } from './ImpactPreview';
import { StudioReading } from './StudioReading';

/** The checklist studio, put together. */
export interface StudioFeature {
  readonly reading: StudioReading;
  readonly drafts: Drafts;
  /** Serves its routes. */
  serve(api: ApiRouter): void;
}

/** Puts the studio together. */
export function createStudioFeature(deps: ImpactDeps): StudioFeature {
  const reading = new StudioReading(deps);
  const drafts = new Drafts(deps);
  return {
    reading,
    drafts,
    serve(api) {
      api.serve(studioRoutes.listChecklists, ({ caller }) =>
        reading.list(caller),
      );
      api.serve(
        studioRoutes.listChecklistVersions,
        async ({ params: { checklistId } }) => ({
          versions: await reading.versions(checklistId),
        }),
      );
      api.serve(studioRoutes.getChecklistDifferences, ({ query }) =>
        reading.differences(query.from, query.to),
      );
      api.serve(
        studioRoutes.getChecklistDocument,
        async ({ params: { digest } }) => ({
          text: await reading.text(digest),
        }),
      );
      api.serve(studioRoutes.getChecklistUsage, ({ caller, params }) =>
        reading.usage(caller, params.checklistId),
      );
      api.serve(studioRoutes.validateChecklistDraft, ({ caller, body }) =>
        drafts.validate(caller, body.text),
      );
      api.serve(studioRoutes.previewChecklistDraft, ({ caller, body }) =>
        drafts.impact(caller, body.text, body.when),
      );
    },
  };
}
