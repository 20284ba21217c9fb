// Where long sweeps stopped.
//
// Judging a whole catalog anew, or everything below a Group, takes minutes at
// 100 000 entities. A process that is ended meanwhile, or a run that reaches
// its time-out, used to lose its place, and the next one began at the first
// entity again: with enough entities it would never have come to the end.
//
// checklist_catch_ups has at most one row: what everything is being judged by,
// and how far that has come. The row goes when all is done.
// checklist_ripples says the same of each ripple; how far it came counts only
// while nobody asked for it again (`times`). The previous release leaves both
// columns as they are and begins at the first entity, as it always did.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('checklist_catch_ups', table => {
    table.comment('What everything is being judged by; one row, or none');
    table.integer('id').primary();
    table.string('judged_by', 64).notNullable().comment('A sha-256 digest');
    table
      .bigInteger('reached_entity_id')
      .notNullable()
      .comment('Judged so far');
  });
  await knex.schema.alterTable('checklist_ripples', table => {
    table.bigInteger('reached_entity_id').comment('Judged so far; null: none');
    table.integer('reached_times').comment('The request that it came for');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('checklist_ripples', table => {
    table.dropColumn('reached_entity_id');
    table.dropColumn('reached_times');
  });
  await knex.schema.dropTable('checklist_catch_ups');
};
