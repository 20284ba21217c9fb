// Who answers for an entity's numbers, the numbers, and who agreed to them.
//
// A version's content is kept as the canonical text that was digested: a
// digest over anything that a database may print in another way would prove
// nothing. Rows of slo_versions and slo_signatures are only ever added; of a
// version only requested_at is filled in later, once. No state is stored: a
// version is in force while the signatures on its digest are complete, and
// that is found out whenever it is read.
//
// accountable_ref and its neighbours repeat what the content says, so that
// facts of many entities are read without parsing it.
//
// A row of `slos` is locked by whoever writes anything beneath it, so that two
// signatures, or a signature and an edit, come one after the other.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_owners', table => {
    table.comment('Product owners and CTOs that were set here');
    table.bigInteger('entity_id').notNullable();
    table.string('role', 20).notNullable();
    table.string('user_ref', 600).comment('Null: was set, and taken back');
    table.integer('version').notNullable();
    table.string('set_by', 600).notNullable();
    table.bigInteger('set_at').notNullable();
    table.primary(['entity_id', 'role'], 'slo_owners_pk');
    table.index(['user_ref', 'entity_id'], 'slo_owners_user_idx');
  });

  await knex.schema.createTable('slo_journeys', table => {
    table.comment('What users or devices want to get done with an entity');
    table.bigIncrements('id');
    table.string('public_id', 36).notNullable().unique();
    table.bigInteger('entity_id').notNullable();
    table.string('title', 160).notNullable();
    table.text('text');
    table.string('kind', 10).notNullable();
    table.string('importance', 10).notNullable();
    table.string('beneficiary', 160).notNullable();
    table.integer('version').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.index(['entity_id', 'id'], 'slo_journeys_entity_idx');
  });

  await knex.schema.createTable('slos', table => {
    table.comment('One promise about one journey; its content is in versions');
    table.bigIncrements('id');
    table.string('public_id', 36).notNullable().unique();
    table.bigInteger('entity_id').notNullable();
    table.bigInteger('journey_id').notNullable();
    table.integer('version').notNullable().comment('Counts edits, for ETags');
    table.bigInteger('updated_at').notNullable();
    table.index(['entity_id', 'id'], 'slos_entity_idx');
    table.index(['journey_id'], 'slos_journey_idx');
  });

  await knex.schema.createTable('slo_versions', table => {
    table.comment('What was ever proposed, as it was digested');
    table.bigInteger('slo_id').notNullable();
    table.integer('version').notNullable();
    table.text('content').notNullable().comment('Canonical JSON text');
    table.string('content_digest', 64).notNullable();
    table.string('target', 12).notNullable().comment('Percent, as a text');
    table.string('accountable_ref', 600);
    table.string('accountable_role', 20);
    table.string('review_cadence', 20).notNullable();
    table.string('editor_ref', 600).notNullable();
    table.string('editor_name', 300).notNullable().comment('As shown then');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('requested_at').comment('Signatures asked for; null: no');
    table.primary(['slo_id', 'version'], 'slo_versions_pk');
  });

  await knex.schema.createTable('slo_signatures', table => {
    table.comment('Who said what about which content; rows are never changed');
    table.bigIncrements('id').comment('Their order');
    table.string('public_id', 36).notNullable().unique();
    table.bigInteger('slo_id').notNullable();
    table.integer('version').notNullable();
    table.string('content_digest', 64).notNullable();
    table.string('meaning', 20).notNullable();
    table.string('signer_ref', 600).notNullable();
    table.string('signer_name', 300).notNullable().comment('As shown then');
    table.string('role', 20).notNullable().comment('As resolved then');
    table.bigInteger('signed_at').notNullable();
    table.text('reason');
    table.text('shown').notNullable().comment('Canonical JSON of the summary');
    table.string('shown_digest', 64).notNullable();
    table.index(['slo_id', 'id'], 'slo_signatures_slo_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_signatures');
  await knex.schema.dropTable('slo_versions');
  await knex.schema.dropTable('slos');
  await knex.schema.dropTable('slo_journeys');
  await knex.schema.dropTable('slo_owners');
};
