// Reviews of an entity's phases.
//
// A review is decided once and then stays as it is, with the checklist that it
// was made against and what the items stood at, so that an auditor can be
// shown what was agreed to. At most one review of a phase is open: the partial
// unique index keeps two people from opening one each at the same moment.
//
// `waited` adds up the time between every submission and the decision that
// ended it, since a review may go back and forth.
//
// Whom a review waits for is pinned when it is submitted. Inboxes read open
// reviews by that group, and conditions by the day on which they are due.

const OPEN = `state in ('draft', 'submitted', 'in_review', 'changes_requested')`;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('reviews', table => {
    table.comment('Reviews of the phases of entities');
    table.bigIncrements('id');
    table.string('public_id', 36).notNullable().unique();
    table.bigInteger('entity_id').notNullable();
    table.string('checklist_id', 100).notNullable();
    table.string('checklist_digest', 64).notNullable();
    table.string('phase', 30).notNullable();
    table.string('state', 30).notNullable();
    table.integer('version').notNullable();
    table.string('mode', 20).notNullable();
    table.text('reviewer_ref').comment('Null: a second person, or the team');
    table.text('note');
    table.text('opened_by').notNullable();
    table.text('opened_by_name').notNullable();
    table.bigInteger('opened_at').notNullable();
    table.text('submitted_by');
    table.text('submitted_by_name');
    table.bigInteger('submitted_at');
    table.text('claimed_by');
    table.text('claimed_by_name');
    table.text('decided_by');
    table.text('decided_by_name');
    table.bigInteger('decided_at');
    table.text('comment');
    table.text('traffic_cap');
    table.bigInteger('valid_until').comment('Null: for good');
    table.bigInteger('waited').notNullable().comment('For reviewers, in ms');
    table
      .text('items')
      .comment('JSON: the items as they stood, never searched');
    table.index(['entity_id', 'checklist_id', 'phase'], 'reviews_entity_idx');
  });
  await knex.schema.raw(
    `create unique index reviews_open_idx on reviews (entity_id, checklist_id, phase) where ${OPEN}`,
  );
  await knex.schema.raw(
    `create index reviews_waiting_idx on reviews (reviewer_ref, entity_id) where ${OPEN}`,
  );
  await knex.schema.raw(
    'create index reviews_valid_until_idx on reviews (valid_until, entity_id) where valid_until is not null',
  );

  await knex.schema.createTable('review_conditions', table => {
    table.comment('What an approval asks for, and by when');
    table.bigInteger('review_id').notNullable();
    table.integer('number').notNullable();
    table.text('text').notNullable();
    table.bigInteger('due_at').notNullable();
    table.bigInteger('met_at');
    table.text('met_by');
    table.text('met_by_name');
    table.string('evidence_kind', 10);
    table.text('evidence');
    table.primary(['review_id', 'number'], 'review_conditions_pk');
  });
  await knex.schema.raw(
    'create index review_conditions_due_idx on review_conditions (due_at, review_id) where met_at is null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('review_conditions');
  await knex.schema.dropTable('reviews');
};
