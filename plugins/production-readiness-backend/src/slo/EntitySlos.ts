import {
  canonicalRef,
  DEFAULT_NOTICE_MILLISECONDS,
  DelegationFact,
  delegationHolds,
  hasDrifted,
  namedOwners,
  OWNER_ROLES,
  OwnerSource,
  ResolvedOwner,
  resolveOwner,
  SignaturePolicy,
  SloCase,
  SignerSurroundings,
  SloMaterial,
  SloStanding,
  standingOf,
  Tier,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Clock } from '../database';
import { EVERYTHING, Visibility } from '../directory';
import { SloConfig } from './config';
import {
  AlertRecord,
  CriteriaSource,
  JourneyRecord,
  NeedRecord,
  ORGANISATION,
  RuleRecord,
  SetOwnerRecord,
  SloRecord,
} from './records';
import { readSloRows, SloRows } from './SloQuery';
import { findNames } from './SloStore';

/** The entity that SLOs are about. */
export interface SloSubject {
  id: string;
  ref: string;
  kind: string;
  name: string;
  title?: string;
  tier: Tier;
  ownerRefs: string[];
  systemRef?: string;
  domainRef?: string;
  /** Outgoing relations of the catalog. */
  relations?: { type: string; targetRef: string }[];
  /** What whoever asked for this entity may see; found out before any lock. */
  visibility?: Visibility;
}

/** An SLO and where it stands. */
export interface DerivedSlo {
  record: SloRecord;
  standing: SloStanding;
}

