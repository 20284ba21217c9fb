import {
  BudgetPolicyMaterial,
  canonicalRef,
  DEFAULT_NOTICE_MILLISECONDS,
  DelegationFact,
  delegationHolds,
  hasDrifted,
  namedOwners,
  OwnerSource,
  PlacedSpan,
  ResolvedOwner,
  resolveOwner,
  SignaturePolicy,
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
  DocumentRecord,
  JourneyRecord,
  NamedSpanRecord,
  NeedRecord,
  RuleRecord,
  SetOwnerRecord,
  SloRecord,
} from './records';
import { readSloRows, SloRows } from './reading/readSloRows';
import {
  criteriaSourcesOf,
  namedAround,
  ownerSourcesOf,
  policiesOf,
} from './reading/sources';
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

/** An error-budget policy and where it stands. */
export interface DerivedPolicy {
  record: DocumentRecord;
  standing: SloStanding;
  /** The entity whose policy it is, and what that is to the one in question. */
  entityRef: string;
  place: OwnerSource['place'];
  /** Who holds the roles of that entity. */
  owners: ResolvedOwner[];
}

/** Everything about the SLOs of one entity at one moment. */
export interface EntitySlos {
  entity: SloSubject;
  policy: SignaturePolicy;
  owners: ResolvedOwner[];
  /** What was set on this entity itself. */
  setOwners: SetOwnerRecord[];
  /** The Group that the holder of a role has to be in, by role. */
  groups: ReadonlyMap<string, string>;
  /** Whom it, its Systems and its Domains named; only read with contents. */
  named: PlacedSpan[];
  journeys: JourneyRecord[];
  alerts: AlertRecord[];
  /** How severities are told apart, here and above. */
  criteria: CriteriaSource[];
  need?: NeedRecord;
  slos: DerivedSlo[];
  /** Its own, its System's, its Domain's; only read when asked for. */
  policies: DerivedPolicy[];
  /** How a policy is signed. */
  budgetPolicySignatures: SignaturePolicy;
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
    /** Whether to read error-budget policies; with contents they always are. */
    withPolicies?: boolean;
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
  const { roles } = options.config;
  const wanted = [
    ...new Set([
      ...(options.people ?? []),
      ...[...sources.values()].flatMap(one => namedOwners(roles, one)),
      ...[...rows.slos, ...rows.policies].flatMap(accountableRefs),
      ...rows.named.flatMap(namedPeople),
      ...(options.withContent ? rows.alerts.flatMap(alertPeople) : []),
      ...(options.withContent ? rows.needs.map(one => one.setBy) : []),
      ...[...rows.slos, ...rows.policies].flatMap(representedRefs),
    ]),
  ];
  // Systems and Domains matter only to whoever asks what may be seen of them.
  const around = [
    ...rows.sources.map(one => one.ref),
    ...rows.named.map(one => one.entityRef),
  ];
  const places = options.visibility ? [...new Set(around.filter(isPlace))] : [];
  const { people, visible, members } = await findNames(q, wanted, {
    places,
    visibility: options.visibility ?? EVERYTHING,
    groups: roles.flatMap(one => one.group ?? []),
  });
  return new Map(
    entities.map(entity => [
      entity.id,
      derive(entity, sources.get(entity.id) ?? [], rows, {
        ...options,
        people,
        members,
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
    members: ReadonlySet<string>;
    hidden: ReadonlySet<string>;
  },
): EntitySlos {
  const { config, people, members } = options;
  const { now } = rows;
  const policy = config.policies[entity.tier];
  const groups = new Map(
    config.roles.flatMap(({ role, group }) =>
      group === undefined ? [] : [[role, group] as const],
    ),
  );
  const canHold = (ref: string, role: string) => {
    const group = groups.get(role);
    return people.has(ref) && (!group || members.has(`${ref} ${group}`));
  };
  const ownersFrom = (from: OwnerSource[]) =>
    config.roles.map(rule => resolveOwner(rule, from, canHold));
  const owners = ownersFrom(sources);
  const standing = (
    record: DocumentRecord,
    signatures: SignaturePolicy,
    holders: ResolvedOwner[],
    drifted?: (version: number) => boolean,
  ) =>
    standingOf(record.versions, record.signatures, {
      policy: signatures,
      now,
      noticeMilliseconds: DEFAULT_NOTICE_MILLISECONDS,
      owners: holders,
      canHold,
      drifted,
    });
  const own = <T extends { entityId: string }>(list: T[]) =>
    list.filter(one => one.entityId === entity.id);
  return {
    entity,
    policy,
    owners,
    groups,
    setOwners: own(rows.setOwners),
    named: namedAround(entity, rows),
    journeys: own(rows.journeys),
    alerts: own(rows.alerts),
    criteria: criteriaSourcesOf(entity, rows),
    need: own(rows.needs)[0],
    slos: own(rows.slos).map(record => ({
      record,
      standing: standing(record, policy, owners, version =>
        runsOtherwise(record, version),
      ),
    })),
    policies: sources.flatMap((source, index) => {
      // Whose policy it is has the System and the Domain of what is in it.
      const holders = ownersFrom(sources.slice(index));
      return policiesOf(source, rows).map(record => ({
        record,
        standing: standing(record, config.budgetPolicySignatures, holders),
        entityRef: source.entityRef,
        place: source.place,
        owners: holders,
      }));
    }),
    budgetPolicySignatures: config.budgetPolicySignatures,
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

function namedPeople(one: NamedSpanRecord): string[] {
  return [one.userRef, one.changedBy ?? [], one.endedBy ?? []].flat();
}

function accountableRefs(slo: DocumentRecord): string[] {
  return slo.versions.flatMap(one =>
    one.accountableOwner ? [one.accountableOwner.userRef] : [],
  );
}

function alertPeople(alert: AlertRecord): string[] {
  return alert.review ? [alert.editorRef, alert.review.by] : [alert.editorRef];
}

/** The people in whose name something was signed. */
function representedRefs(slo: DocumentRecord): string[] {
  return slo.signatures.flatMap(one => one.onBehalfOf ?? []);
}

function isPlace(ref: string): boolean {
  return ref.startsWith('system:') || ref.startsWith('domain:');
}

/** The newest version. */
export function latestOf({ record }: { record: DocumentRecord }) {
  return record.versions[record.versions.length - 1];
}

/** The content of an SLO's version that was read with contents. */
export function materialOf(slo: DerivedSlo, version: number): SloMaterial {
  return contentIn(slo.record, version) as SloMaterial;
}

/** The content of a policy's version that was read with contents. */
export function policyMaterialOf(
  { record }: Pick<DerivedPolicy, 'record'>,
  version: number,
): BudgetPolicyMaterial {
  return contentIn(record, version) as BudgetPolicyMaterial;
}

function contentIn({ versions }: DocumentRecord, version: number): unknown {
  const found = versions.find(one => one.version === version);
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
