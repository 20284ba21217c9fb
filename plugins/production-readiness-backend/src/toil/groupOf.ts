import { canonicalRef } from '@prodready/backstage-plugin-production-readiness-common';

/** The Group that a path names, as a canonical ref. */
export function groupOf(params: { namespace: string; name: string }): string {
  const { namespace, name } = params;
  return canonicalRef({ kind: 'group', namespace, name });
}
