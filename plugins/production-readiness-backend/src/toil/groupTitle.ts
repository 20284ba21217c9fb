import { JsonObject } from '@backstage/types';
import { DirectoryEntity } from '../directory';

/** The name of a Group as people say it. */
export function groupTitle(group: DirectoryEntity): string {
  const profile = group.spec.profile as JsonObject | undefined;
  const displayName = profile?.displayName;
  return typeof displayName === 'string' && displayName !== ''
    ? displayName
    : group.title ?? group.name;
}
