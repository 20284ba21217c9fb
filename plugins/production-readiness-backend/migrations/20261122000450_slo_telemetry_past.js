// When the past of a bound SLO was read from its provider. Only a few pasts are
// read in one run, and a provider may fail at one, so a binding without this
// moment has its turn still to come. The previous release leaves it empty: its
// bindings have their past read once more, which changes nothing.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('slo_telemetry_bindings', table => {
    table
      .bigInteger('past_read_at')
      .comment('Null: the past is still to be read');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('slo_telemetry_bindings', table => {
    table.dropColumn('past_read_at');
  });
};
