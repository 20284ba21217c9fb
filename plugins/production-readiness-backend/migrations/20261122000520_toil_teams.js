// What a team decides about its own toil: whether a small team shows its
// figures, and its targets; and who looked, by group.
//
// toil_teams also holds the lock of a team. Whether a team has recorded enough
// weeks depends on many rows of toil_weeks, so two writers of different weeks
// can each miss that together they cross a threshold. They take this row
// before they compare (see FactWatch).
//
// toil_targets only grows: a week is judged by the targets that it had.
//
// toil_looks holds groups and weeks. No column tells which person looked, and
// none may ever be added; a group with too few people is stored as the group
// above it.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('toil_teams', table => {
    table.comment('Choices of a team; its row lock orders comparisons');
    table.string('group_ref', 600).primary();
    table.boolean('shares').notNullable().comment('Shows its own figures');
    table.integer('version').notNullable().comment('Of the choice');
  });

  await knex.schema.createTable('toil_targets', table => {
    table.comment('Targets of a team from a week on; never changed');
    table.string('group_ref', 600).notNullable();
    table.integer('version').notNullable();
    table.string('from_week', 8).notNullable();
    table.integer('toil_tenths').notNullable().comment('Tenths of a percent');
    table.integer('reactive_tenths').notNullable();
    table.primary(['group_ref', 'version'], 'toil_targets_pk');
  });

  await knex.schema.createTable('toil_looks', table => {
    table.comment('Which groups looked at a team; never which person');
    table.string('group_ref', 600).notNullable();
    table.string('week', 8).notNullable();
    table
      .string('looked_from', 600)
      .notNullable()
      .comment('A Group, or a kind');
    table.primary(['group_ref', 'week', 'looked_from'], 'toil_looks_pk');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('toil_looks');
  await knex.schema.dropTable('toil_targets');
  await knex.schema.dropTable('toil_teams');
};
