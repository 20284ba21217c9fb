import {
  checklistAcceptPermission,
  checklistAttestPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Access, Caller } from '../access';
import { DirectoryEntity } from '../directory';
import { Standing } from './capabilities';

/** What the caller is to many entities, by two calls to the policy. */
export async function standingsOf(
  access: Access,
  caller: Caller,
  listed: readonly DirectoryEntity[],
): Promise<Map<string, Standing>> {
  const entities = [
    ...new Map(listed.map(entity => [entity.id, entity] as const)).values(),
  ];
  if (entities.length === 0) return new Map();
  const refs = entities.map(({ ref }) => ref);
  const [attest, accept] = await Promise.all([
    access.isAllowed(caller, checklistAttestPermission, refs),
    access.isAllowed(caller, checklistAcceptPermission, refs),
  ]);
  return new Map(
    entities.map((entity, index) => [
      entity.id,
      {
        caller,
        hasOwner: entity.ownerExists,
        forOthers: entity.kind === 'group',
        isOwner:
          entity.ownerExists && access.ownsEntity(caller, entity.ownerRefs),
        mayAttest: attest[index],
        mayAccept: accept[index],
      },
    ]),
  );
}
