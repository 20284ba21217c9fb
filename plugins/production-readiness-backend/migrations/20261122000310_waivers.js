// Exemptions, "not applicable", and how an answer came to count.
//
// Both are a waiver of one item of one entity: somebody of the team asks for
// it with a reason, somebody else grants it. An exemption also names what
// makes up for the gap meanwhile, and ends at a moment. The columns stand
// beside the answer in item_states, so that one statement still reads all that
// is known of an entity's items. A request and the waiver that is in force are
// apart: asking for a longer one takes nothing from the present one.
//
// accepted_basis says whether a second person accepted the answer or the rules
// let it count without one. Rows of the release before have none, and were all
// accepted by a person.
//
// Every column is nullable and new: the release before writes rows whole by
// the columns that it knows, and leaves these as they are.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('item_states', table => {
    table.string('accepted_basis', 20).comment('Null: a second person');

    // The waiver that is in force, or was until its moment.
    table.string('waiver_kind', 20).comment('exemption or not_applicable');
    table.text('waiver_reason');
    table.text('waiver_control').comment('What makes up for the gap');
    table.bigInteger('waiver_until').comment('Null: until it is revoked');
    table.text('waiver_requested_by');
    table.text('waiver_requested_by_name').comment('As shown at the time');
    table.bigInteger('waiver_requested_at');
    table.text('waiver_approved_by');
    table.text('waiver_approved_by_name');
    table.bigInteger('waiver_approved_at');

    // The last request, while it waits or after it came back.
    table.string('request_kind', 20);
    table.text('request_reason');
    table.text('request_control');
    table.bigInteger('request_until');
    table.text('requested_by');
    table.text('requested_by_name');
    table.bigInteger('requested_at');
    table.string('request_decision', 10).comment('waiting or returned');
    table.text('request_decided_by');
    table.text('request_decided_by_name');
    table.bigInteger('request_decided_at');
    table.text('request_comment');
    table.text('request_reviewer_ref').comment('Whom it waits for');
  });
  // Inboxes read what waits, came back, or ends soon.
  await knex.schema.raw(
    `create index item_states_request_idx on item_states (request_reviewer_ref, entity_id) where request_decision is not null`,
  );
  await knex.schema.raw(
    'create index item_states_waiver_until_idx on item_states (waiver_until, entity_id) where waiver_until is not null',
  );
};

const COLUMNS = [
  'accepted_basis',
  'waiver_kind',
  'waiver_reason',
  'waiver_control',
  'waiver_until',
  'waiver_requested_by',
  'waiver_requested_by_name',
  'waiver_requested_at',
  'waiver_approved_by',
  'waiver_approved_by_name',
  'waiver_approved_at',
  'request_kind',
  'request_reason',
  'request_control',
  'request_until',
  'requested_by',
  'requested_by_name',
  'requested_at',
  'request_decision',
  'request_decided_by',
  'request_decided_by_name',
  'request_decided_at',
  'request_comment',
  'request_reviewer_ref',
];

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.raw('drop index item_states_waiver_until_idx');
  await knex.schema.raw('drop index item_states_request_idx');
  // SQLite drops a column by a statement of its own.
  for (const column of COLUMNS) {
    await knex.schema.raw('alter table item_states drop column ??', [column]);
  }
};
