// The journal keeps what happened, apart from the tables that keep what is.
// Rows are only ever added. `chain` and `sequence` give each entity its own
// order, and journal_heads holds the last line of each chain: whoever appends
// locks that row, so that two writers on one entity queue up and two writers
// on different entities don't.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('journal', table => {
    table.comment('Append-only, hash-chained record of every write');
    table.bigIncrements('id');
    table.string('chain', 700).notNullable();
    table.bigInteger('sequence').notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds since epoch');
    table.string('actor', 700).notNullable();
    table.string('action', 100).notNullable();
    table.text('subject').notNullable().comment('Canonical JSON text');
    table.string('previous_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.unique(['chain', 'sequence']);
  });
  await knex.schema.createTable('journal_heads', table => {
    table.comment('The last line of each chain; locked while appending');
    table.string('chain', 700).primary();
    table.bigInteger('sequence').notNullable();
    table.string('hash', 64).notNullable();
  });
  await knex.schema.createTable('idempotency_keys', table => {
    table.comment('Answers of creations, kept for a day for replays');
    table.string('key_hash', 64).primary();
    table.string('request_hash', 64).notNullable();
    table.text('response').notNullable();
    table.bigInteger('created_at').notNullable().index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('idempotency_keys');
  await knex.schema.dropTable('journal_heads');
  await knex.schema.dropTable('journal');
};
