// Two answers of owners that are no content and so no version: that an entity
// needs no SLO and why, and how content they were when they looked at an SLO
// again.
//
// A new table, and a column that is null where nobody was asked: the release
// before this one neither reads nor writes them.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_needs', table => {
    table.comment('Whether an entity needs an SLO, as somebody decided');
    table.bigInteger('entity_id').primary();
    table.text('reason').comment('Why none is needed; null: taken back');
    table.integer('version').notNullable();
    table.string('set_by', 600).notNullable();
    table.bigInteger('set_at').notNullable();
  });
  await knex.schema.alterTable('slo_signatures', table => {
    table.string('satisfaction', 10).comment('low or high; null: not asked');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_signatures', table => {
    table.dropColumn('satisfaction');
  });
  await knex.schema.dropTable('slo_needs');
};
