import { Tier } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { Visibility } from '../directory';
import { SloConfig } from './config';
import { namedEntities } from './namedOwners';

/** Whose candidates are looked for. */
export interface CandidateScope {
  caller: Caller;
  visibility: Visibility;
  config: SloConfig;
  /** Milliseconds since the epoch. */
  now: number;
}

/** More than anybody decides on in a day; reviewers see the newest first. */
const MOST = 1000;

/**
 * The visible entities with SLOs or error-budget policies that the caller might have to decide on: its
 * team's, those that the caller or a delegator of the caller answers for, and
 * for members of a reviewer group those that wait for a technical review. Who
 * really decides is derived afterwards.
 */
export async function findCandidates(
  q: Knex,
  scope: CandidateScope,
): Promise<string[]> {
  const ids = new Set<string>();
  for (const row of await ownCandidates(q, scope)) ids.add(String(row.id));
  const tiers = reviewedTiers(scope);
  if (tiers.length > 0) {
    for (const row of await reviewCandidates(q, scope, tiers)) {
      ids.add(String(row.id));
    }
  }
  return [...ids];
}

async function ownCandidates(
  q: Knex,
  { caller, config, visibility, now }: CandidateScope,
): Promise<{ id: string | number }[]> {
  const userRef = caller.userRef ?? '';
  const delegators: string[] = await q('slo_delegations')
    .where({ delegate_ref: userRef })
    .whereNull('revoked_at')
    .where('valid_until', '>', now)
    .distinct()
    .limit(MOST)
    .pluck('delegator_ref');
  const people = [userRef, ...delegators];
  const query = q('directory_entities as e')
    .whereNull('e.deleted_at')
    .where(something =>
      something
        .whereExists(belongingTo(q, 'slos'))
        .orWhereExists(belongingTo(q, 'error_budget_policies')),
    )
    .where(either =>
      either
        .whereExists(exists =>
          exists
            .from('directory_entity_owners as o')
            .whereRaw('o.entity_id = e.id')
            .whereIn('o.owner_ref', caller.principals)
            .select(q.raw('1')),
        )
        .orWhereIn('e.id', answeredEntities(q, userRef))
        .orWhereIn('e.id', namedEntities(q, config.roles, people))
        .orWhereIn('e.system_ref', namedRefs(q, config, people))
        .orWhereIn('e.domain_ref', namedRefs(q, config, people)),
    )
    .orderBy('e.id')
    .limit(MOST)
    .select('e.id');
  visibility.apply(query, 'e');
  return query;
}

/**
 * Entities with an SLO whose newest version was asked about and has no
 * technical review yet, or one that was taken back.
 */
async function reviewCandidates(
  q: Knex,
  { visibility }: CandidateScope,
  tiers: Tier[],
): Promise<{ id: string | number }[]> {
  const about = (meaning: string) =>
    q('slo_signatures as g')
      .whereRaw('g.slo_id = v.slo_id and g.version = v.version')
      .whereRaw(
        '(s.unbound_signature_id is null or g.id > s.unbound_signature_id)',
      )
      .where('g.meaning', meaning)
      .select(q.raw('1'));
  const query = q('slo_versions as v')
    .join('slos as s', 's.id', 'v.slo_id')
    .join('directory_entities as e', 'e.id', 's.entity_id')
    .whereNotNull('v.requested_at')
    .whereNull('e.deleted_at')
    .whereIn('e.tier', tiers)
    .whereNotExists(
      q('slo_versions as n')
        .whereRaw('n.slo_id = v.slo_id and n.version > v.version')
        .select(q.raw('1')),
    )
    .where(open =>
      open
        .whereNotExists(about('technical-review'))
        .orWhereExists(about('withdraw')),
    )
    .orderBy('v.requested_at', 'desc')
    .limit(MOST)
    .select('e.id');
  visibility.apply(query, 'e');
  return query;
}

function belongingTo(q: Knex, table: 'slos' | 'error_budget_policies') {
  return q(`${table} as s`).whereRaw('s.entity_id = e.id').select(q.raw('1'));
}

/** Where the person asked something and has not read the answer. */
function answeredEntities(q: Knex, userRef: string) {
  return q('slo_questions as k')
    .join('slos as s', 's.id', 'k.slo_id')
    .where('k.asker_ref', userRef)
    .whereNull('k.read_at')
    .whereNotNull('k.answered_at')
    .select('s.entity_id');
}

function namedRefs(q: Knex, config: SloConfig, people: readonly string[]) {
  return q('directory_entities')
    .whereNull('deleted_at')
    .whereIn('kind', ['system', 'domain'])
    .whereIn('id', namedEntities(q, config.roles, people))
    .select('ref');
}

/** The tiers whose reviewer group the caller is in. */
function reviewedTiers({ caller, config }: CandidateScope): Tier[] {
  return ([1, 2, 3] as const).filter(tier => {
    const group = config.reviewerGroups[tier];
    return group !== undefined && caller.principals.includes(group);
  });
}
