// What tells one severity from another, for an entity and for what belongs to
// it; of the whole organisation with the entity id 0, which no entity has.
//
// A new table only: the release before this one neither reads nor writes it.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_severity_criteria', table => {
    table.comment('How severities are told apart');
    table.bigInteger('entity_id').primary();
    table.text('criteria').notNullable().comment('JSON: severity and text');
    table.integer('version').notNullable();
    table.string('set_by', 600).notNullable();
    table.bigInteger('set_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_severity_criteria');
};
