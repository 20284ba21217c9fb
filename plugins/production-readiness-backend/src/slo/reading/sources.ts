import {
  OwnerSource,
  PlacedSpan,
  placedSpans,
} from '@prodready/backstage-plugin-production-readiness-common';
import { CriteriaSource, DocumentRecord, ORGANISATION } from '../records';
import { SloRows } from './readSloRows';

/** Where an entity stands, as far as it takes something over from there. */
interface SubjectPlace {
  ref: string;
  systemRef?: string;
  domainRef?: string;
}

/** What the entity, its System and its Domain say, nearest first. */
export function ownerSourcesOf(
  entity: SubjectPlace,
  rows: SloRows,
): OwnerSource[] {
  const places = [
    ['entity', entity.ref],
    ['system', entity.systemRef],
    ['domain', entity.domainRef],
  ] as const;
  return places.flatMap(([place, ref]) => {
    const source = rows.sources.find(one => one.ref === ref);
    if (!source) return [];
    const set = rows.setOwners
      .filter(one => one.entityId === source.entityId && one.userRef)
      .map(one => [one.role, one.userRef]);
    return [
      {
        place,
        entityRef: source.ref,
        annotations: source.annotations,
        set: Object.fromEntries(set),
      },
    ];
  });
}

/** The error-budget policies of an entity that says something. */
export function policiesOf(
  source: OwnerSource,
  rows: SloRows,
): DocumentRecord[] {
  const entity = rows.sources.find(one => one.ref === source.entityRef);
  return rows.policies.filter(one => one.entityId === entity?.entityId);
}

/** Whom it, its Systems and its Domains named, while it was in them. */
export function namedAround(
  entity: SubjectPlace & { id: string },
  rows: SloRows,
): PlacedSpan[] {
  const places = rows.places.filter(one => one.entityId === entity.id);
  const today = {
    systemRef: entity.systemRef ?? null,
    domainRef: entity.domainRef ?? null,
    from: Number.NEGATIVE_INFINITY,
    until: null,
  };
  // Without a line it was where it is, as far as is known.
  return placedSpans(
    entity.ref,
    places.length > 0 ? places : [today],
    rows.named,
  );
}

/** How severities are told apart, as an entity sees it. */
export function criteriaSourcesOf(
  entity: SubjectPlace,
  rows: SloRows,
): CriteriaSource[] {
  const placed = new Map<string, CriteriaSource['place']>([
    [ORGANISATION, 'organisation'],
  ]);
  for (const { entityId, ref } of rows.sources) {
    if (ref === entity.domainRef) placed.set(entityId, 'domain');
    if (ref === entity.systemRef) placed.set(entityId, 'system');
    if (ref === entity.ref) placed.set(entityId, 'entity');
  }
  return rows.criteria.flatMap(one => {
    const place = placed.get(one.entityId);
    return place ? [{ ...one, place }] : [];
  });
}
