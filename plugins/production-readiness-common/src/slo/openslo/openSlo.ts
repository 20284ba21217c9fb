import { draftsOf, OpenSloDraft } from './drafts';
import { OpenSloKind } from './openSloObject';
import { OpenSloProblem } from './problem';
import { readOpenSlo } from './readOpenSlo';

/** An object of an upload, by name. @public */
export interface OpenSloObjectName {
  /** Such as `SLO` or `Service`. */
  kind: OpenSloKind;
  /** `metadata.name` */
  name: string;
}

/** One document of an upload. @public */
export interface OpenSloDocumentText {
  /** From 1; null when there is nothing in it but comments. */
  number: number | null;
  /** Exactly as it was written; all documents joined are the upload. */
  text: string;
  /** In the order in which they stand. */
  objects: OpenSloObjectName[];
  /** What its objects refer to, in this document or another. */
  references: OpenSloObjectName[];
}

/** An upload, read. @public */
export interface OpenSloUploadReading {
  /** In the order in which they stand. */
  documents: OpenSloDocumentText[];
  /** What a person has to know, in the order of the upload. */
  problems: OpenSloProblem[];
  /** What its sound SLOs become, one for each objective. */
  drafts: OpenSloDraft[];
}

/**
 * Reads an upload of OpenSLO v1: single documents, several in one file, lists
 * of objects. Nothing is thrown for what people may write; it is a problem
 * that names document, line, column and path, and says what to write instead.
 *
 * @param defaults - what is written where OpenSLO says nothing
 * @param yieldTurn - called now and then, so that other work gets its turn
 * @public
 */
export async function readOpenSloUpload(
  text: string,
  defaults: { rationale: string },
  yieldTurn?: () => Promise<void>,
): Promise<OpenSloUploadReading> {
  const upload = await readOpenSlo(text, yieldTurn);
  const drafts = draftsOf(upload, defaults);
  return {
    documents: upload.documents.map(({ number, text: bytes, objects }) => ({
      number,
      text: bytes,
      objects: objects.flatMap(({ kind, name }) =>
        name === undefined ? [] : [{ kind, name }],
      ),
      references: objects.flatMap(({ references }) =>
        references.map(({ kind, name }) => ({ kind, name })),
      ),
    })),
    problems: upload.problems.sort(
      (a, b) =>
        a.document - b.document || a.line - b.line || a.column - b.column,
    ),
    drafts,
  };
}
