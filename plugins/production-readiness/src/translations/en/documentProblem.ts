import { DOCUMENT_PROBLEMS } from '@prodready/backstage-plugin-production-readiness-common';

/** What is wrong in a checklist document, by its code. */
export const documentProblem = DOCUMENT_PROBLEMS;
