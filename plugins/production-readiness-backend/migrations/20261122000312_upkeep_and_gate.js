// What keeps upkeep cheap, and what lets a release through a gate.
//
// secret_keys holds random keys that never leave the database. By one of them
// it is decided which reconfirmations somebody looks at all the same: the same
// answer always comes out the same way, and nobody can work it out beforehand.
//
// gate_passes are releases that went past a blocking gate. Each has a reason
// and a day on which somebody comes back to it; the journal has them as well.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('secret_keys', table => {
    table.comment('Random keys that never leave the database');
    table.string('name', 40).primary();
    table.string('secret', 64).notNullable();
    table.bigInteger('created_at').notNullable();
  });

  await knex.schema.createTable('gate_passes', table => {
    table.comment('Releases that went past a blocking gate, with a reason');
    table.bigIncrements('id');
    table.string('public_id', 36).notNullable().unique();
    table.bigInteger('entity_id').notNullable();
    table.integer('version').notNullable();
    table.text('reason').notNullable();
    table.text('blockers').notNullable().comment('Item ids, in JSON');
    table.text('given_by').notNullable();
    table.text('given_by_name').notNullable();
    table.bigInteger('given_at').notNullable();
    table.bigInteger('valid_until').notNullable();
    table.bigInteger('follow_up_at').notNullable();
    table.bigInteger('closed_at').comment('Null: the follow-up is open');
    table.text('closed_by');
    table.text('closed_by_name');
    table.text('closing_note');
    table.index(['entity_id', 'valid_until'], 'gate_passes_entity_idx');
  });
  await knex.schema.raw(
    'create index gate_passes_open_idx on gate_passes (follow_up_at, entity_id) where closed_at is null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('gate_passes');
  await knex.schema.dropTable('secret_keys');
};
