import type { Evidence } from '@prodready/backstage-plugin-production-readiness-common';

/** Evidence as it was typed. @internal */
export function evidenceSource(evidence: Evidence): string {
  return evidence.kind === 'url' ? evidence.url : evidence.text;
}
