import { z } from 'zod';

/**
 * Something about an upload that a person has to know. An error keeps its
 * document out; a warning does not.
 *
 * @public
 */
export const openSloProblem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  /** Stable, for programs. */
  code: z.string(),
  /** Which document of the upload, from 1; empty ones are not counted. */
  document: z.int(),
  /** `metadata.name` of the object, where it has one. */
  name: z.string().nullable(),
  /** From 1, in the whole upload. */
  line: z.int(),
  /** From 1. */
  column: z.int(),
  /** Such as `spec.objectives[0].target`; empty for the document's root. */
  path: z.string(),
  /** What is wrong and what to write instead. */
  message: z.string(),
});

/** What {@link openSloProblem} lets through. @public */
export type OpenSloProblem = z.output<typeof openSloProblem>;

/** One line about a problem, as editors and terminals link it. @public */
export function problemText(problem: OpenSloProblem): string {
  const { document, name, line, column, path, message } = problem;
  const who = name ? `document ${document} (${name})` : `document ${document}`;
  return `${who}, line ${line}, column ${column}${
    path ? `, ${path}` : ''
  }: ${message}`;
}
