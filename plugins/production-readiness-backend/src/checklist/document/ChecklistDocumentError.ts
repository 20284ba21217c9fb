import type { DocumentProblem } from '@prodready/backstage-plugin-production-readiness-common';

/**
 * One thing that is wrong in a checklist file.
 */
export interface ChecklistFileIssue extends DocumentProblem {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Where in the document, such as `items[3].title.ja`; empty for its root. */
  path: string;
}

/** So many are named in the message; the rest is counted. */
const NAMED = 20;

/**
 * A checklist file that can't be used, with everything that has to be changed
 * in it. Each line of the message starts with `file:line:column`, which
 * editors and terminals turn into a link.
 */
export class ChecklistDocumentError extends Error {
  readonly file: string;
  readonly issues: readonly ChecklistFileIssue[];

  constructor(file: string, issues: readonly ChecklistFileIssue[]) {
    super(describe(file, issues));
    this.name = 'ChecklistDocumentError';
    this.file = file;
    this.issues = issues;
  }
}

function describe(file: string, issues: readonly ChecklistFileIssue[]) {
  const lines = issues
    .slice(0, NAMED)
    .map(({ line, column, path, message }) => {
      const where = `${file}:${line}:${column}`;
      return path ? `${where}: ${path}: ${message}` : `${where}: ${message}`;
    });
  const rest = issues.length - lines.length;
  if (rest > 0) lines.push(`... and ${rest} more.`);
  return `The checklist ${file} can't be used:\n${lines.join('\n')}`;
}
