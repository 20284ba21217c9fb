import { z } from 'zod';
import { defineRoute } from '../../api/route';
import { httpUrl, plainText } from '../../api/text';
import { entityParams, entityRefSchema } from '../../entity/params';
import { openSloProblem } from './problem';

/** Largest upload, in UTF-16 code units; thousands of documents. @public */
export const OPENSLO_LARGEST = 8_000_000;

/** What is imported, and how. @public */
export const openSloImportInput = z.strictObject({
  source: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('text'),
      text: z.string().max(OPENSLO_LARGEST, {
        error: `must be at most ${OPENSLO_LARGEST} characters; import it in parts`,
      }),
    }),
    /** Read by the server, from hosts that its configuration allows. */
    z.strictObject({ kind: z.literal('url'), url: httpUrl }),
  ]),
  /** For SLOs whose Service names no entity: where the import was begun. */
  entityRef: entityRefSchema.optional(),
  /** Which entity a Service is, where a person chose; by the Service's name. */
  services: z.record(z.string().max(300), entityRefSchema).default({}),
  /** With `all`, one error keeps everything out. */
  take: z.enum(['sound', 'all']).default('sound'),
  /** Only say what would happen. */
  dryRun: z.boolean().default(false),
  /** Words for what OpenSLO has no field for, in the person's language. */
  words: z
    .strictObject({
      journeyTitle: plainText({ max: 160 }),
      beneficiary: plainText({ max: 160 }),
      rationale: plainText({ min: 5, max: 1000 }),
    })
    .default({
      journeyTitle: 'Journey to be described',
      beneficiary: 'To be described',
      rationale: 'Imported from OpenSLO, which has no field for a reason.',
    }),
});

/** What {@link openSloImportInput} lets through. @public */
export type OpenSloImportInput = z.input<typeof openSloImportInput>;

/** What becomes of one objective of an upload. @public */
export const openSloImportLine = z.strictObject({
  document: z.int(),
  name: z.string(),
  title: z.string(),
  /** In percent. */
  target: z.string(),
  service: z.string(),
  /** Null: no entity could be told. */
  entityRef: z.string().nullable(),
  /** Entities of that name, when there are several to choose from. */
  candidates: z.array(z.string()),
  /**
   * `added`: a new draft. `changed`: a new version of what was imported before.
   * `unchanged`: nothing to do. `refused`: see the problems.
   */
  outcome: z.enum(['added', 'changed', 'unchanged', 'refused']),
  sloId: z.uuid().nullable(),
  /** Put under a journey that still has to be described. */
  journeyMissing: z.boolean(),
});

/** What {@link openSloImportLine} lets through. @public */
export type OpenSloImportLine = z.output<typeof openSloImportLine>;

/** What an import did, or would do. @public */
export const openSloImportView = z.strictObject({
  dryRun: z.boolean(),
  /** False: it was to take all or nothing, and there are errors. */
  taken: z.boolean(),
  /** Number of documents with something in them. */
  documents: z.int(),
  slos: z.array(openSloImportLine),
  problems: z.array(openSloProblem),
  asOf: z.int(),
});

/** What {@link openSloImportView} lets through. @public */
export type OpenSloImportView = z.output<typeof openSloImportView>;

/** Routes of OpenSLO import and export. @public */
export const openSloRoutes = {
  importOpenSlo: defineRoute({
    operationId: 'importOpenSlo',
    method: 'post',
    path: '/openslo/imports',
    summary:
      'Draft SLOs from OpenSLO v1 documents; with Accept: application/x-ndjson the answer is preceded by lines of progress',
    callers: 'user',
    body: openSloImportInput,
    response: openSloImportView,
    idempotencyKey: true,
    progress: true,
    bodyLimit: '24mb',
  }),
  exportEntityOpenSlo: defineRoute({
    operationId: 'exportEntityOpenSlo',
    method: 'get',
    path: '/entities/:kind/:namespace/:name/openslo',
    summary: "An entity's SLOs as OpenSLO v1 documents",
    callers: 'user-or-service',
    params: entityParams,
    response: z.string(),
    produces: 'application/yaml',
  }),
  exportOpenSlo: defineRoute({
    operationId: 'exportOpenSlo',
    method: 'get',
    path: '/openslo',
    summary:
      'The SLOs of every entity that the caller may see, as OpenSLO v1 documents',
    callers: 'user-or-service',
    response: z.string(),
    produces: 'application/yaml',
  }),
};
