// What watches an entity: the alerts that protect its SLOs, each with what
// whoever is called does first, and with what another person thinks of it.
//
// An alert may protect no SLO yet (slo_id is null): that is one of the holes
// that screens name. A review is the last one; all of them are in the journal.
// Whoever looks through an entity's chain reads its alerts by entity.
//
// A new table only: the release before this one neither reads nor writes it.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('slo_alerts', table => {
    table.comment('Alerts that watch entities, and their last review');
    table.bigIncrements('id');
    table.string('public_id', 36).notNullable().unique();
    table.bigInteger('entity_id').notNullable();
    table.bigInteger('slo_id').comment('What it protects; null: nobody knows');
    table.string('name', 200).notNullable();
    table.string('severity', 40).notNullable().comment('As configured then');
    table.string('response', 10).notNullable().comment('page or ticket');
    table.text('runbook_url');
    table.string('editor_ref', 600).notNullable();
    table.integer('version').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('reviewed_at');
    table.text('review').comment('JSON: verdict, by, note');
    table.bigInteger('removed_at').comment('A review said: delete');
    table.index(['entity_id', 'id'], 'slo_alerts_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slo_alerts');
};
