import {
  resolveCriteria,
  SeverityCriteriaView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntitySlos } from './EntitySlos';
import { ORGANISATION } from './records';

/** The criteria that count for an entity, and where they come from. */
export function toCriteriaView(
  context: EntitySlos,
  isAdmin: boolean,
): SeverityCriteriaView {
  const { criteria, entity } = context;
  const found = resolveCriteria(criteria);
  const versionOf = (entityId: string) =>
    criteria.find(one => one.entityId === entityId)?.version ?? 0;
  return {
    place: found?.place ?? null,
    criteria: found ? [...found.criteria] : [],
    version: versionOf(entity.id),
    organisationVersion: versionOf(ORGANISATION),
    mayEditOrganisation: isAdmin,
  };
}
