// What a team decided to automate or to stop, so that it can see later whether
// it won hours back.
//
// Before and after are computed from the weekly sums when asked for: nothing
// of them is stored, so that records added later count. As with entries, no
// column tells who decided, and the text is for members and kept 400 days.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('toil_decisions', table => {
    table.comment('What a team decided to automate or to stop');
    table.bigIncrements('id');
    table.string('public_id', 36).notNullable().unique();
    table.string('group_ref', 600).notNullable();
    table.integer('version').notNullable();
    table.string('kind', 12).notNullable().comment('automate or stop');
    table.string('category', 40).notNullable();
    table.text('what').comment('For members only; never exported');
    table.integer('build_minutes').notNullable();
    table.integer('upkeep_minutes').notNullable().comment('A week');
    table.string('decided_in', 8).notNullable().comment('ISO week');
    table.string('live_from', 8).comment('First week with it; null: not yet');
    table.boolean('dropped').notNullable();
    table.index(['group_ref', 'id'], 'toil_decisions_group_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('toil_decisions');
};