/** Everything about the SLOs of one entity at one moment. */
export interface EntitySlos {
  entity: SloSubject;
  policy: SignaturePolicy;
  owners: ResolvedOwner[];
  /** What was set on this entity itself. */
  setOwners: SetOwnerRecord[];
  journeys: JourneyRecord[];
  alerts: AlertRecord[];
  /** How severities are told apart, here and above. */
  criteria: CriteriaSource[];
  need?: NeedRecord;
  slos: DerivedSlo[];
  /** Valid delegations to the caller that concern this entity. */
  delegations: DelegationFact[];
  /** What a signer is shown beside a content; left out in lists. */
  around?: SignerSurroundings;
  /** Names of the Users that are in the catalog, as far as they were looked up. */
  people: ReadonlyMap<string, string>;
  /** Systems and Domains around it that the reader may not see. */
  hiddenPlaces: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Reads everything about the SLOs of some entities, in two statements however
 * many there are, and derives where each stands.
 *
 * @param options.withContent - whether to read the contents, which are long
 * @param options.people - further Users whose names are wanted
 * @param options.delegateRef - whose delegations are wanted
 */
export async function readEntitySlos(
  q: Knex,
  entities: readonly SloSubject[],
  options: {
    config: SloConfig;
    clock: Clock;
    withContent: boolean;
    people?: readonly string[];
    delegateRef?: string;
    /** What the reader may see of Systems and Domains; all without. */
    visibility?: Visibility;
  },
): Promise<Map<string, EntitySlos>> {
  if (entities.length === 0) return new Map();
  const rows = await readSloRows(
    q,
    entities.map(entity => entity.id),
    options,
  );
  const sources = new Map(
    entities.map(entity => [entity.id, ownerSourcesOf(entity, rows)]),
  );
  const wanted = [
    ...new Set([
      ...(options.people ?? []),
      ...[...sources.values()].flatMap(namedOwners),
      ...rows.slos.flatMap(accountableRefs),
      ...(options.withContent ? rows.alerts.flatMap(alertPeople) : []),
      ...(options.withContent ? rows.needs.map(one => one.setBy) : []),
      ...rows.slos.flatMap(representedRefs),
    ]),
  ];
  // Systems and Domains matter only to whoever asks what may be seen of them.
  const places = options.visibility
    ? rows.sources.map(one => one.ref).filter(isPlace)
    : [];
  const { people, visible } = await findNames(q, wanted, {
    refs: places,
    visibility: options.visibility ?? EVERYTHING,
  });
  return new Map(
    entities.map(entity => [
      entity.id,
      derive(entity, sources.get(entity.id) ?? [], rows, {
        ...options,
        people,
        hidden: new Set(places.filter(ref => !visible.has(ref))),
      }),
    ]),
  );
}

function derive(
  entity: SloSubject,
  sources: OwnerSource[],
  rows: SloRows,
  options: {
    config: SloConfig;
    people: ReadonlyMap<string, string>;
    hidden: ReadonlySet<string>;
  },
): EntitySlos {
  const { config, people } = options;
  const { now } = rows;
  const policy = config.policies[entity.tier];
  const userExists = (ref: string) => people.has(ref);
  const owners = OWNER_ROLES.map(role =>
    resolveOwner(role, sources, userExists),
  );
  const own = <T extends { entityId: string }>(list: T[]) =>
    list.filter(one => one.entityId === entity.id);
  return {
    entity,
    policy,
    owners,
    setOwners: own(rows.setOwners),
    journeys: own(rows.journeys),
    alerts: own(rows.alerts),
    criteria: criteriaSourcesOf(entity, rows),
    need: own(rows.needs)[0],
    slos: own(rows.slos).map(record => ({
      record,
      standing: standingOf(record.versions, record.signatures, {
        policy,
        now,
        noticeMilliseconds: DEFAULT_NOTICE_MILLISECONDS,
        owners,
        userExists,
        drifted: version => runsOtherwise(record, version),
      }),
    })),
    delegations: rows.delegations.filter(one =>
      delegationHolds(one, entity, now),
    ),
    people,
    hiddenPlaces: options.hidden,
    now,
  };
}

/** Whether monitoring works with another number than a version says. */
function runsOtherwise(slo: SloRecord, version: number): boolean {
  const signed = slo.versions.find(one => one.version === version);
  return (
    signed !== undefined &&
    slo.running !== undefined &&
    hasDrifted(signed.target, slo.running)
  );
}

/** What monitoring runs for the SLOs of an entity that are not retired. */
export function rulesOf(context: Pick<EntitySlos, 'slos'>): RuleRecord[] {
  return context.slos
    .filter(slo => slo.standing.retired === null)
    .flatMap(slo => slo.record.rules);
}

/** What the entity, its System and its Domain say, nearest first. */
function ownerSourcesOf(entity: SloSubject, rows: SloRows): OwnerSource[] {
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

function criteriaSourcesOf(
  entity: SloSubject,
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

function accountableRefs(slo: SloRecord): string[] {
  return slo.versions.flatMap(one =>
    one.accountableOwner ? [one.accountableOwner.userRef] : [],
  );
}

function alertPeople(alert: AlertRecord): string[] {
  return alert.review ? [alert.editorRef, alert.review.by] : [alert.editorRef];
}

/** The people in whose name something was signed. */
function representedRefs(slo: SloRecord): string[] {
  return slo.signatures.flatMap(one => one.onBehalfOf ?? []);
}

/** An SLO as the rules about deciding look at it. */
export function caseOf(context: EntitySlos, slo: DerivedSlo): SloCase {
  return {
    policy: context.policy,
    owners: context.owners,
    versions: slo.record.versions,
    signatures: slo.record.signatures,
    standing: slo.standing,
  };
}

function isPlace(ref: string): boolean {
  return ref.startsWith('system:') || ref.startsWith('domain:');
}

/** The newest version. */
export function latestOf(slo: DerivedSlo) {
  return slo.record.versions[slo.record.versions.length - 1];
}

/** The content of a version that was read with contents. */
export function materialOf(slo: DerivedSlo, version: number): SloMaterial {
  const found = slo.record.versions.find(one => one.version === version);
  if (found?.content === undefined) {
    throw new Error(`Version ${version} was read without its content`);
  }
  // The text was validated before it was digested and is never rewritten.
  return JSON.parse(found.content);
}

/** The name of a User, or what the reference says. */
export function nameOf(
  people: ReadonlyMap<string, string>,
  userRef: string,
): string {
  const canonical = canonicalRef(userRef);
  return people.get(canonical) ?? canonical.slice(canonical.indexOf('/') + 1);
}
