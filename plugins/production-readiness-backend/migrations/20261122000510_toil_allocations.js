// How a team split a week, in percent of its capacity, in place of entries.
//
// A week has either an allocation or its entries in its sums, never both. The
// allocation wins; the entries stay where they are and count again once the
// allocation is gone. The capacity is kept with it: how many people are in the
// Group may be another number tomorrow.
//
// As in toil_entries, no column tells who did it, and none may ever be added.
// A release that does not know these tables leaves them alone; the sums that
// it writes for a week with an allocation are put right by the next write.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('toil_allocations', table => {
    table.comment('Weeks that a team split in percent; never who did');
    table.string('group_ref', 600).notNullable();
    table.string('week', 8).notNullable();
    table.integer('version').notNullable();
    table.integer('capacity_minutes').notNullable().comment('What 100 % are');
    table.primary(['group_ref', 'week'], 'toil_allocations_pk');
  });

  await knex.schema.createTable('toil_allocation_parts', table => {
    table.comment('Percents sum to 100, minutes to the capacity');
    table.string('group_ref', 600).notNullable();
    table.string('week', 8).notNullable();
    table.integer('position').notNullable();
    table.string('trigger_axis', 12).notNullable();
    table.string('nature_axis', 12).notNullable();
    table.string('category', 40).notNullable().comment('Empty: none');
    table.integer('percent').notNullable();
    table.integer('minutes').notNullable();
    table.primary(['group_ref', 'week', 'position'], 'toil_alloc_parts_pk');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('toil_allocation_parts');
  await knex.schema.dropTable('toil_allocations');
};
