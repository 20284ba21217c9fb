// What the checks of other systems say, and what services report.
//
// The last good value of each check stays with the moment at which it was read;
// beside it stands what went wrong since, so that an outage is seen and lowers
// nothing. check_runs says when an entity was asked about last: a run that was
// killed goes on where it was, on whichever replica. item_states takes what was
// said of the fact as well: reading an entity then needs no further statement.
//
// The tables are new. The column is nullable without a default, so that
// PostgreSQL adds it without rewriting the table; the previous release leaves
// it null.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('check_results', table => {
    table.bigInteger('entity_id').notNullable();
    table.string('provider_id', 60).notNullable().comment('pushed: reported');
    table.string('check_id', 200).notNullable();
    table.text('value').comment('JSON; null: it could never be read');
    table.bigInteger('read_at').comment('When the value was last read');
    table.bigInteger('valid_until').comment('It counts as unread from then on');
    table.text('reported_by').comment('The service that reported it');
    table.text('evidence').comment('JSON; what the service showed');
    table.text('error').comment('Why it can not be read at the moment');
    table.primary(['entity_id', 'provider_id', 'check_id']);
  });
  await knex.schema.createTable('check_runs', table => {
    table.bigInteger('entity_id').primary();
    table.bigInteger('asked_at').notNullable();
  });
  await knex.schema.alterTable('item_states', table => {
    table.text('fact_detail').comment('JSON; error and report of the fact');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('item_states', table => {
    table.dropColumn('fact_detail');
  });
  await knex.schema.dropTable('check_runs');
  await knex.schema.dropTable('check_results');
};
