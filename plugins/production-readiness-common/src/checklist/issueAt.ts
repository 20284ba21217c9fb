import { documentProblem, type DocumentProblemCode } from './documentProblems';
import type { DocumentIssue } from './predicate';

/** A problem at a place of a document. */
export function issueAt(
  path: DocumentIssue['path'],
  code: DocumentProblemCode,
  params?: Record<string, string | number>,
): DocumentIssue {
  return { path, ...documentProblem(code, params) };
}
