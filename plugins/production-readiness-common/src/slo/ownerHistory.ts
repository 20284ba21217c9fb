import { OWNER_PLACES, OwnerPlace, OwnerRole, ResolvedOwner } from './owners';

/**
 * A time in which one entity named somebody for a role. Moments are
 * milliseconds since the epoch.
 *
 * @public
 */
export interface NamedSpan {
  /** That was named. */
  role: OwnerRole;
  /** Said by the catalog file, or set here by somebody. */
  by: 'annotation' | 'set';
  /** Canonical User reference. */
  userRef: string;
  /** When it was said first. */
  from: number;
  /** Null: still. */
  until: number | null;
  /** Who chose; null for an edit of the catalog file. */
  changedBy: string | null;
  /** Who ended it; null as well. */
  endedBy: string | null;
}

/** The same, with whose it is as seen from an entity. @public */
export interface PlacedSpan extends NamedSpan {
  /** Whether the entity itself, its System or its Domain named them. */
  place: OwnerPlace;
  /** Canonical reference of the entity that named them. */
  entityRef: string;
}

/**
 * A time in which an entity was part of a System and a Domain.
 *
 * @public
 */
export interface PlaceSpan {
  /** Canonical; null: of none. */
  systemRef: string | null;
  /** Canonical; null: of none. */
  domainRef: string | null;
  /** When it became part of them. */
  from: number;
  /** Null: still. */
  until: number | null;
}

/**
 * What counted for an entity of all that it and the entities around it said:
 * what a System or Domain said counted while the entity was part of it. Who
 * moved the entity is not known here, as with any edit of the catalog file.
 *
 * @param places - where the entity was
 * @param named - whom it and these places named
 * @public
 */
export function placedSpans(
  entityRef: string,
  places: readonly PlaceSpan[],
  named: readonly (NamedSpan & { entityRef: string })[],
): PlacedSpan[] {
  return named.flatMap(span => {
    if (span.entityRef === entityRef) return [{ ...span, place: 'entity' }];
    return places.flatMap((where): PlacedSpan[] => {
      const place = placeOf(span.entityRef, where);
      const from = Math.max(span.from, where.from);
      const until = earlier(span.until, where.until);
      if (!place || (until !== null && until <= from)) return [];
      return [
        {
          ...span,
          place,
          from,
          until,
          changedBy: from === span.from ? span.changedBy : null,
          endedBy: until === span.until ? span.endedBy : null,
        },
      ];
    });
  });
}

function placeOf(ref: string, where: PlaceSpan): OwnerPlace | undefined {
  if (where.systemRef === ref) return 'system';
  return where.domainRef === ref ? 'domain' : undefined;
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** A time in which somebody held a role of an entity. @public */
export interface OwnerSpan {
  /** That was held. */
  role: OwnerRole;
  /** Canonical reference of who held it. */
  userRef: string;
  /** Where that was said. */
  origin: NonNullable<ResolvedOwner['origin']>;
  /** Milliseconds since the epoch. */
  from: number;
  /** Milliseconds since the epoch; null: they hold it now. */
  until: number | null;
  /** Who brought it about; null for an edit of the catalog file. */
  changedBy: string | null;
}

/**
 * Who held a role of an entity and when, newest first. At every moment the
 * nearest name counts, as it does today.
 *
 * @param spans - of the entity, its Systems and its Domains, in any order, each
 *   as long as it counted for the entity
 * @public
 */
export function ownerHistoryOf(
  role: OwnerRole,
  spans: readonly PlacedSpan[],
): OwnerSpan[] {
  const own = spans.filter(one => one.role === role);
  const moments = [...new Set(own.flatMap(one => [one.from, one.until ?? []]))]
    .flat()
    .sort((a, b) => a - b);
  const found: OwnerSpan[] = [];
  for (const [index, at] of moments.entries()) {
    const holding = own.filter(one => holdsAt(one, at)).sort(byNearness)[0];
    if (!holding) continue;
    const until = moments[index + 1] ?? null;
    const last = found[found.length - 1];
    if (last && last.until === at && isSame(last, holding)) {
      last.until = until;
      continue;
    }
    const ended = own.find(one => one.until === at);
    found.push({
      role,
      userRef: holding.userRef,
      origin: {
        place: holding.place,
        entityRef: holding.entityRef,
        by: holding.by,
      },
      from: at,
      until,
      // A nearer name ended, and this one shows again.
      changedBy:
        holding.from === at ? holding.changedBy : ended?.endedBy ?? null,
    });
  }
  return found.reverse();
}

function holdsAt(span: NamedSpan, at: number): boolean {
  return span.from <= at && (span.until === null || at < span.until);
}

function byNearness(one: PlacedSpan, other: PlacedSpan): number {
  const rank = ({ place, by }: PlacedSpan) =>
    OWNER_PLACES.indexOf(place) * 2 + (by === 'annotation' ? 0 : 1);
  return rank(one) - rank(other);
}

function isSame(span: OwnerSpan, named: PlacedSpan): boolean {
  const { origin } = span;
  return (
    span.userRef === named.userRef &&
    origin.by === named.by &&
    origin.entityRef === named.entityRef
  );
}
