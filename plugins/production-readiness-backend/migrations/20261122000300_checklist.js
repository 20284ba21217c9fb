// Where each entity stands with its checklist.
//
// item_states holds the present of each item: what a person answered last,
// what was accepted and counts until it expires, and what the facts say. How
// it came to be is in the journal. `version` counts what people did; a sweep
// that only learns a fact leaves it, so that nobody's edit is refused because
// of a sweep. An item that nobody answered and no fact speaks of has no row.
//
// readiness_summaries holds one line for each entity, so that lists, counts
// and roll-ups read a single table. Every column that lists sort by is NOT
// NULL, since a keyset page compares (column, entity_id) as a row value and a
// NULL would drop out: score -1 says that nothing is required, an empty
// owner_ref that nobody owns it, and next_due 9007199254740991 "never".
// Every index that pages are read from ends in entity_id for the same reason.
//
// valid_until is the next moment at which time alone changes a line; the sweep
// reads what has passed from its index.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('checklist_versions', table => {
    table.comment('Every checklist document that was ever in use');
    table.string('digest', 64).primary().comment('sha-256 of the document');
    table.string('checklist_id', 100).notNullable();
    table.string('version', 40).notNullable();
    table.text('document').notNullable().comment('Canonical JSON text');
    table.bigInteger('first_used_at').notNullable();
  });

  await knex.schema.createTable('item_states', table => {
    table.comment('The present state of each item of each entity');
    table.bigInteger('entity_id').notNullable();
    table.string('checklist_id', 100).notNullable();
    table.string('item_id', 20).notNullable();
    table.integer('version').notNullable().comment('Counts edits of people');

    // The last answer, whatever became of it.
    table.string('evidence_kind', 10).comment('url or text');
    table.text('evidence');
    table.text('attested_by');
    table.text('attested_by_name').comment('As shown at the time');
    table.bigInteger('attested_at');
    table.string('decision', 10).comment('waiting, accepted or returned');
    table.text('decided_by');
    table.text('decided_by_name');
    table.bigInteger('decided_at');
    table.text('decision_comment');
    table.text('reviewer_ref').comment('Whom a waiting answer waits for');

    // The accepted answer that counts, also while a newer one waits.
    table.string('accepted_evidence_kind', 10);
    table.text('accepted_evidence');
    table.text('accepted_attested_by');
    table.text('accepted_attested_by_name');
    table.bigInteger('accepted_attested_at');
    table.text('accepted_by');
    table.text('accepted_by_name');
    table.bigInteger('accepted_at');
    table.bigInteger('accepted_until').comment('Null: does not expire');

    // What the facts say.
    table.string('fact', 10).comment('passed or failed, as last read');
    table.bigInteger('fact_since');
    table.bigInteger('fact_due_at').comment('When the fact itself gets due');
    table.bigInteger('fact_until').comment('When the fact itself expires');
    table.bigInteger('fact_unread_since').comment('Null: could be read');
    table.boolean('has_passed').notNullable().defaultTo(false);

    // Derived when it was written; read again against the clock.
    table.string('state', 20).notNullable();
    table.bigInteger('updated_at').notNullable();

    table.primary(['entity_id', 'checklist_id', 'item_id'], 'item_states_pk');
  });

  // Inboxes read what waits, for a reviewer group or for an entity's owner.
  await knex.schema.raw(
    `create index item_states_waiting_idx on item_states (reviewer_ref, entity_id) where decision = 'waiting'`,
  );
  await knex.schema.raw(
    `create index item_states_returned_idx on item_states (entity_id) where decision = 'returned'`,
  );
  await knex.schema.raw(
    'create index item_states_accepted_until_idx on item_states (accepted_until, entity_id) where accepted_until is not null',
  );

  await knex.schema.createTable('readiness_summaries', table => {
    table.comment('One line for each entity and checklist, for lists');
    table.bigInteger('entity_id').notNullable();
    table.string('checklist_id', 100).notNullable();
    table.string('checklist_digest', 64).notNullable();

    table.string('kind', 63).notNullable();
    table.text('sort_title').notNullable().comment('In lower case');
    table.integer('tier').notNullable();
    table.string('phase', 30).notNullable();
    table.text('lifecycle').notNullable().comment('Empty: none');
    table.text('owner_ref').notNullable().comment('Empty: nobody');
    table.text('system_ref');
    table.text('domain_ref');

    table.integer('score').notNullable().comment('Tenths of a percent, or -1');
    table.string('level', 63).notNullable().comment('none below the first');
    table.integer('level_rank').notNullable().comment('0: none');
    table.integer('required_count').notNullable();
    table.integer('satisfied_count').notNullable();
    table.integer('waiting_count').notNullable();
    table.integer('blocker_count').notNullable();
    table.string('top_blocker', 20);
    table.bigInteger('next_due').notNullable();
    table.bigInteger('adoption_until');

    table.string('slo_state', 20).notNullable();
    table.integer('slo_rank').notNullable().comment('Most urgent first');
    table.integer('slo_agreed').notNullable();
    table.integer('slo_waiting').notNullable();
    table.string('toil_state', 20).comment('Only what everybody may see');

    table.bigInteger('valid_until');
    table.text('facts').notNullable().comment('JSON that is never searched');
    table.bigInteger('updated_at').notNullable();

    table.primary(['entity_id', 'checklist_id'], 'readiness_summaries_pk');
    for (const sort of [
      'sort_title',
      'owner_ref',
      'tier',
      'blocker_count',
      'score',
      'level_rank',
      'slo_rank',
      'next_due',
    ]) {
      table.index([sort, 'entity_id'], `readiness_summaries_${sort}_idx`);
    }
    for (const sort of ['blocker_count', 'score', 'next_due']) {
      table.index(
        ['owner_ref', sort, 'entity_id'],
        `readiness_summaries_owner_${sort}_idx`,
      );
    }
    table.index(['system_ref', 'entity_id'], 'readiness_summaries_system_idx');
    table.index(['domain_ref', 'entity_id'], 'readiness_summaries_domain_idx');
  });
  await knex.schema.raw(
    'create index readiness_summaries_valid_until_idx on readiness_summaries (valid_until, entity_id) where valid_until is not null',
  );

  await knex.schema.createTable('readiness_summary_blockers', table => {
    table.comment('The items that block an entity, for facets and filters');
    table.bigInteger('entity_id').notNullable();
    table.string('checklist_id', 100).notNullable();
    table.string('item_id', 20).notNullable();
    table.primary(
      ['entity_id', 'checklist_id', 'item_id'],
      'readiness_summary_blockers_pk',
    );
    table.index(
      ['item_id', 'entity_id'],
      'readiness_summary_blockers_item_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('readiness_summary_blockers');
  await knex.schema.dropTable('readiness_summaries');
  await knex.schema.dropTable('item_states');
  await knex.schema.dropTable('checklist_versions');
};
