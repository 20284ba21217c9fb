// What happens when an error budget is gone, as documents that are signed like
// SLOs and that SLOs refer to. Their tables have the columns of those of SLOs,
// so that one code writes both; they are apart from them, since the release
// before this one takes every row of `slos` for a number.
//
// As there, rows of versions and signatures are only ever added, and whoever
// writes beneath a policy locks its row first.
//
// New tables only: the release before this one neither reads nor writes them.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('error_budget_policies', table => {
    table.comment('Policies of an entity and of what belongs to it');
    table.bigIncrements('id');
    table.string('public_id', 36).notNullable().unique();
    table.bigInteger('entity_id').notNullable();
    table.integer('version').notNullable().comment('Counts edits, for ETags');
    table.bigInteger('updated_at').notNullable();
    table
      .bigInteger('unbound_signature_id')
      .comment('Signatures up to this one do not count; null: all count');
    table.index(['entity_id', 'id'], 'error_budget_policies_entity_idx');
  });

  await knex.schema.createTable('error_budget_policy_versions', table => {
    table.comment('What was ever proposed, as it was digested');
    table.bigInteger('policy_id').notNullable();
    table.integer('version').notNullable();
    table.text('content').notNullable().comment('Canonical JSON text');
    table.string('content_digest', 64).notNullable();
    table.string('accountable_ref', 600);
    table.string('accountable_role', 20);
    table.string('review_cadence', 20).notNullable();
    table.string('editor_ref', 600).notNullable();
    table.string('editor_name', 300).notNullable().comment('As shown then');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('requested_at').comment('Signatures asked for; null: no');
    table.primary(['policy_id', 'version'], 'error_budget_policy_versions_pk');
  });

  await knex.schema.createTable('error_budget_policy_signatures', table => {
    table.comment('Who said what about which content; rows are never changed');
    table.bigIncrements('id').comment('Their order');
    table.string('public_id', 36).notNullable().unique();
    table.bigInteger('policy_id').notNullable();
    table.integer('version').notNullable();
    table.string('content_digest', 64).notNullable();
    table.string('meaning', 20).notNullable();
    table.string('signer_ref', 600).notNullable();
    table.string('signer_name', 300).notNullable().comment('As shown then');
    table.string('role', 20).notNullable().comment('As resolved then');
    table.string('on_behalf_of', 600).comment('Holder of the role, if another');
    table.string('delegation_id', 36).comment('Public id of the delegation');
    table.bigInteger('signed_at').notNullable();
    table.text('reason');
    table.string('satisfaction', 10).comment('Only SLOs ask for it');
    table.text('shown').notNullable().comment('Canonical JSON of the summary');
    table.string('shown_digest', 64).notNullable();
    table.index(['policy_id', 'id'], 'error_budget_policy_signatures_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('error_budget_policy_signatures');
  await knex.schema.dropTable('error_budget_policy_versions');
  await knex.schema.dropTable('error_budget_policies');
};
