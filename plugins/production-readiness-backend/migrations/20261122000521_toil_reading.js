// What reading by category and by entity needs.
//
// occurrences: how often the work of a category happened, for the minutes lost
// by switching to it. The previous release writes these rows without it, hence
// the default; sums are rewritten whole whenever an entry of the week changes.
//
// toil_entries_entity_idx: an entity's work is read from the entries, as few
// entries name one, over the weeks of a quarter.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('toil_week_categories', table => {
    table.bigInteger('occurrences').notNullable().defaultTo(0);
  });
  await knex('toil_week_categories').update({
    occurrences: knex('toil_entries')
      .whereRaw('toil_entries.group_ref = toil_week_categories.group_ref')
      .whereRaw('toil_entries.week = toil_week_categories.week')
      .whereRaw('toil_entries.category = toil_week_categories.category')
      .select(knex.raw('coalesce(sum(occurrences), 0)')),
  });
  await knex.schema.alterTable('toil_entries', table => {
    table.index(['entity_ref', 'week'], 'toil_entries_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('toil_entries', table => {
    table.dropIndex([], 'toil_entries_entity_idx');
  });
  await knex.schema.alterTable('toil_week_categories', table => {
    table.dropColumn('occurrences');
  });
};
