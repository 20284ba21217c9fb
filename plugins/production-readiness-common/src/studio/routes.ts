import { z } from 'zod';
import { defineRoute } from '../api/route';
import {
  checklistUsageView,
  checklistVersionView,
  differencesView,
  draftImpactView,
  draftValidationView,
  studioChecklistView,
} from './views';

const checklistParams = z.strictObject({
  checklistId: z.string().min(1).max(100),
});

const digest = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'must be the digest of a version',
});

/** A megabyte of YAML, with room for escapes. */
const DRAFT_LIMIT = '3mb';

const draft = {
  /** A checklist document as YAML. */
  text: z
    .string()
    .min(1)
    .max(1024 * 1024, {
      error: 'must be at most a megabyte of YAML',
    }),
};

/** Routes of the checklist studio. @public */
export const studioRoutes = {
  listChecklists: defineRoute({
    operationId: 'listChecklists',
    method: 'get',
    path: '/studio/checklists',
    summary: 'The configured checklists, in the order in which they are tried',
    callers: 'user-or-service',
    response: z.strictObject({
      checklists: z.array(studioChecklistView),
      /** Whether the caller may try out drafts. */
      canDraft: z.boolean(),
      asOf: z.number().int(),
    }),
  }),
  listChecklistVersions: defineRoute({
    operationId: 'listChecklistVersions',
    method: 'get',
    path: '/studio/checklists/:checklistId/versions',
    summary: 'Every version of a checklist that was ever in use, newest first',
    callers: 'user-or-service',
    params: checklistParams,
    response: z.strictObject({ versions: z.array(checklistVersionView) }),
  }),
  getChecklistDifferences: defineRoute({
    operationId: 'getChecklistDifferences',
    method: 'get',
    path: '/studio/differences',
    summary: 'What two versions of a checklist do not have in common',
    callers: 'user-or-service',
    query: z.strictObject({ from: digest, to: digest }),
    response: differencesView,
    etag: true,
  }),
  getChecklistDocument: defineRoute({
    operationId: 'getChecklistDocument',
    method: 'get',
    path: '/studio/versions/:digest/document',
    summary: 'A version of a checklist as YAML, to start a change from',
    callers: 'user-or-service',
    params: z.strictObject({ digest }),
    response: z.strictObject({ text: z.string() }),
    etag: true,
  }),
  getChecklistUsage: defineRoute({
    operationId: 'getChecklistUsage',
    method: 'get',
    path: '/studio/checklists/:checklistId/usage',
    summary: 'How teams stand with a checklist, as aggregates',
    callers: 'user-or-service',
    params: checklistParams,
    response: checklistUsageView,
  }),
  validateChecklistDraft: defineRoute({
    operationId: 'validateChecklistDraft',
    method: 'post',
    path: '/studio/drafts/validation',
    summary:
      'What is wrong with a draft, by line and column; nothing is stored',
    callers: 'user-or-service',
    body: z.strictObject(draft),
    response: draftValidationView,
    bodyLimit: DRAFT_LIMIT,
  }),
  previewChecklistDraft: defineRoute({
    operationId: 'previewChecklistDraft',
    method: 'post',
    path: '/studio/drafts/impact',
    summary: 'What a draft would change if it were in use; nothing is stored',
    callers: 'user-or-service',
    body: z.strictObject({
      ...draft,
      /** `now`, or once every item of the draft has started. */
      when: z.enum(['now', 'started']).default('now'),
    }),
    response: draftImpactView,
    bodyLimit: DRAFT_LIMIT,
  }),
};
