import {
  decisionsOn,
  OWNER_ANNOTATION,
  OWNER_ROLES,
  SignerStanding,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { Clock } from '../database';
import { Directory, DirectoryEntity, Visibility } from '../directory';
import { SloConfig } from './config';
import {
  caseOf,
  DerivedSlo,
  EntitySlos,
  materialOf,
  readEntitySlos,
} from './EntitySlos';
import { standingOfCaller } from './standingOfCaller';

/** An SLO that waits for somebody. */
export interface WaitingSlo {
  entity: DirectoryEntity;
  sloId: string;
  version: number;
  /** The sentence that is promised, and the target. */
  sliText: string;
  target: string;
  kind: 'sign' | 'technical-review' | 'renew' | 'decide-dispute';
  /** Since when; milliseconds since the epoch. */
  since: number;
  /** When the review of an agreement is due; null for a new one. */
  deadline: number | null;
  /** The User or Group that is waited for. */
  waitingFor: string;
}

/** Finds the SLOs that wait for a person. */
export interface SloWaitingReader {
  /** In four statements, however many SLOs; only of visible entities. */
  read(q: Knex, caller: Caller, visibility: Visibility): Promise<WaitingSlo[]>;
}

/** Reads what waits from versions and signatures; nothing of it is stored. */
export function createSloWaitingReader(options: {
  clock: Clock;
  directory: Directory;
  config: SloConfig;
}): SloWaitingReader {
  const { clock, directory, config } = options;
  return {
    async read(q, caller, visibility) {
      const { userRef } = caller;
      if (caller.kind !== 'user' || !userRef) return [];
      const ids = await findCandidates(q, caller, visibility, config);
      const entities = await directory.findByIds(q, ids);
      const all = await readEntitySlos(q, entities, {
        config,
        clock,
        withContent: true,
        people: [userRef],
        delegateRef: userRef,
      });
      return entities.flatMap(entity => {
        const context = all.get(entity.id)!;
        const standing = standingOfCaller(caller, context, config);
        return context.slos.flatMap(slo =>
          waitingOf(entity, context, slo, standing, caller, config),
        );
      });
    },
  };
}

/**
 * The visible entities with SLOs that the caller might have to decide on: its
 * team's, those whose annotations or records name the caller, what belongs to
 * a System or Domain that does, and all of them for members of a reviewer
 * group. Who really decides is derived afterwards.
 */
async function findCandidates(
  q: Knex,
  caller: Caller,
  visibility: Visibility,
  config: SloConfig,
): Promise<string[]> {
  const userRef = caller.userRef ?? '';
  const reviews = Object.values(config.reviewerGroups).some(
    group => group !== undefined && caller.principals.includes(group),
  );
  const query = q('directory_entities as e')
    .whereNull('e.deleted_at')
    .whereExists(exists =>
      exists
        .from('slos as s')
        .whereRaw('s.entity_id = e.id')
        .select(q.raw('1')),
    )
    .orderBy('e.id')
    .select('e.id');
  visibility.apply(query, 'e');
  if (!reviews) {
    query.where(either =>
      either
        .whereExists(exists =>
          exists
            .from('directory_entity_owners as o')
            .whereRaw('o.entity_id = e.id')
            .whereIn('o.owner_ref', caller.principals)
            .select(q.raw('1')),
        )
        .orWhereIn('e.id', namedIds(q, userRef))
        .orWhereIn('e.system_ref', namedRefs(q, userRef))
        .orWhereIn('e.domain_ref', namedRefs(q, userRef)),
    );
  }
  const rows = await query;
  return rows.map(row => String(row.id));
}

function namedIds(q: Knex, userRef: string) {
  return q('slo_owners')
    .where({ user_ref: userRef })
    .select('entity_id')
    .union(
      q('directory_search')
        .whereIn(
          'key',
          OWNER_ROLES.map(
            role => `metadata.annotations.${OWNER_ANNOTATION[role]}`,
          ),
        )
        .whereIn('value', spellingsOf(userRef))
        .select('entity_id'),
    );
}

function namedRefs(q: Knex, userRef: string) {
  return q('directory_entities')
    .whereNull('deleted_at')
    .whereIn('kind', ['system', 'domain'])
    .whereIn('id', namedIds(q, userRef))
    .select('ref');
}

/** An annotation may leave out kind and namespace. */
function spellingsOf(userRef: string): string[] {
  const [, namespace, name] = /^user:(.+)\/(.+)$/.exec(userRef) ?? [];
  if (!name) return [userRef];
  return [
    userRef,
    `${namespace}/${name}`,
    ...(namespace === 'default' ? [name, `user:${name}`] : []),
  ];
}

function waitingOf(
  entity: DirectoryEntity,
  context: EntitySlos,
  slo: DerivedSlo,
  standing: SignerStanding,
  caller: Caller,
  config: SloConfig,
): WaitingSlo[] {
  const { inForce, proposal, reviewBy } = slo.standing;
  const group = [
    ...context.entity.ownerRefs,
    config.reviewerGroups[context.entity.tier],
  ].find(ref => ref !== undefined && caller.principals.includes(ref));
  const found: WaitingSlo[] = [];
  const add = (
    version: number,
    rest: Pick<WaitingSlo, 'kind' | 'since' | 'deadline' | 'waitingFor'>,
  ) => {
    const { sliText, target } = materialOf(slo, version);
    const sloId = slo.record.publicId;
    found.push({ entity, sloId, version, sliText, target, ...rest });
  };
  if (
    proposal !== null &&
    slo.standing.versions.get(proposal) === 'in_review'
  ) {
    const decisions = decisionsOn(standing, caseOf(context, slo), proposal);
    const unmet = slo.standing
      .requirements(proposal)
      .filter(one => !one.met)
      .map(one => one.kind);
    const record = slo.record.versions.find(one => one.version === proposal);
    const since = record?.requestedAt ?? context.now;
    if (decisions.includes('approve') && unmet.includes('approval')) {
      add(proposal, {
        kind: 'sign',
        since,
        deadline: null,
        waitingFor: standing.userRef,
      });
    }
    if (
      decisions.includes('technical-review') &&
      unmet.includes('technical-review')
    ) {
      add(proposal, {
        kind: 'technical-review',
        since,
        deadline: null,
        waitingFor: group ?? standing.userRef,
      });
    }
  }
  const [dispute] = slo.standing.disputes;
  if (
    inForce !== null &&
    dispute &&
    decisionsOn(standing, caseOf(context, slo), inForce).includes('uphold')
  ) {
    add(inForce, {
      kind: 'decide-dispute',
      since: dispute.signedAt,
      deadline: null,
      waitingFor: standing.userRef,
    });
  }
  if (
    inForce !== null &&
    decisionsOn(standing, caseOf(context, slo), inForce).includes('approve')
  ) {
    const signed = slo.record.signatures.filter(
      one => one.meaning === 'approve',
    );
    add(inForce, {
      kind: 'renew',
      since: signed[signed.length - 1]?.signedAt ?? context.now,
      deadline: reviewBy,
      waitingFor: standing.userRef,
    });
  }
  return found;
}
