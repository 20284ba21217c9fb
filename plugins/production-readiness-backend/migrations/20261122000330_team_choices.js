// What a team decides about the upkeep of its checklists: the day of its
// quarterly session, its focus for the quarter, and whether other teams may
// see its accepted answers as examples. Sharing is off until somebody in the
// team turns it on.
//
// A row is read with each of the team's entities, so it holds nothing that
// grows. How it came to be is in the journal.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('team_choices', table => {
    table.comment('How a team keeps its checklists true');
    table.string('group_ref', 600).primary();
    table.integer('version').notNullable();
    table.bigInteger('session_at').comment('Any session day; null: none');
    table.boolean('shares_answers').notNullable().defaultTo(false);
    table.text('focus').notNullable().comment('Ids of sections, in JSON');
    table.bigInteger('focus_until').comment('Null: there is no focus');
    table.bigInteger('updated_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('team_choices');
};
