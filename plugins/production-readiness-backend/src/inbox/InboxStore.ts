import { Knex } from 'knex';
import { Caller, Visibility } from '../access';
import { ItemRow } from '../checklist/itemRow';

/** What the rows of an inbox are chosen by. */
export interface InboxScope {
  knex: Knex;
  caller: Caller;
  visibility: Visibility;
}

/** More than anybody works through in a day. */
const MOST_ROWS = 2000;

/** The columns of something that somebody else has to decide on. */
interface Asked {
  decision: string;
  askedBy: string;
  reviewer: string;
}

const ANSWER: Asked = {
  decision: 'i.decision',
  askedBy: 'i.attested_by',
  reviewer: 'i.reviewer_ref',
};
const REQUEST: Asked = {
  decision: 'i.request_decision',
  askedBy: 'i.requested_by',
  reviewer: 'i.request_reviewer_ref',
};

/**
 * The item rows that may wait for the caller: answers and requests to decide
 * on, those of its teams that came back, and what expires until a moment.
 * Whether the caller may really act is decided by the checklist's own rules
 * afterwards.
 *
 * @param due - from the present to the last expiry that is listed;
 *   milliseconds since the epoch
 */
export async function readCandidates(
  scope: InboxScope,
  due: { from: number; until: number },
): Promise<ItemRow[]> {
  return selectItems(scope)
    .whereIn('i.entity_id', concernedEntities(scope))
    .where(either =>
      either
        .where(waiting => void waitsForDecision(waiting, ANSWER, scope))
        .orWhere(asked => void waitsForDecision(asked, REQUEST, scope))
        .orWhere(own => {
          ownedByCaller(own, scope);
          own.where(what =>
            what
              .where('i.decision', 'returned')
              .orWhere('i.request_decision', 'returned')
              .orWhere('i.accepted_until', '<=', due.until)
              .orWhereBetween('i.waiver_until', [due.from, due.until]),
          );
        }),
    )
    .orderBy([{ column: 'i.accepted_until' }, { column: 'i.entity_id' }])
    .limit(MOST_ROWS)
    .select('i.*');
}

/** The rows of the caller's teams that expire next after a moment. */
export async function readNextExpiring(
  scope: InboxScope,
  after: number,
): Promise<ItemRow[]> {
  const query = selectItems(scope)
    .whereIn('i.entity_id', ownEntities(scope))
    .where('i.accepted_until', '>', after);
  ownedByCaller(query, scope);
  // Some of them may concern the entity no longer.
  return query.orderBy('i.accepted_until').limit(20).select('i.*');
}

/**
 * The entities that anything in this inbox can be about, each found by an index.
 * What decides is said elsewhere: this alone keeps the database from reading
 * every item of every entity.
 */
function concernedEntities(scope: InboxScope): Knex.QueryBuilder {
  const { knex, caller } = scope;
  const asked = ([decision, reviewer]: string[]) => {
    const rows = () =>
      knex('item_states').whereNotNull(decision).select('entity_id');
    return [
      rows().whereIn(reviewer, caller.principals),
      ...(caller.isAdmin ? [rows().whereNull(reviewer)] : []),
    ];
  };
  return ownEntities(scope).union([
    ...asked(['request_decision', 'request_reviewer_ref']),
    // The index is of those that wait.
    ...asked(['decision', 'reviewer_ref']).map(rows =>
      rows.where('decision', 'waiting'),
    ),
  ]);
}

/** The caller's teams' entities; for administrators also what nobody owns. */
function ownEntities({ knex, caller }: InboxScope): Knex.QueryBuilder {
  const own = knex('directory_entity_owners')
    .whereIn('owner_ref', caller.principals)
    .select('entity_id');
  return caller.isAdmin
    ? own.union([
        knex('directory_entities').where('owner_exists', false).select('id'),
      ])
    : own;
}

/** The item rows (`i`) of readable live entities (`e`), of their checklist. */
function selectItems({ knex, visibility }: InboxScope): Knex.QueryBuilder {
  const query = knex('item_states as i')
    .join('readiness_summaries as s', {
      's.entity_id': 'i.entity_id',
      's.checklist_id': 'i.checklist_id',
    })
    .join('directory_entities as e', 'e.id', 'i.entity_id')
    .whereNull('e.deleted_at');
  visibility.apply(query, 'e');
  return query;
}

function waitsForDecision(
  query: Knex.QueryBuilder,
  asked: Asked,
  scope: InboxScope,
): void {
  const { caller } = scope;
  query
    .where(asked.decision, 'waiting')
    .whereNot(asked.askedBy, caller.userRef ?? '')
    .where(reviewer => {
      reviewer.whereIn(asked.reviewer, caller.principals).orWhere(team => {
        team.whereNull(asked.reviewer);
        team.where(own => void ownedByCaller(own, scope));
      });
      if (caller.isAdmin) {
        reviewer.orWhere(alone => void waitsForAdmin(alone, asked));
      }
    });
}

/** Nobody but an administrator can decide: who asks is alone in the team. */
function waitsForAdmin(query: Knex.QueryBuilder, asked: Asked): void {
  query
    .whereNull(asked.reviewer)
    .whereNotExists(others =>
      others
        .select('m.member_ref')
        .from('directory_entity_owners as o')
        .join('directory_memberships as m', 'm.group_ref', 'o.owner_ref')
        .whereRaw('?? = ??', ['o.entity_id', 'e.id'])
        .whereRaw('?? <> ??', ['m.member_ref', asked.askedBy])
        .where('m.member_ref', 'like', 'user:%'),
    );
}

/** Owned by the caller's teams; for administrators also what nobody owns. */
function ownedByCaller(query: Knex.QueryBuilder, { caller }: InboxScope): void {
  query.where(either => {
    either.where(owned =>
      owned
        .where('e.owner_exists', true)
        .whereExists(owner =>
          owner
            .select('o.owner_ref')
            .from('directory_entity_owners as o')
            .whereRaw('?? = ??', ['o.entity_id', 'e.id'])
            .whereIn('o.owner_ref', caller.principals),
        ),
    );
    if (caller.isAdmin) either.orWhere('e.owner_exists', false);
  });
}
